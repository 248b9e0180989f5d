import { expect, test } from 'vitest';
import type { Instruction } from '../../server/src/core/ir/instruction.js';
import { ModuleBuilder } from '../../server/src/core/languages/builder.js';
import { irProblems } from './ir-invariants.js';

const at = { start: 0, end: 1 };

function problemsOf(...body: readonly Instruction[]): string[] {
  const builder = new ModuleBuilder('a.py', 'python');
  const head = { name: 'f', qualifiedName: 'f', parent: 0, decorators: [], isAsync: false };
  const fn = builder.addFunction({ ...head, range: at, nameRange: at, bodyRange: at });
  for (const instruction of body) fn.emit(instruction);
  return irProblems(builder.finish(), 'x');
}

const one: Instruction = { op: 'const', value: 1, range: at };

test.each<[string, readonly Instruction[]]>([
  ['f v0: operand v0 is not earlier', [{ op: 'await', value: 0, range: at }]],
  [
    'f v1: operand v0 has no value',
    [
      { op: 'break', range: at },
      { op: 'await', value: 0, range: at },
    ],
  ],
  ['f v0: no variable', [{ op: 'load', variable: 0, range: at }]],
  ['f: if not closed', [one, { op: 'if', condition: 0, range: at }]],
  ['f v0: end without opener', [{ op: 'end', range: at }]],
  ['f v0: catch without try', [{ op: 'catch', range: at }]],
  ['f v0 const has range 0-2 of 1', [{ ...one, range: { start: 0, end: 2 } }]],
])('%s', (problem, body) => {
  expect(problemsOf(...body)).toEqual([problem]);
});

test('a well-formed body has no problems', () => {
  expect(
    problemsOf(
      one,
      { op: 'if', condition: 0, range: at },
      { op: 'else', range: at },
      { op: 'end', range: at },
    ),
  ).toEqual([]);
});
