import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesGlob } from '../../server/src/core/text/glob.js';

test.each([
  ['a.py', 'a.py', true],
  ['x/a.py', 'a.py', true],
  ['x/a.py', '/a.py', false],
  ['x/a.py', './x/a.py', true],
  ['x/y/a.py', 'x/a.py', false],
  ['x/y/a.py', 'x/*/a.py', true],
  ['x/y/z/a.py', 'x/*/a.py', false],
  ['x/y/z/a.py', 'x/**/a.py', true],
  ['x/a.py', 'x/**/a.py', true],
  ['x/y/a.py', '**/y/**', true],
  ['fixtures/a/b', 'fixtures', true],
  ['fixtures/a/b', 'fixtures/', true],
  ['x/fixtures/a', 'fixtures/', true],
  ['fixture/a', 'fixtures', false],
  ['a.test.ts', '*.test.ts', true],
  ['a.test.tsx', '*.test.ts', false],
  ['a.tsx', '*.{ts,tsx}', true],
  ['a.js', '*.{ts,tsx}', false],
  ['a.ts', '?.ts', true],
  ['ab.ts', '?.ts', false],
  ['app/[id]/page.tsx', 'app/[id]/page.tsx', true],
  ['a{b', 'a{b', true],
  ['a', '', false],
  ['a', '/', false],
  ['.env', '*', true],
])('%s against %s: %s', (path, glob, expected) => {
  expect(matchesGlob(path, glob)).toBe(expected);
});

test('A path always matches itself', () => {
  const part = fc.stringMatching(/^[a-z.[\]()-]{1,8}$/).filter((p) => p !== '.' && p !== '..');
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      expect(matchesGlob(parts.join('/'), `/${parts.join('/')}`)).toBe(true);
    }),
  );
});

test('No glob takes long', () => {
  const path = `${'a'.repeat(2_000)}/${'a/'.repeat(500)}b`;
  const started = performance.now();
  for (const glob of [`${'*a'.repeat(500)}x`, '**/'.repeat(200), `${'{a,b}'.repeat(40)}`, '*'.repeat(3_000)])
    matchesGlob(path, glob);
  expect(performance.now() - started).toBeLessThan(1_000);
});
