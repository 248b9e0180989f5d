import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Module } from '../../../server/src/core/ir/module.js';
import { lowerTypeScript } from '../../../server/src/core/languages/typescript/lower.js';
import type { LanguageId } from '../../../server/src/core/syntax-tree.js';
import type { TreeSitterHost } from '../../../server/src/syntax/tree-sitter-host.js';
import { testHost } from '../../support/host.js';
import { irProblems } from '../../support/ir-invariants.js';

let host: TreeSitterHost;
beforeAll(async () => {
  host = await testHost();
});

const languages = ['typescript', 'tsx', 'javascript'] as const satisfies readonly LanguageId[];

function lower(code: string, language: LanguageId): Module {
  const tree = host.parse(language, code, 'robust');
  expect(tree).toBeDefined();
  return lowerTypeScript(tree!, code, 'robust', language);
}

/** The code of the pages, which has one of everything, and the files of the lowering itself. */
function sources(): string[] {
  const here = new URL('./', import.meta.url);
  const pages = readdirSync(here).filter((name) => name.endsWith('.md'));
  const code = pages.map((name) =>
    [
      ...readFileSync(new URL(name, here), 'utf8').matchAll(
        /^```(?:typescript|tsx|javascript)\n([\s\S]*?)^```$/gm,
      ),
    ]
      .map(([, block]) => block)
      .join(''),
  );
  const lowering = new URL('../../../server/src/core/languages/typescript/', import.meta.url);
  const files = readdirSync(lowering).map((name) => readFileSync(new URL(name, lowering), 'utf8'));
  return [...code, ...files];
}

const fragments =
  '( ) [ ] { } < > " \' ` ${ \\ : ; , . = => ?. ?? || && + += ... # @ / /* */ // ! ? é𝕏 \u0000 \r \n'.split(
    ' ',
  );
const words =
  'function class import export default from async await yield new return if else for while do switch case try catch const let var of in as static get set this super enum namespace interface type extends <div> </div> {/* using import( require( ${'.split(
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
  expect(texts.length).toBeGreaterThan(20);
  fc.assert(
    fc.property(
      fc.constantFrom(...languages),
      fc.nat(texts.length - 1),
      fc.nat(),
      fc.array(mutation, { minLength: 1, maxLength: 6 }),
      (language, n, from, mutations) => {
        const whole = texts[n]!;
        const start = from % whole.length;
        let text = whole.slice(start, start + 4_000);
        for (const { at, length, insert, kind } of mutations) {
          const offset = Math.floor(at * text.length);
          const span = text.slice(offset, offset + length);
          const middle = kind === 'cut' ? '' : kind === 'insert' ? insert + span : span + span;
          text = text.slice(0, offset) + middle + text.slice(offset + length);
        }
        expect(irProblems(lower(text, language), text)).toEqual([]);
      },
    ),
    { numRuns: 500 },
  );
});

test('text that is no code gives a well-formed module', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...languages),
      fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 40 }),
      (language, parts) => {
        const text = parts.join('');
        expect(irProblems(lower(text, language), text)).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

const times = (count: number, part: string): string => part.repeat(count);

/** Code that is long or deep in one way each, and whether it goes past the budget. */
const extremes: readonly (readonly [name: string, code: string, truncated: boolean])[] = [
  ['a long sum', `x = ${times(5_000, 'a + ')}b`, false],
  ['a long sum of text', `x = ${times(3_000, '"a" + b + ')}"c"`, false],
  ['a long chain of ||', `x = ${times(3_000, 'a() || ')}b`, false],
  ['a long mix of operators', `x = ${times(2_000, 'a && b() || c + d - ')}e`, false],
  ['a long chain of members', `x${times(5_000, '.a')}`, false],
  ['a long chain of calls', `x${times(3_000, '.a(1)')}`, false],
  ['a long chain of assertions', `x${times(3_000, '!')}`, false],
  ['a long chain of conditions', `x = ${times(2_000, 'a ? b() : ')}c`, false],
  ['many else-ifs', `${times(2_000, 'if (a) b(); else ')}c();`, false],
  ['many cases', `switch (a) { ${times(2_000, 'case 1: b(); break;\n')} }`, false],
  ['many cases that fall through', `switch (a) { ${times(2_000, 'case 1: b();\n')} }`, false],
  ['many assignments', `${times(1_000, 'a = ')}1`, false],
  ['a big list', `x = [${times(20_000, '{ k: [1, "v"] },\n')}]`, false],
  ['a big template', `x = \`${times(5_000, 'a${b}')}\``, false],
  ['many declarations', times(3_000, 'const a = () => 1;\n'), false],
  ['many directives', times(20_000, '"a";\n'), false],
  ['a big union', `type X = ${times(3_000, '"a" | ')}"b"; let x: ${times(3_000, '"a" | ')}"b";`, false],
  ['many parentheses', `${times(2_000, '(')}x${times(2_000, ')')}`, false],
  ['many awaits', `${times(1_000, 'await ')}x`, false],
  ['deep lists', `x = ${times(1_000, '[')}${times(1_000, ']')}`, true],
  ['deep calls', `${times(1_000, 'f(')}${times(1_000, ')')}`, true],
  ['deep negation', `x = ${times(1_000, '!')}a`, true],
  ['deep powers', `x = ${times(1_000, 'a ** ')}b`, true],
  ['deep templates', `x = ${times(500, '`${')}a${times(500, '}`')}`, true],
  ['deep blocks', `${times(1_000, 'if (a) {')}b();${times(1_000, '}')}`, true],
  ['deep patterns', `const ${times(500, '[')}x${times(500, ']')} = y;`, true],
  ['deep arrows', `x = ${times(1_000, '() => ')}a`, true],
  ['deep functions', `${times(1_000, 'function f() { ')}a();${times(1_000, '}')}`, true],
  ['deep classes', `${times(1_000, 'class A { static x = ')}1${times(1_000, '}')}`, true],
  ['deep types', `let x: ${times(1_000, 'A<')}B${times(1_000, '>')};`, false],
];

test.each(extremes)('%s is lowered in linear time', (_name, code, truncated) => {
  for (const language of ['typescript', 'javascript'] as const) {
    const tree = host.parse(language, code, 'extreme')!;
    const start = performance.now();
    const module = lowerTypeScript(tree, code, 'extreme', language);
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(irProblems(module, code)).toEqual([]);
    if (module.errors.length === 0) expect(module.truncated).toBe(truncated);
  }
});

test('deep elements are cut off', () => {
  const code = `x = ${times(1_000, '<a>')}${times(1_000, '</a>')}`;
  const module = lower(code, 'tsx');
  expect(irProblems(module, code)).toEqual([]);
  expect(module.truncated).toBe(true);
});

test('the content of a string without escapes is its text', () => {
  let compared = 0;
  for (const text of sources()) {
    for (const f of lower(text, 'tsx').functions) {
      for (const i of f.body) {
        if (i.op !== 'const' || i.content === undefined) continue;
        const written = text.slice(i.content.start, i.content.end);
        if (/[\\\n]/.test(written)) continue;
        expect(i.value).toBe(written);
        compared++;
      }
    }
  }
  expect(compared).toBeGreaterThan(100);
});
