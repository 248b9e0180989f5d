import { expect, test } from 'vitest';
import { languageOf } from '../../server/src/core/languages/language.js';

test.each([
  ['a/b.py', 'python'],
  ['stub.pyi', 'python'],
  ['a.ts', 'typescript'],
  ['types.d.mts', 'typescript'],
  ['a.cts', 'typescript'],
  ['A.TSX', 'tsx'],
  ['a.js', 'javascript'],
  ['a.mjs', 'javascript'],
  ['a.cjs', 'javascript'],
  ['a.jsx', 'javascript'],
  ['A.java', 'java'],
  ['a.json', undefined],
  ['py', undefined],
  ['a.py.txt', undefined],
  ['a.constructor', undefined],
])('the language of %s is %s', (path, language) => {
  expect(languageOf(path)).toBe(language);
});
