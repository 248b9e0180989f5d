import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { FlowAnalysis, type FlowSurface } from '../../server/src/core/flow/flow-analysis.js';
import { languageOf, lower } from '../../server/src/core/languages/language.js';
import type { TreeSitterHost } from '../../server/src/syntax/tree-sitter-host.js';
import { testHost } from '../support/host.js';
import { testModels } from './models.js';
import { type FlowCase, readCases } from './read-cases.js';

let host: TreeSitterHost;
beforeAll(async () => {
  host = await testHost();
});

type Files = ReadonlyMap<string, string>;

function set(analysis: FlowAnalysis, path: string, text: string): void {
  const language = languageOf(path)!;
  const tree = host.parse(language, text, path);
  if (tree !== undefined) analysis.setModule(lower(language, tree, text, path));
}

function cold(files: Iterable<readonly [string, string]>): FlowSurface {
  const analysis = new FlowAnalysis(testModels);
  for (const [path, text] of files) set(analysis, path, text);
  return analysis.run();
}

const cases = readCases();

/** What people do to a text while they work on it. */
const edit = fc.record({
  at: fc.nat(),
  length: fc.nat(40),
  insert: fc.constantFrom(
    '',
    '\n',
    ' ',
    'x',
    '(',
    '"',
    ')\n',
    'return x\n',
    'if x:\n    ',
    '# note\n',
    '};',
    'self.',
    '= input()',
  ),
});

function edited(
  text: string,
  { at, length, insert }: { at: number; length: number; insert: string },
): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + insert + text.slice(start + length);
}

const someCase = fc.constantFrom(...cases);

test('half-typed programs are analysed without an exception, the same way each time', () => {
  fc.assert(
    fc.property(someCase, fc.array(edit, { minLength: 1, maxLength: 6 }), ({ files }: FlowCase, edits) => {
      const texts: Files = new Map([...files].map(([path, text]) => [path, edits.reduce(edited, text)]));
      const first = cold(texts);
      expect(cold([...texts].reverse())).toEqual(first);
    }),
    { numRuns: 150 },
  );
});

test('after any edits the findings are those of a new analysis', () => {
  const steps = fc.array(fc.tuple(fc.nat(), edit), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      someCase.filter(({ files }) => files.size > 1),
      steps,
      ({ files }: FlowCase, changes) => {
        const texts = new Map(files);
        const analysis = new FlowAnalysis(testModels);
        for (const [path, text] of texts) set(analysis, path, text);
        analysis.run();
        for (const [choice, change] of changes) {
          const path = [...texts.keys()][choice % texts.size]!;
          const text = edited(texts.get(path)!, change);
          texts.set(path, text);
          set(analysis, path, text);
          expect(analysis.run()).toEqual(cold(texts));
        }
      },
    ),
    { numRuns: 120 },
  );
});

test('a function is told as much after a long session as at its start', () => {
  const helpers = [
    'def ask(client, options):',
    '    prompt = {"role": options["role"], "content": options["question"]}',
    '    return client.chat.completions.create(model="m", messages=[prompt])',
  ].join('\n');
  const app = (role: string): string =>
    [
      'from openai import OpenAI',
      'from helpers import ask',
      `ask(OpenAI(), {"role": "${role}", "question": input()})`,
    ].join('\n');
  const analysis = new FlowAnalysis(testModels);
  set(analysis, 'helpers.py', helpers);
  for (let typed = 0; typed < 30; typed++) {
    const text = app('orders-and-returns-of-customers'.slice(0, typed));
    set(analysis, 'app.py', text);
    const files = new Map([
      ['helpers.py', helpers],
      ['app.py', text],
    ]);
    const surface = analysis.run();
    expect(surface).toEqual(cold(files));
    expect(surface.modelCalls.map(({ resolved }) => resolved)).toEqual([true]);
  }
});

test('files that come and go leave nothing behind', () => {
  const several = cases.filter(({ files }) => files.size > 1);
  for (const { files } of several) {
    const analysis = new FlowAnalysis(testModels);
    for (const [path, text] of files) set(analysis, path, text);
    const whole = analysis.run();
    for (const [path, text] of files) {
      analysis.removeModule(path);
      expect(analysis.run()).toEqual(cold([...files].filter(([other]) => other !== path)));
      set(analysis, path, text);
      expect(analysis.run()).toEqual(whole);
    }
  }
});

test('secrets that the scanner found travel like any other label', () => {
  const text = [
    'from openai import OpenAI',
    'PASSWORD = "not really one"',
    'OpenAI().chat.completions.create(model="m", messages=[{"role": "system", "content": f"Use {PASSWORD}."}])',
  ].join('\n');
  const analysis = new FlowAnalysis(testModels);
  set(analysis, 'app.py', text);
  expect(analysis.run().flows).toEqual([]);
  const start = text.indexOf('not really');
  analysis.setSecrets('app.py', [{ range: { start, end: start + 5 }, id: 'database password' }]);
  expect(analysis.run().flows.map(({ label, sink, sourceName }) => [label, sink, sourceName])).toEqual([
    ['secret', 'prompt-system', 'database password'],
  ]);
  analysis.setSecrets('app.py', []);
  expect(analysis.run().flows).toEqual([]);
});

test('deep and wide programs end in reasonable time', () => {
  const nested = (depth: number): string =>
    Array.from({ length: depth }, (_, i) => `${'  '.repeat(i)}while c${i}:\n`).join('') +
    `${'  '.repeat(depth)}x = f(x)\n`;
  const mutual = Array.from(
    { length: 40 },
    (_, i) =>
      `def f${i}(x):\n${Array.from({ length: 40 }, (_, j) => `    x = f${j}([x, {"a": x}])\n`).join('')}    return x\n`,
  ).join('');
  const lists = `def g(x):\n${'    x = [x, {"k": x}, x]\n'.repeat(60)}    return x\n`;
  const branches = `def h(x):\n${Array.from({ length: 300 }, (_, i) => `    if x == ${i}:\n        x = [x, ${i}]\n`).join('')}    eval(x)\n`;
  for (const text of [
    nested(60),
    mutual,
    lists,
    branches,
    'x = f('.repeat(2000),
    `${'f('.repeat(150)}x${')'.repeat(150)}`,
  ]) {
    const start = performance.now();
    cold([['app.py', text]]);
    expect(performance.now() - start).toBeLessThan(10_000);
  }
});
