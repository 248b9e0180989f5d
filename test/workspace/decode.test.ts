import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, type Encoding, encode } from '../../server/src/workspace/decode.js';

const encodings = fc.constantFrom<Encoding>('utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be');
const text = fc.string({ unit: 'grapheme' }).filter((t) => !t.includes('\0') && !t.startsWith('\ufeff'));

test('A text that is written back in its encoding is the same text', () => {
  fc.assert(
    fc.property(text, encodings, (before, encoding) => {
      expect(decode(encode(before, encoding))).toEqual({ text: before, encoding });
    }),
  );
});

test('Bytes that decode at all are written back as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const decoded = decode(bytes);
      if ('text' in decoded) expect([...encode(decoded.text, decoded.encoding)]).toEqual([...bytes]);
      else expect(decoded.problem).toMatch(/skipped$/);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['a zero byte', [65, 0, 66], /binary/],
  ['Latin-1', [74, 0xf6, 114, 103], /UTF-8/],
  ['half a UTF-16 unit', [0xff, 0xfe, 65], /UTF-16/],
  ['an encoded surrogate', [0xed, 0xa0, 0x80], /UTF-8/],
])('Refused: %s', (_, bytes, problem) => {
  const decoded = decode(Uint8Array.from(bytes));
  expect('problem' in decoded ? decoded.problem : '').toMatch(problem);
});
