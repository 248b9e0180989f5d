import type { ValueId, VariableId } from '../ir/instruction.js';
import type { Callable } from './callable.js';
import { type Frame, RunCache } from './frame.js';
import type { Field, Shape } from './shape.js';
import { CLEAN, type Slots, substitute } from './taint.js';
import type { Unit } from './unit.js';
import type { Same, Value } from './value.js';
import { joinAll } from './value-join.js';

/** What a caller passed. */
export interface Passed extends Slots {
  /** The function that it was passed to. */
  readonly unit: Unit;
  /** By slot: arguments of which the function was told less than the caller knows. */
  readonly wholes: ReadonlyMap<number, Value>;
}

/** Puts what a caller passed into a value that a function made: into it, its fields, and the variables of closures. */
export function substituteValue(value: Value, passed: Passed): Value {
  const taint = substitute(value.taint, passed);
  const shape = value.shape === undefined ? undefined : substituteShape(value.shape, passed);
  const callables =
    value.callables.length === 0 ? value.callables : substituteCallables(value.callables, passed);
  const isUnchanged = taint === value.taint && shape === value.shape && callables === value.callables;
  const substituted = isUnchanged ? value : { ...value, taint, shape, callables };
  return value.same === undefined ? substituted : restored(substituted, value, value.same, passed);
}

/** Arguments that were handed through come out as they went in. */
function restored(substituted: Value, value: Value, { slots, only }: Same, { wholes }: Passed): Value {
  const known = slots.map((slot) => wholes.get(slot)).filter((whole) => whole !== undefined);
  const plain: Value = { ...substituted, same: undefined };
  if (known.length === 0) return plain;
  const isTouched = value.taint.atoms.some(
    (atom) => atom.cleared !== 0 || atom.guards !== 0 || atom.doubt !== 0,
  );
  if (isTouched)
    return joinAll([plain, ...known.map((whole) => ({ ...whole, taint: CLEAN, shape: undefined }))]);
  return only && known.length === slots.length ? joinAll(known) : joinAll([plain, ...known]);
}

function substituteShape(shape: Shape, passed: Passed): Shape {
  let changed = false;
  const one = (field: Field): Field => {
    const value = substituteValue(field.value, passed);
    if (value === field.value) return field;
    changed = true;
    return { value, site: field.site };
  };
  const fields = new Map<string, Field>();
  for (const [key, field] of shape.fields) fields.set(key, one(field));
  const items = shape.items.map(one);
  const others = shape.others.map(one);
  return changed ? shape.with({ fields, items, others, key: shape.key }) : shape;
}

function substituteCallables(callables: readonly Callable[], passed: Passed): readonly Callable[] {
  const changed = callables.map((callable): Callable => {
    if (callable.kind !== 'class' && callable.kind !== 'function') return callable;
    if (callable.kind === 'class') {
      const frame = substituteFrame(callable.class.frame, passed);
      return frame === callable.class.frame
        ? callable
        : { kind: 'class', class: { ...callable.class, frame } };
    }
    const frame = substituteFrame(callable.frame, passed);
    const receiver = callable.receiver === undefined ? undefined : substituteValue(callable.receiver, passed);
    if (frame === callable.frame && receiver === callable.receiver) return callable;
    return { ...callable, frame, ...(receiver !== undefined && { receiver }) };
  });
  return changed.every((callable, i) => callable === callables[i]) ? callables : changed;
}

/** Module frames know no caller, and the variables of a running function are the running function's own. */
const substituteFrame = (frame: Frame, passed: Passed): Frame =>
  frame.live || frame.parent === undefined || !isWithin(frame, passed.unit)
    ? frame
    : new SubstitutedFrame(frame, passed);

/** Only what a function and those in it see is told in terms of what it was passed. */
function isWithin(frame: Frame, unit: Unit): boolean {
  for (let around: Frame | undefined = frame; around !== undefined; around = around.parent)
    if (around.unit === unit) return true;
  return false;
}

/** The variables that a closure saw when it was made, as its caller's caller knows them. */
class SubstitutedFrame implements Frame {
  readonly live = false;
  readonly runs = new RunCache();
  readonly #inner: Frame;
  readonly #passed: Passed;

  constructor(inner: Frame, passed: Passed) {
    this.#inner = inner;
    this.#passed = passed;
  }

  get unit(): Unit {
    return this.#inner.unit;
  }

  get parent(): Frame | undefined {
    return this.#inner.parent;
  }

  lookup(variable: VariableId): Value | undefined {
    const value = this.#inner.lookup(variable);
    const owner = this.unit.module.variables[variable]?.owner;
    if (value === undefined || owner === 0) return value;
    return substituteValue(value, this.#passed);
  }

  assign(): boolean {
    return false;
  }

  returned(): void {}

  keep(): void {}

  value(at: ValueId): Value | undefined {
    const value = this.#inner.value(at);
    return value === undefined ? undefined : substituteValue(value, this.#passed);
  }
}
