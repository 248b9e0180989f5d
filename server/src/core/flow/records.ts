import type { Call } from './calls.js';
import type { Execution } from './execution.js';
import { lastName, writtenChain } from './names.js';
import { deepTaint, type Field, Shape } from './shape.js';
import { CLEAN, doubted, type Taint, union, withoutTexts } from './taint.js';
import type { Value } from './value.js';

/** What a call of a class of a library makes: an object with the named arguments as its fields. */
export interface Record {
  readonly shape: Shape;
  /** What came in without a name. */
  readonly taint: Taint;
}

/** `Config(temperature=0, system=text)`, `new Config({ temperature: 0 })`: by its name a class, and given fields by name. */
export function recordOf(run: Execution, call: Call): Record | undefined {
  const name = lastName(writtenChain(run.unit, call.instruction.callee));
  if (name === undefined || !/^[A-Z]/.test(name)) return undefined;
  const fields = new Map<string, Field>(call.args.named);
  let taint = call.args.restMap === undefined ? CLEAN : deepTaint(call.args.restMap.value);
  let isWhole = call.args.restMap === undefined && call.args.restList === undefined;
  for (const { value } of call.args.positional) {
    if (isOptions(value)) {
      for (const [key, field] of value.shape?.fields ?? []) fields.set(key, field);
      isWhole &&= value.shape?.exact === true;
    } else taint = union(taint, deepTaint(value));
  }
  if (fields.size === 0) return undefined;
  return {
    shape: new Shape({ kind: 'instance', fields, exact: isWhole }),
    taint: doubted(withoutTexts(taint)),
  };
}

const isOptions = (value: Value): boolean => value.shape?.kind === 'map';
