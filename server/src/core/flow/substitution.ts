import type { ValueId, VariableId } from '../ir/instruction.js';
import type { Callable } from './callable.js';
import { type Frame, RunCache } from './frame.js';
import type { Field, Shape } from './shape.js';
import { substitute, type Taint } from './taint.js';
import type { Unit } from './unit.js';
import type { Value } from './value.js';

/** Puts what a caller passed into a value that a function made: into it, its fields, and the variables of closures. */
export function substituteValue(value: Value, slots: readonly Taint[]): Value {
  const taint = substitute(value.taint, slots);
  const shape = value.shape === undefined ? undefined : substituteShape(value.shape, slots);
  const callables =
    value.callables.length === 0 ? value.callables : substituteCallables(value.callables, slots);
  if (taint === value.taint && shape === value.shape && callables === value.callables) return value;
  return { ...value, taint, shape, callables };
}

function substituteShape(shape: Shape, slots: readonly Taint[]): Shape {
  let changed = false;
  const one = (field: Field): Field => {
    const value = substituteValue(field.value, slots);
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

function substituteCallables(callables: readonly Callable[], slots: readonly Taint[]): readonly Callable[] {
  const changed = callables.map((callable): Callable => {
    if (callable.kind === 'module' || callable.kind === 'partial') return callable;
    if (callable.kind === 'class') {
      const frame = substituteFrame(callable.class.frame, slots);
      return frame === callable.class.frame
        ? callable
        : { kind: 'class', class: { ...callable.class, frame } };
    }
    const frame = substituteFrame(callable.frame, slots);
    const receiver = callable.receiver === undefined ? undefined : substituteValue(callable.receiver, slots);
    if (frame === callable.frame && receiver === callable.receiver) return callable;
    return { ...callable, frame, ...(receiver !== undefined && { receiver }) };
  });
  return changed.every((callable, i) => callable === callables[i]) ? callables : changed;
}

/** Module frames know no caller, and the variables of a running function are the running function's own. */
const substituteFrame = (frame: Frame, slots: readonly Taint[]): Frame =>
  frame.live || frame.parent === undefined ? frame : new SubstitutedFrame(frame, slots);

/** The variables that a closure saw when it was made, as its caller's caller knows them. */
class SubstitutedFrame implements Frame {
  readonly live = false;
  readonly runs = new RunCache();
  readonly #inner: Frame;
  readonly #slots: readonly Taint[];

  constructor(inner: Frame, slots: readonly Taint[]) {
    this.#inner = inner;
    this.#slots = slots;
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
    return substituteValue(value, this.#slots);
  }

  assign(): boolean {
    return false;
  }

  value(at: ValueId): Value | undefined {
    const value = this.#inner.value(at);
    return value === undefined ? undefined : substituteValue(value, this.#slots);
  }
}
