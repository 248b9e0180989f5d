import type { ValueId } from '../ir/instruction.js';
import type { Unit } from './unit.js';

/** The names that lead to a value as written, `()` and `[]` for calls and indexes: `client.chat.completions.create` is all four. */
export function writtenChain({ fn, module }: Unit, value: ValueId): readonly string[] {
  const names: string[] = [];
  for (let at = value; names.length < 12; ) {
    const instruction = fn.body[at];
    switch (instruction?.op) {
      case 'get':
        names.push(instruction.key ?? '[]');
        at = instruction.object;
        break;
      case 'load':
        return [...names, module.variables[instruction.variable]?.name ?? ''].reverse();
      case 'global':
        return [...names, instruction.name].reverse();
      case 'this':
        return [...names, 'this'].reverse();
      case 'call':
        names.push('()');
        at = instruction.callee;
        break;
      case 'await':
        at = instruction.value;
        break;
      default:
        return names.reverse();
    }
  }
  return names.reverse();
}

/** The last name of an expression as written: `run` of `subprocess.run`. */
export const lastName = (chain: readonly string[]): string | undefined =>
  [...chain].reverse().find((name) => name !== '()' && name !== '[]');
