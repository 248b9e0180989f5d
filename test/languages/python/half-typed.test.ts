import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { withoutOpenLines } from '../../../server/src/core/languages/python/half-typed.js';
import { FileFacts } from '../../../server/src/core/workspace/facts.js';
import type { TreeSitterHost } from '../../../server/src/syntax/tree-sitter-host.js';
import { testHost } from '../../support/host.js';

let host: TreeSitterHost;
beforeAll(async () => {
  host = await testHost();
});

const around = (line: string): string =>
  `import os\n\ndef one(q):\n    ${line}\n\nclass Two:\n    @property\n    def three(self):\n        return 3\n\nasync def four():\n    pass\n`;

const namesIn = (text: string): readonly string[] =>
  (new FileFacts({ path: 'a.py', text }, host).module?.functions ?? []).map(({ name }) => name);

describe('Functions below a half-typed line are still there', () => {
  test.each([
    'print(text',
    'x = {"a": [1, 2',
    'x = foo(a,\n        b,',
    'print(f"{text',
    "x = 'it",
    'y = f(g(1), h(',
    'open("a"',
    'return [',
  ])('%s', (line) => {
    expect(namesIn(around(line))).toEqual(expect.arrayContaining(['one', 'three', 'four']));
  });

  test('and the text is said to be wrong', () => {
    const facts = new FileFacts({ path: 'a.py', text: around('print(text') }, host);
    expect(facts.module?.errors).not.toEqual([]);
    expect(facts.notes().map(({ kind }) => kind)).toEqual(['syntax']);
  });
});

test('What is complete is left as it is', () => {
  for (const line of [
    'x = (1,\n2)',
    's = """def a(\n"""',
    "t = '''\ndef b(:\n'''",
    'f("(", \')\')  # (',
    'pass',
  ])
    expect(withoutOpenLines(around(line))).toBeUndefined();
});

test('Offsets and lines stay, whatever the text is', () => {
  const piece = fc.constantFrom(
    '(',
    ')',
    '[',
    '{',
    '}',
    '"',
    "'",
    '"""',
    '\\',
    '#',
    '\n',
    '\r\n',
    'def a():',
    '@x',
    ' ',
    'b',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const mended = withoutOpenLines(text) ?? text;
      expect(mended.length).toBe(text.length);
      expect(mended.replace(/[^\r\n]/g, '.')).toBe(text.replace(/[^\r\n]/g, '.'));
    }),
  );
});
