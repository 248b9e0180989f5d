import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { Engine } from '../../../server/src/core/engine.js';
import type { Module } from '../../../server/src/core/ir/module.js';
import { lowerJava } from '../../../server/src/core/languages/java/lower.js';
import type { TreeSitterHost } from '../../../server/src/syntax/tree-sitter-host.js';
import { testHost } from '../../support/host.js';
import { irProblems } from '../../support/ir-invariants.js';

let host: TreeSitterHost;
beforeAll(async () => {
  host = await testHost();
});

function lower(code: string): Module {
  const tree = host.parse('java', code, 'robust');
  expect(tree).toBeDefined();
  return lowerJava(tree!, code, 'robust');
}

/** The code of the pages, which has one of everything. */
function sources(): string[] {
  const here = new URL('./', import.meta.url);
  return readdirSync(here)
    .filter((name) => name.endsWith('.md'))
    .map((name) =>
      [...readFileSync(new URL(name, here), 'utf8').matchAll(/^```java\n([\s\S]*?)^```$/gm)]
        .map(([, block]) => block)
        .join(''),
    );
}

const fragments =
  '( ) [ ] { } < > " \' """ \\ : :: ; , . = -> ? && || + += ... @ / /* */ // ! ~ é𝕏 \u0000 \r \n'.split(' ');
const words =
  'class interface enum record @interface import package static final var new return if else for while do switch case default yield try catch finally throw instanceof this super extends implements void String int List<String> @Tool {@ "a" + String.format( """'.split(
    ' ',
  );
const piece = fc.oneof(fc.constantFrom(...fragments), fc.constantFrom(...words.map((word) => ` ${word} `)));

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(60),
  insert: piece,
  kind: fc.constantFrom('cut', 'insert', 'duplicate'),
});

test('mutilated files give a well-formed module', () => {
  const texts = sources();
  expect(texts.length).toBeGreaterThan(4);
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
    { numRuns: 500 },
  );
});

test('text that is no code gives a well-formed module', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      expect(irProblems(lower(text), text)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

const times = (count: number, part: string): string => part.repeat(count);

const inMethod = (code: string): string => `class A { void f() { ${code} } }`;

/** Code that is long or deep in one way each, and whether it goes past the budget. */
const extremes: readonly (readonly [name: string, code: string, truncated: boolean])[] = [
  ['a long sum', inMethod(`x = ${times(5_000, 'a + ')}b;`), false],
  ['a long sum of text', inMethod(`x = ${times(3_000, '"a" + b + ')}"c";`), false],
  ['a long chain of ||', inMethod(`x = ${times(3_000, 'a() || ')}b;`), false],
  ['a long mix of operators', inMethod(`x = ${times(2_000, 'a && b() || c + d - ')}e;`), false],
  ['a long chain of members', inMethod(`x = y${times(3_000, '.a')};`), false],
  ['a long chain of calls', inMethod(`x${times(3_000, '.a(1)')};`), false],
  ['a long chain of conditions', inMethod(`x = ${times(2_000, 'a ? b() : ')}c;`), false],
  ['many else-ifs', inMethod(`${times(2_000, 'if (a) b(); else ')}c();`), false],
  ['many cases', inMethod(`switch (a) { ${times(2_000, 'case 1: b(); break;\n')} }`), false],
  ['many rules', inMethod(`x = switch (a) { ${times(2_000, 'case 1 -> b();\n')} };`), false],
  ['many assignments', inMethod(`${times(1_000, 'a = ')}1;`), false],
  ['a big array', inMethod(`x = new String[] {${times(20_000, '"v",\n')}};`), false],
  ['a big text block', inMethod(`x = """\n${times(20_000, '   line \\n\n')}""";`), false],
  [
    'a pattern with many holes',
    inMethod(`x = String.format("${times(5_000, 'a%s')}"${times(3_000, ', b')});`),
    false,
  ],
  ['many members', `class A { ${times(3_000, 'int f() { return 1; }\n')} }`, false],
  ['many classes', times(2_000, 'class A { String s; }\n'), false],
  ['many parentheses', inMethod(`x = ${times(2_000, '(')}y${times(2_000, ')')};`), false],
  ['many annotations', `${times(3_000, '@A(1)\n')}class B { }`, false],
  ['deep arrays', inMethod(`x = new Object[] ${times(1_000, '{')}${times(1_000, '}')};`), true],
  ['deep calls', inMethod(`${times(1_000, 'f(')}${times(1_000, ')')};`), true],
  ['deep negation', inMethod(`x = ${times(1_000, '!')}a;`), true],
  ['deep blocks', inMethod(`${times(1_000, 'if (a) {')}b();${times(1_000, '}')}`), true],
  ['deep lambdas', inMethod(`x = ${times(1_000, '() -> ')}a;`), true],
  ['deep classes', `${times(1_000, 'class A { ')}${times(1_000, '}')}`, false],
  [
    'deep anonymous classes',
    inMethod(`${times(500, 'new A() { void f() { ')}g();${times(500, '}};')}`),
    true,
  ],
  ['deep types', inMethod(`${times(1_000, 'A<')}B${times(1_000, '>')} x;`), false],
];

test.each(extremes)('%s is lowered in linear time', (_name, code, truncated) => {
  const tree = host.parse('java', code, 'extreme')!;
  const start = performance.now();
  const module = lowerJava(tree, code, 'extreme');
  expect(performance.now() - start).toBeLessThan(2_000);
  expect(irProblems(module, code)).toEqual([]);
  if (module.errors.length === 0) expect(module.truncated).toBe(truncated);
});

test('the content of a string without escapes is its text', () => {
  let compared = 0;
  for (const text of sources()) {
    for (const f of lower(text).functions) {
      for (const i of f.body) {
        if (i.op !== 'const' || i.content === undefined) continue;
        const written = text.slice(i.content.start, i.content.end);
        if (/[\\\n]/.test(written)) continue;
        expect(i.value).toBe(written);
        compared++;
      }
    }
  }
  expect(compared).toBeGreaterThan(20);
});

test('mutilated programs are analysed without an exception', () => {
  const folder = new URL('../../models/java/', import.meta.url);
  const texts = readdirSync(folder).flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/^```java \S+\n([\s\S]*?)^```$/gm)].map(
      ([, code = '']) => code,
    ),
  );
  expect(texts.length).toBeGreaterThan(15);
  fc.assert(
    fc.property(
      fc.nat(texts.length - 1),
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      (n, mutations) => {
        let text = texts[n]!;
        for (const { at, length, insert, kind } of mutations) {
          const offset = Math.floor(at * text.length);
          const span = text.slice(offset, offset + length);
          const middle = kind === 'cut' ? '' : kind === 'insert' ? insert + span : span + span;
          text = text.slice(0, offset) + middle + text.slice(offset + length);
        }
        const engine = new Engine({ host });
        engine.set({ path: 'A.java', text });
        expect(engine.analyse().notes.filter(({ kind }) => kind === 'internal')).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
