import { expect, test } from 'vitest';
import { combineFixes } from '../../server/src/core/fixes/combine.js';
import type { Fix } from '../../server/src/core/fixes/fix.js';
import { applyEdits, type TextEdit } from '../../server/src/core/text/edits.js';

const insert = (at: number, newText: string): TextEdit => ({ range: { start: at, end: at }, newText });
const fix = (...edits: readonly TextEdit[]): Fix => ({
  id: 'f',
  title: 'F',
  safety: 'safe',
  preferred: true,
  changes: [{ path: 'a', edits }],
});

/** How many fixes were taken, and what they make of a text. */
function combined(text: string, ...fixes: readonly Fix[]) {
  const { applied, changes } = combineFixes(fixes);
  const change = changes[0];
  return [applied.length, change === undefined || 'create' in change ? text : applyEdits(text, change.edits)];
}

test('Fixes of different places are applied together', () => {
  expect(combined('a b', fix(insert(0, '(')), fix(insert(3, ')')))).toEqual([2, '(a b)']);
});

test('An import that both need is added once', () => {
  const line = insert(0, 'import g\n');
  expect(combined('a b', fix(line, insert(0 + 1, '!')), fix(line, insert(3, '!')))).toEqual([
    2,
    'import g\na! b!',
  ]);
});

test('Brackets around overlapping text stay pairs: the second fix has to wait', () => {
  expect(combined('a b', fix(insert(0, 'f('), insert(1, ')')), fix(insert(0, 'f('), insert(3, ')')))).toEqual(
    [1, 'f(a) b'],
  );
  expect(combined('a b', fix(insert(0, 'f('), insert(3, ')')), fix(insert(2, 'g('), insert(3, ')')))).toEqual(
    [1, 'f(a b)'],
  );
});

test('A replacement that two findings share is made once', () => {
  const replacement = { range: { start: 0, end: 1 }, newText: 'x' };
  expect(combined('a b', fix(replacement), fix(replacement, insert(3, '!')))).toEqual([2, 'x b!']);
});

const imports = [
  ['names of one module', 'from .g import a\n', 'from .g import b\n', 'from .g import a, b\n'],
  [
    'a name that both need',
    "import { a } from 'g';\n",
    "import { b, a } from 'g';\n",
    "import { a, b } from 'g';\n",
  ],
  [
    'required names',
    "const { a } = require('g');\r\n",
    "const { b } = require('g');\r\n",
    "const { a, b } = require('g');\r\n",
  ],
  [
    'two modules',
    "import D from 'd';\nimport { a } from 'g';\n",
    "import { a } from 'g';\n",
    "import D from 'd';\nimport { a } from 'g';\n",
  ],
  [
    'types and values',
    "import type { A } from 'g';\n",
    "import { a } from 'g';\n",
    "import type { A } from 'g';\nimport { a } from 'g';\n",
  ],
  [
    'a constant below',
    'from g import a\n\n',
    'from g import b\n\nLIST = []\n\n',
    'from g import a, b\n\nLIST = []\n\n',
  ],
  [
    'two constants',
    '\nfrom g import a\n\nA = 1\n\n',
    '\nfrom g import b\n\nB = 2\n\n',
    '\nfrom g import a, b\n\nA = 1\nB = 2\n\n',
  ],
  [
    'the same constant',
    'from g import a\n\nA = 1\n',
    'from g import b\n\nA = 1\n',
    'from g import a, b\n\nA = 1\n',
  ],
] as const;

test.each(imports)('Imports of two fixes become one block: %s', (_, first, second, both) => {
  expect(
    combined('x y', fix(insert(0, first), insert(1, '!')), fix(insert(0, second), insert(3, '!'))),
  ).toEqual([2, `${both}x! y!`]);
});

test('A variable that several fixes list in an environment file stands there once', () => {
  const fixes = ['A=\n', 'B=\n', 'A=\n', 'A=\nC=\n'].map((line) => fix(insert(0, line)));
  expect(combined('', ...fixes)).toEqual([4, 'A=\nB=\nC=\n']);
});

test('Of two fixes that define a name differently, the second has to wait', () => {
  const first = fix(insert(0, 'from g import a\n\nLIST = [1]\n'));
  expect(combined('x', first, fix(insert(0, 'from g import a\n\nLIST = [2]\n'), insert(1, '!')))).toEqual([
    1,
    'from g import a\n\nLIST = [1]\nx',
  ]);
  expect(
    combined(
      'x',
      fix(insert(1, '\nclass E {}\nfunction f() {}\n')),
      fix(insert(1, '\nclass E {}\nfunction g() {}\n')),
    ),
  ).toEqual([1, 'x\nclass E {}\nfunction f() {}\n']);
});
