import type { ValueId, VariableId } from '../ir/instruction.js';
import type { Function as IrFunction } from '../ir/module.js';

/** `this` of a TypeScript function, beside its variables. */
export const THIS: VariableId = -1;

/** Where a value is kept: a variable, or something inside the value of a variable. */
export interface Place {
  readonly variable: VariableId;
  /** Keys from the variable inwards; `[]` for an index that is not known. */
  readonly path: readonly string[];
}

const MAX_PATH = 6;

/** The place that an instruction reads, if it reads one. */
export function placeOf(fn: IrFunction, value: ValueId): Place | undefined {
  const path: string[] = [];
  for (let at = value; path.length <= MAX_PATH; ) {
    const instruction = fn.body[at];
    if (instruction === undefined) return undefined;
    switch (instruction.op) {
      case 'load':
        return { variable: instruction.variable, path: path.reverse() };
      case 'super':
      case 'this':
        return { variable: instance(fn), path: path.reverse() };
      case 'get':
        path.push(instruction.key ?? '[]');
        at = instruction.object;
        break;
      case 'await':
      case 'enter':
        at = instruction.value;
        break;
      default:
        return undefined;
    }
  }
  return undefined;
}

/** Variable that holds the instance in a method: `this`, in Python the first parameter. */
const instance = (fn: IrFunction): VariableId => {
  const first = fn.parameters[0];
  return fn.methodKind !== undefined && first !== undefined && (first.name === 'self' || first.name === 'cls')
    ? first.variable
    : THIS;
};
