import { describe, expect, test } from 'vitest';
import type { Function as IrFunction, Module } from '../../../server/src/core/ir/module.js';
import { lowerTypeScript } from '../../../server/src/core/languages/typescript/lower.js';
import type { LanguageId } from '../../../server/src/core/syntax-tree.js';
import type { TextRange } from '../../../server/src/core/text/range.js';
import { testHost } from '../../support/host.js';

const host = await testHost();
const lower = (text: string, language: LanguageId = 'typescript'): Module =>
  lowerTypeScript(host.parse(language, text, 'x')!, text, 'src/x.ts', language);

/** The source of each instruction of one kind, in the order of the functions. */
const sources = (text: string, op: string): string[] =>
  lower(text)
    .functions.flatMap((f) => f.body)
    .filter((instruction) => instruction.op === op)
    .map(({ range }) => text.slice(range.start, range.end));

const functionNamed = (module: Module, name: string): IrFunction =>
  module.functions.find((f) => f.qualifiedName === name)!;

describe('instructions stand for their source', () => {
  const cases: readonly (readonly [code: string, op: string, expected: readonly string[]])[] = [
    ['const x = await ask(a);', 'await', ['await ask(a)']],
    ['const x = (ask(a));', 'call', ['ask(a)']],
    ['const x = y;', 'store', ['x']],
    ['const { a: b } = y;', 'get', ['a']],
    ['"a" + (b + c) + d;', 'template', ['"a" + (b + c) + d']],
    ['while (x > 1) { y(); }', 'test', ['(x > 1)']],
    ['class A { x = 1; }', 'set', ['x = 1']],
  ];
  test.each(cases)('%s: %s', (code, op, expected) => expect(sources(code, op)).toEqual(expected));
});

test('constants know what lies between their quotes', () => {
  const text = "f('a\\n', `b`, `c${d}e`, \"\", <p>x</p>, <p title='t' />)";
  const content = (language: LanguageId): string[] =>
    lower(text, language).functions[0]!.body.flatMap((i) =>
      i.op === 'const' && i.content !== undefined ? [text.slice(i.content.start, i.content.end)] : [],
    );
  expect(content('tsx')).toEqual(['a\\n', 'b', 'c', 'e', '', 'x', 't']);
});

test('a call knows its arguments and the brackets around them', () => {
  const text = 'client.create({ a: 1 }, ...rest)';
  const call = lower(text).functions[0]!.body.find((i) => i.op === 'call')!;
  const slice = ({ start, end }: TextRange): string => text.slice(start, end);
  expect(call.op === 'call' && slice(call.argsRange)).toBe('({ a: 1 }, ...rest)');
  expect(call.op === 'call' && call.args.map((a) => slice(a.range))).toEqual(['{ a: 1 }', '...rest']);
});

test('a call of new without brackets has its arguments at its end', () => {
  const call = lower('new A;').functions[0]!.body.find((i) => i.op === 'call')!;
  expect(call.op === 'call' && call.argsRange).toEqual({ start: 5, end: 5 });
});

test('a function knows its definition, its name and its body', () => {
  const text = 'class A {\n  @log()\n  private async run(x: T): Promise<void> { go(); }\n}';
  const run = functionNamed(lower(text), 'A.run');
  const slice = ({ start, end }: TextRange): string => text.slice(start, end);
  expect(slice(run.range)).toBe('@log()\n  private async run(x: T): Promise<void> { go(); }');
  expect(slice(run.nameRange)).toBe('run');
  expect(slice(run.bodyRange)).toBe(' go(); ');
  expect(slice(run.parameters[0]!.range)).toBe('x: T');
});

test('an arrow function is named by its variable and its body is its expression', () => {
  const text = 'export const ask = (q) => send(q);';
  const ask = functionNamed(lower(text), 'ask');
  const slice = ({ start, end }: TextRange): string => text.slice(start, end);
  expect([slice(ask.range), slice(ask.nameRange), slice(ask.bodyRange)]).toEqual([
    '(q) => send(q)',
    'ask',
    'send(q)',
  ]);
});

test('a decorated class begins with its decorators', () => {
  const text = '@Injectable() export class A {}';
  const [a] = lower(text).classes;
  expect(a!.range).toEqual({ start: 0, end: text.length });
});

test('decorators of parameters are values of the enclosing code', () => {
  const module = lower('class A { run(@Body() dto: Dto, plain) {} }');
  const [dto, plain] = functionNamed(module, 'A.run').parameters;
  const [decorator] = dto!.decorators!;
  expect(module.functions[0]!.body[decorator!]).toMatchObject({ op: 'call' });
  expect(plain!.decorators).toBeUndefined();
});

test('directives at the start of a function are its own', () => {
  const module = lower("async function save() { 'use server'; await store('use x'); }\nfunction f() {}");
  expect(functionNamed(module, 'save').directives).toEqual(['use server']);
  expect(functionNamed(module, 'f').directives).toBeUndefined();
});

test('methods belong to their class, functions inside of them do not', () => {
  const module = lower('class A { run() { return () => this; } handle = () => 1; static s() {} }');
  const of = (name: string): unknown => {
    const { class: owner, methodKind } = functionNamed(module, name);
    return [owner, methodKind];
  };
  expect(of('A.run')).toEqual([0, 'instance']);
  expect(of('A.run.<anonymous>')).toEqual([undefined, undefined]);
  expect(of('A.handle')).toEqual([0, 'instance']);
  expect(of('A.s')).toEqual([0, 'static']);
});

test('comments lose their marks', () => {
  const { comments } = lower('// one\n/* two */\n/**\n * three\n * four\n */\nf(/* five */);');
  expect(comments.map((c) => c.text)).toEqual(['one', 'two', 'three\nfour', 'five']);
});

test('types of variables are kept, those of destructured ones too', () => {
  const module = lower(
    'let a: OpenAI, b: string = c;\n' +
      'function f({ client, user: { name } }: { client: OpenAI; user: { name: string } }) {}',
  );
  const types = new Map(module.variables.map((v) => [v.name, v.type?.name]));
  expect(['a', 'b', 'client', 'name'].map((name) => types.get(name))).toEqual([
    'OpenAI',
    'string',
    'OpenAI',
    'string',
  ]);
});

test('variables belong to the function that holds them', () => {
  const module = lower('const a = 1; function f(b) { if (b) { let c; } var d; }');
  expect(module.variables.map((v) => [v.name, v.owner])).toEqual([
    ['a', 0],
    ['f', 0],
    ['b', 1],
    ['d', 1],
    ['c', 1],
  ]);
});
