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
