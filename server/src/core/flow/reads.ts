import type { Instruction } from '../ir/instruction.js';
import type { Unit } from './unit.js';

/** Whether anything looks at the value of an instruction: a result that is only kept in a variable which nothing loads is not read. */
export function isRead(unit: Unit, at: number): boolean {
  const open = [at];
  for (let i = 0; i < open.length && i < LIMIT; i++) {
    const value = open[i];
    if (value === undefined) break;
    for (const [user, instruction] of unit.fn.body.entries()) {
      if (user <= value || !operandsOf(instruction).includes(value)) continue;
      if (instruction.op === 'await') open.push(user);
      else if (instruction.op !== 'store' || isLoaded(unit, instruction.variable)) return true;
    }
  }
  return false;
}

const LIMIT = 8;

const isLoaded = ({ module }: Unit, variable: number): boolean =>
  module.functions.some(({ body }) => body.some((one) => one.op === 'load' && one.variable === variable)) ||
  module.exports.some((one) => one.kind === 'variable' && one.variable === variable);

/** The values that an instruction takes in. */
function operandsOf(instruction: Instruction): readonly number[] {
  switch (instruction.op) {
    case 'store':
    case 'await':
    case 'iterate':
    case 'enter':
      return [instruction.value];
    case 'template':
      return instruction.parts;
    case 'get':
      return [instruction.object, instruction.index ?? -1];
    case 'set':
      return [instruction.object, instruction.index ?? -1, instruction.value];
    case 'call':
      return [instruction.callee, ...instruction.args.map(({ value }) => value)];
    case 'object':
      return instruction.entries.flatMap(({ value, computed }) => [value, computed ?? -1]);
    case 'list':
      return instruction.items.map(({ value }) => value);
    case 'element':
      return [
        ...instruction.props.map(({ value }) => value),
        ...instruction.children,
        instruction.component ?? -1,
      ];
    case 'binary':
      return [instruction.left, instruction.right];
    case 'unary':
      return [instruction.operand];
    case 'choose':
      return [...instruction.values, instruction.condition ?? -1];
    case 'unknown':
      return instruction.operands;
    case 'if':
    case 'test':
      return [instruction.condition];
    case 'return':
    case 'yield':
    case 'throw':
      return [instruction.value ?? -1];
    default:
      return [];
  }
}
