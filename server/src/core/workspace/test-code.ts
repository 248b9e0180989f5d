import type { Module } from '../ir/module.js';

const frameworks = new Set([
  'pytest',
  'unittest',
  'mock',
  'pytest_mock',
  'vitest',
  '@jest/globals',
  'mocha',
  'chai',
  'sinon',
  'ava',
  'tap',
  'node:test',
  'bun:test',
]);

/** Functions that test runners put into every file. */
const runners = new Set(['describe', 'it', 'test', 'suite']);

/**
 * Whether a file is a test, by what it holds: it imports a test framework, calls what a test runner provides, or has test functions and the
 * name by which pytest finds it. The folder it lies in says nothing.
 */
export function isTestCode({ imports, functions, language, path }: Module): boolean {
  if (imports.some((one) => frameworks.has(one) || frameworks.has(one.split('.')[0] ?? ''))) return true;
  if (language === 'python') {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return (
      /^(?:test_.*|.*_test|conftest)\.py$/.test(name) &&
      functions.some((one) => /^test_/.test(one.name) || name === 'conftest.py')
    );
  }
  const globals = new Set(
    functions.flatMap(({ body }) => body.flatMap((one) => (one.op === 'global' ? [one.name] : []))),
  );
  return globals.has('expect') && [...runners].some((name) => globals.has(name));
}
