import { type Arguments, allOf } from './arguments.js';
import { EVERYWHERE, guardBits } from './bits.js';
import type { ClassRef } from './callable.js';
import type { Call } from './calls.js';
import { bareInstance } from './classes.js';
import type { Execution } from './execution.js';
import { invokeOn } from './invoke.js';
import { inheritedOptions } from './options.js';
import { constructorFor } from './overloads.js';
import { deepTaint, type Field } from './shape.js';
import { CLEAN, guarded, type Taint, union, withoutTexts } from './taint.js';
import { isHarmless } from './types.js';
import { unknown, type Value, withTaint } from './value.js';
import { withField } from './value-access.js';

/** `Class(...)`, `new Class(...)`. */
export function construct(run: Execution, call: Call, ref: ClassRef): Value {
  if (run.program.classes.isEnumeration(ref)) {
    // One of the members, or an exception.
    return unknown(withoutTexts(guarded(taintOf(call.args), EVERYWHERE, guardBits.bit('allowlist'))));
  }
  const built = initialized(run, call, ref, bareInstance(ref));
  if (built !== undefined) return built;
  inheritedOptions(run, call, ref);
  return withDeclaredFields(run, call, ref);
}

/** `super(...)`: the constructor of the base class runs on the instance at hand. */
export function constructBase(run: Execution, call: Call, callee: Value): Value {
  const place = run.unit.place(call.instruction.callee);
  for (const ref of callee.shape?.classes ?? []) {
    const built = initialized(run, call, ref, callee);
    if (built === undefined || place === undefined) continue;
    run.change(place, (held) => ({
      ...held,
      shape: built.shape?.with({ classes: held.shape?.classes ?? [] }),
    }));
  }
  return unknown(CLEAN);
}

function initialized(run: Execution, call: Call, ref: ClassRef, instance: Value): Value | undefined {
  const { classes } = run.program;
  const found = classes.method(ref, '__init__') ?? constructorFor(classes, ref, call.args);
  if (found === undefined) return undefined;
  const args: Arguments = { ...call.args, receiver: undefined };
  const target = {
    kind: 'function',
    unit: found.unit,
    frame: found.class.frame,
    receiver: instance,
  } as const;
  return invokeOn(run, call.at, target, args).receiver;
}

/** Data classes and models of a schema: the named arguments become fields. */
function withDeclaredFields(run: Execution, call: Call, ref: ClassRef): Value {
  let instance = bareInstance(ref);
  for (const [name, { value, site }] of call.args.named) {
    const type = run.program.classes
      .lineage(ref)
      .map((one) => one.definition.fields.get(name))
      .find(Boolean);
    const checked = type !== undefined && isHarmless(type);
    const taint = checked ? guarded(value.taint, EVERYWHERE, guardBits.bit('number')) : value.taint;
    const field: Field = { value: withTaint(value, taint), site };
    instance = withField(instance, name, field);
  }
  let positional: Taint = CLEAN;
  for (const { value } of call.args.positional) positional = union(positional, deepTaint(value));
  if (call.args.restMap !== undefined) positional = union(positional, deepTaint(call.args.restMap.value));
  return withTaint(instance, positional);
}

const taintOf = (args: Arguments): Taint =>
  allOf(args).reduce<Taint>((taint, one) => union(taint, deepTaint(one.value)), CLEAN);
