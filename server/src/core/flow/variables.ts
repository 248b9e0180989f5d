import type { ValueId, VariableId } from '../ir/instruction.js';
import type { Execution } from './execution.js';
import { typedValue } from './types.js';
import { UNKNOWN, type Value } from './value.js';

/** What a variable holds; where nothing was assigned that tells, what its declared type says. */
export function loadVariable(run: Execution, variable: VariableId, _at: ValueId): Value {
  const held = run.lookup(variable) ?? UNKNOWN;
  if (!isBare(held)) return held;
  const declared = run.unit.module.variables[variable];
  if (declared?.type === undefined) return held;
  return typedValue(run, run.unit.owner, declared.type, held.taint) ?? held;
}

/** Nothing but taint is known of it. */
export const isBare = (value: Value): boolean =>
  value.apis.length === 0 &&
  value.shape === undefined &&
  value.callables.length === 0 &&
  value.constants.every((one) => one === null);
