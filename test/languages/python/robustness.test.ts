import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Module } from '../../../server/src/core/ir/module.js';
import { lowerPython } from '../../../server/src/core/languages/python/lower.js';
import type { TreeSitterHost } from '../../../server/src/syntax/tree-sitter-host.js';
import { testHost } from '../../support/host.js';
import { irProblems } from '../../support/ir-invariants.js';

let host: TreeSitterHost;
beforeAll(async () => {
  host = await testHost();
});

function lower(code: string): Module {
  const tree = host.parse('python', code, 'robust.py');
  expect(tree).toBeDefined();
  return lowerPython(tree!, code, 'robust.py');
}

/** The code of the pages, which has one of everything, and some files of the standard library where there is one. */
function sources(): string[] {
  const folder = new URL('./', import.meta.url);
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const code = pages.map((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/^```python\n([\s\S]*?)^```$/gm)]
      .map(([, c]) => c)
      .join(''),
  );
  const library = '/usr/lib/python3.11/';
  const files = ['dataclasses.py', 'asyncio/tasks.py', 'string.py', 'ast.py']
    .filter((name) => existsSync(library + name))
    .map((name) => readFileSync(library + name, 'utf8'));
  return [...code, ...files];
}

const fragments = [
  '(',
  ')',
  '[',
  '{',
  '}',
  '"',
  "'",
  '"""',
  'f"{',
  '\\',
  ':',
  ',',
  '=',
  ' not ',
  ' if ',
  ' else ',
  '\n',
]
  .concat([
    'def f(',
    'class ',
    'lambda ',
    'match x:\n',
    'case ',
    '*',
    '**',
    '@',
    'é𝕏',
    '\u0000',
    '\r',
    '\t',
    '# ',
    'await ',
  ])
  .concat([
    'as ',
    'import ',
    'from . import ',
    '%',
    '{0',
    'global x\n',
    'nonlocal y\n',
    ':=',
    'yield ',
    'for x in ',
  ]);

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(60),
  insert: fc.oneof(fc.constantFrom(...fragments), fc.constant('')),
  kind: fc.constantFrom('cut', 'insert', 'duplicate'),
});

test('mutilated files give a well-formed module', () => {
  const texts = sources();
  expect(texts.length).toBeGreaterThan(5);
  fc.assert(
    fc.property(
      fc.nat(texts.length - 1),
      fc.nat(),
      fc.array(mutation, { minLength: 1, maxLength: 6 }),
      (n, from, mutations) => {
        const whole = texts[n]!;
        const start = from % whole.length;
        let text = whole.slice(start, start + 4_000);
        for (const { at, length, insert, kind } of mutations) {
          const offset = Math.floor(at * text.length);
          const span = text.slice(offset, offset + length);
          const middle = kind === 'cut' ? '' : kind === 'insert' ? insert + span : span + span;
          text = text.slice(0, offset) + middle + text.slice(offset + length);
        }
        expect(irProblems(lower(text), text)).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
});

test('text that is no Python gives a well-formed module', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'binary' })), { maxLength: 40 }),
      (parts) => {
        const text = parts.join('');
        expect(irProblems(lower(text), text)).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

const nested = (head: string): string =>
  `${Array.from({ length: 300 }, (_, i) => ' '.repeat(i) + head).join('\n')}\n${' '.repeat(300)}b`;

/** Code that is long or deep in one way each, and whether it goes past the depth budget. */
const extremes: readonly (readonly [name: string, code: string, truncated: boolean])[] = [
  ['a long sum', `x = ${'a + '.repeat(5_000)}b`, false],
  ['a long sum of text', `x = ${'"a" + b + '.repeat(3_000)}"c"`, false],
  ['a long chain of "and"', `x = ${'a() and '.repeat(3_000)}b`, false],
  ['a long chain of members', `x${'.a'.repeat(5_000)}`, false],
  ['a long chain of calls', `x${'.a(1)'.repeat(3_000)}`, false],
  ['a long chain of conditions', `x = ${'a if b else '.repeat(2_000)}c`, false],
  ['many "elif"', `if a:\n pass\n${'elif b:\n pass\n'.repeat(2_000)}`, false],
  ['many cases', `match a:\n${' case 1:\n  pass\n'.repeat(2_000)}`, false],
  ['many targets', `${'a = '.repeat(1_000)}1`, false],
  ['a big dictionary', `x = {${'"k": [1, "v"],\n'.repeat(10_000)}}`, false],
  ['a big implicit concatenation', `x = (${'"abc"\n'.repeat(5_000)})`, false],
  ['many brackets around an expression', `${'('.repeat(2_000)}x${')'.repeat(2_000)}`, false],
  ['deep lists', `x = ${'['.repeat(1_000)}${']'.repeat(1_000)}`, true],
  ['deep calls', `${'f('.repeat(1_000)}${')'.repeat(1_000)}`, true],
  ['deep "not"', `x = ${'not '.repeat(1_000)}a`, true],
  ['deep powers', `x = ${'a ** '.repeat(1_000)}b`, true],
  ['deep lambdas', `x = ${'lambda: '.repeat(1_000)}b`, false],
  ['deep types', `x: ${'List['.repeat(1_000)}${']'.repeat(1_000)}`, false],
  ['deep blocks', nested('if a:'), true],
  ['deep functions', nested('def f():'), false],
  ['deep patterns', `match a:\n case ${'['.repeat(500)}x${']'.repeat(500)}:\n  pass`, true],
  ['deep targets', `${'['.repeat(500)}x${']'.repeat(500)} = y`, true],
  ['a format string of braces', `x = "${'{'.repeat(20_001)}".format(a)`, false],
  ['a percent string of percents', `x = "${'%('.repeat(20_000)}" % a`, false],
];

test.each(extremes)('%s is lowered in linear time', (_name, code, truncated) => {
  const tree = host.parse('python', code, 'extreme.py')!;
  const start = performance.now();
  const module = lowerPython(tree, code, 'extreme.py');
  expect(performance.now() - start).toBeLessThan(2_000);
  expect(irProblems(module, code)).toEqual([]);
  expect(module.truncated).toBe(truncated);
});

test('the content of a string without escapes is its text', () => {
  let compared = 0;
  for (const text of sources()) {
    for (const f of lower(text).functions) {
      for (const i of f.body) {
        if (i.op !== 'const' || i.content === undefined) continue;
        const written = text.slice(i.content.start, i.content.end);
        if (/[\\{}%]/.test(written)) continue;
        expect(i.value).toBe(written);
        compared++;
      }
    }
  }
  expect(compared).toBeGreaterThan(100);
});
