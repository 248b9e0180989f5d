import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedLines } from '../../server/src/core/text/line-diff.js';

const lines = (text: string) =>
  changedLines(...(text.split('=>') as [string, string])).map(({ start, end }) => `${start}-${end}`);

test.each([
  ['nothing', 'a b c=>a b c', []],
  ['a line in the middle', 'a b c=>a x c', ['1-2']],
  ['a line added', 'a c=>a b c', ['1-2']],
  ['a line added at the end', 'a=>a b', ['1-2']],
  ['lines deleted: those around the gap', 'a b c d=>a d', ['0-2']],
  ['the first line deleted', 'a b=>b', ['0-1']],
  ['the last line deleted', 'a b=>a', ['0-1']],
  ['two places', 'a b c d e=>x b c d y', ['0-1', '4-5']],
  ['a line that moved', 'a b c=>b c a', ['0-1', '2-3']],
])('Changed: %s', (_, words, expected) => {
  expect(lines(words.replaceAll(' ', '\n'))).toEqual(expected);
});

test('Line breaks and blanks at the end of a line make no difference', () => {
  expect(changedLines('a\nb\n', 'a  \r\nb\r\n')).toEqual([]);
});

test('What is not marked as changed stands in the old text, in order', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const spans = changedLines(before.join('\n'), after.join('\n'));
      const kept = after.filter((_, i) => !spans.some(({ start, end }) => start <= i && i < end));
      let at = 0;
      for (const line of before) if (line === kept[at]) at++;
      expect(at).toBe(kept.length);
      if (before.join('\n') === after.join('\n')) expect(spans).toEqual([]);
      else expect(spans.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test('As few lines as possible are marked', () => {
  const before = Array.from({ length: 200 }, (_, i) => `line ${i}`);
  const after = before.flatMap((line, i) => (i % 50 === 7 ? ['new', line] : [line]));
  const marked = changedLines(before.join('\n'), after.join('\n')).reduce(
    (n, { start, end }) => n + end - start,
    0,
  );
  expect(marked).toBe(4);
});

test('Texts that have nothing in common are told apart quickly', () => {
  const before = Array.from({ length: 20_000 }, (_, i) => `a${i}`).join('\n');
  const after = Array.from({ length: 20_000 }, (_, i) => `b${i}`).join('\n');
  const start = performance.now();
  expect(changedLines(before, after)).toEqual([{ start: 0, end: 20_000 }]);
  expect(performance.now() - start).toBeLessThan(2_000);
});
