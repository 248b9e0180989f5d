import type { VariableId } from '../ir/instruction.js';
import type { Parameter } from '../ir/module.js';
import type { Arguments, Given } from './arguments.js';
import { EVERYWHERE, guardBits } from './bits.js';
import type { Execution } from './execution.js';
import type { Frame } from './frame.js';
import { THIS } from './place.js';
import type { Field } from './shape.js';
import { guarded, withoutTexts } from './taint.js';
import { isHarmless, typedValue } from './types.js';
import type { Unit } from './unit.js';
import { listOf, mapOf, UNKNOWN, type Value, withTaint } from './value.js';
import { join } from './value-join.js';
import { isBare } from './variables.js';

/** What a parameter (or `this`) holds when a function starts. */
export interface Bound {
  readonly variable: VariableId;
  /** Position of the parameter; THIS for `this`. */
  readonly position: number;
  readonly value: Value;
  /** The argument as the caller gave it; absent for defaults and for parameters that collect several. */
  readonly given: Given | undefined;
}

/** Gives every parameter its argument, its default, or nothing that is known. */
export function bind(
  run: Execution,
  unit: Unit,
  frame: Frame,
  args: Arguments,
  receiver: Given | undefined,
): readonly Bound[] {
  const bound: Bound[] = [];
  const positional = [...args.positional];
  const named = new Map(args.named);
  if (receiver !== undefined) {
    if (unit.owner.python && unit.fn.class !== undefined) positional.unshift(receiver);
    else bound.push({ variable: THIS, position: THIS, value: receiver.value, given: receiver });
  }
  unit.fn.parameters.forEach((parameter, position) => {
    const { variable } = parameter;
    const add = (value: Value, given?: Given): void => {
      bound.push({ variable, position, value: declared(run, unit, parameter, value), given });
    };
    if (parameter.kind === 'rest') {
      const items: Field[] = positional.splice(0);
      add(listOf(items, 'list', args.restList === undefined ? [] : [args.restList]));
      return;
    }
    if (parameter.kind === 'keyword-rest') {
      const others = args.restMap === undefined ? [] : [args.restMap];
      add(mapOf(new Map(named), others.length === 0, others));
      return;
    }
    const given = named.get(parameter.name) ?? (parameter.kind === 'plain' ? positional.shift() : undefined);
    named.delete(parameter.name);
    if (given !== undefined) add(given.value, given);
    else add(withDefault(frame, parameter, args.restMap ?? args.restList));
  });
  return bound;
}

/** Gives parameters what can be said without knowing a caller: their types and defaults. */
export function bindAnything(
  run: Execution,
  unit: Unit,
  frame: Frame,
  receiver: Value | undefined,
): readonly Bound[] {
  const bound: Bound[] = [];
  const isMethod = receiver !== undefined && unit.owner.python && unit.fn.class !== undefined;
  if (receiver !== undefined && !isMethod) {
    bound.push({ variable: THIS, position: THIS, value: receiver, given: undefined });
  }
  unit.fn.parameters.forEach((parameter, position) => {
    const { variable } = parameter;
    const isReceiver = isMethod && position === 0;
    const value = isReceiver ? receiver : anything(frame, parameter);
    bound.push({ variable, position, value: declared(run, unit, parameter, value), given: undefined });
  });
  return bound;
}

function anything(frame: Frame, parameter: Parameter): Value {
  if (parameter.kind === 'rest') return listOf([], 'list', [{ value: UNKNOWN, site: undefined }]);
  return withDefault(frame, parameter, { value: UNKNOWN, site: undefined });
}

/** A parameter for which no argument is seen; `hidden` is a spread that may hold one. */
function withDefault(frame: Frame, parameter: Parameter, hidden: Given | undefined): Value {
  const usual = parameter.default === undefined ? undefined : frame.value(parameter.default);
  if (usual === undefined) return hidden === undefined ? UNKNOWN : hidden.value;
  return hidden === undefined ? usual : join(usual, hidden.value);
}

/** What the declared type adds: an unknown client is an instance, a number carries no text. */
function declared(run: Execution, unit: Unit, parameter: Parameter, value: Value): Value {
  const type = parameter.type ?? unit.module.variables[parameter.variable]?.type;
  if (type === undefined) return value;
  if (isHarmless(type)) {
    return withTaint(value, withoutTexts(guarded(value.taint, EVERYWHERE, guardBits.bit('number'))));
  }
  if (!isBare(value)) return value;
  const typed = typedValue(run, unit.owner, type, value.taint);
  return typed === undefined
    ? value
    : { ...typed, constants: value.constants, open: value.open, same: value.same };
}
