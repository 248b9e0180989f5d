import type { Bound } from './binding.js';
import type { Callable } from './callable.js';
import { deepTaint, type Field, Shape } from './shape.js';
import { CLEAN, fromSlot, type Slots, type Taint, union } from './taint.js';
import type { Unit } from './unit.js';
import { type Same, unknown, type Value } from './value.js';

/** Arguments without what travels with them: each piece has a slot instead. */
export interface Abstraction extends Slots {
  /** The function that they are for. */
  readonly unit: Unit;
  readonly bound: readonly Bound[];
  /** By slot: arguments of which the run is told less than the caller knows. */
  readonly wholes: ReadonlyMap<number, Value>;
  /** The slot of the whole value of each bound parameter, in the order of `bound`. */
  readonly roots: readonly number[];
  /** Equal for arguments of equal shape; `undefined` when a run for them cannot serve others. */
  readonly key: string | undefined;
}

/** Containers are looked into so deep; what is deeper travels with what is around it. */
const MAX_DEPTH = 4;
const MAX_SLOTS = 120;
/** Numbers of slots for each function, more than one ever has. */
const SLOTS_PER_FUNCTION = 4096;
/** Longer constants are texts, not settings that decide what a function does. */
const MAX_CONSTANT = 80;

/** Numbers of objects that take part in keys. */
export class Identities {
  readonly #numbers = new WeakMap<object, number>();
  #next = 0;

  of(object: object): number {
    const known = this.#numbers.get(object);
    if (known !== undefined) return known;
    const made = this.#next++;
    this.#numbers.set(object, made);
    return made;
  }
}

/**
 * How much of an argument a run is made for: all that is known of it; what library value, function or instance it is; only what travels
 * with it.
 */
export type Detail = 'full' | 'identity' | 'bare';

/** A function of the program that was run so often is run for less from then on, so that the work stays in proportion to the code. */
const FULL_RUNS = 8;
const IDENTITY_RUNS = 12;

/** The most that the next run of a function is told, which has been run so often. */
export const detailAfter = (runs: number): Detail =>
  runs < FULL_RUNS ? 'full' : runs < IDENTITY_RUNS ? 'identity' : 'bare';

export function abstractArguments(
  identities: Identities,
  unit: Unit,
  bound: readonly Bound[],
  detail: (bound: Bound) => Detail,
): Abstraction {
  const start = identities.of(unit) * SLOTS_PER_FUNCTION;
  const builder = new Builder(identities, start);
  const roots: number[] = [];
  const values = bound.map((one) => {
    roots.push(start + builder.slots.length);
    return { ...one, value: builder.argument(one.value, detail(one)) };
  });
  return {
    unit,
    bound: values,
    start,
    slots: builder.slots,
    wholes: builder.wholes,
    roots,
    key: builder.shareable ? builder.key.join('') : undefined,
  };
}

class Builder {
  readonly slots: Taint[] = [];
  readonly key: string[] = [];
  shareable = true;
  /** By slot: arguments of which the run is told less than is known. */
  readonly wholes = new Map<number, Value>();
  readonly #identities: Identities;
  readonly #start: number;

  constructor(identities: Identities, start: number) {
    this.#identities = identities;
    this.#start = start;
  }

  argument(value: Value, detail: Detail): Value {
    const slot = this.#start + this.slots.length;
    const same: Same = { slots: [slot], only: true };
    if (detail === 'full' || (detail === 'identity' && isPlain(value)))
      return { ...this.value(value, 0), same };
    const isIdentity = detail === 'identity';
    const shape = isIdentity && isInstance(value.shape) ? value.shape : undefined;
    const taint = shape === undefined ? deepTaint(value) : value.taint;
    const less = isIdentity
      ? { ...unknown(taint), apis: value.apis, callables: value.callables, shape }
      : unknown(taint);
    this.wholes.set(slot, value);
    return { ...this.value(less, 0), same };
  }

  value(value: Value, depth: number): Value {
    const slot = this.slots.length;
    this.slots.push(value.taint);
    const { constants, open } = value;
    // Of something that may be anything only known texts matter: a default address, a usual role.
    const settings = constants.filter((one) => isSetting(one) && (!open || typeof one === 'string'));
    const isOpen = open || settings.length < constants.length;
    this.key.push(isOpen ? '?' : '=', ...value.apis.map((api) => `a${api.id}`));
    for (const one of settings) this.key.push('c', JSON.stringify(one));
    const prefix =
      value.prefix === undefined || value.prefix.length > MAX_CONSTANT ? undefined : value.prefix;
    if (prefix !== undefined) this.key.push('p', JSON.stringify(prefix));
    const shape = value.shape === undefined ? undefined : this.#shape(value.shape, slot, depth);
    const callables = value.callables.map((callable) => this.#callable(callable, depth));
    this.key.push(';');
    return {
      taint: fromSlot(this.#start + slot),
      apis: value.apis,
      constants: settings,
      open: isOpen,
      prefix,
      shape,
      callables,
      predicate: undefined,
      checks: undefined,
      same: undefined,
    };
  }

  #shape(shape: Shape, slot: number, depth: number): Shape | undefined {
    if (shape.key !== undefined) {
      this.key.push('i', shape.key);
      return shape;
    }
    if (depth >= MAX_DEPTH || this.slots.length >= MAX_SLOTS) {
      for (const field of [...shape.fields.values(), ...shape.items, ...shape.others])
        this.#fold(slot, field);
      this.key.push('~');
      if (shape.classes.length === 0) return undefined;
      this.#classes(shape);
      // What an instance is says more than what is in it.
      return new Shape({ kind: shape.kind, exact: false, classes: shape.classes });
    }
    this.key.push(shape.exact ? '{' : '{?', shape.kind);
    this.#classes(shape);
    const fields = new Map<string, Field>();
    for (const [name, field] of shape.fields) {
      this.key.push(JSON.stringify(name));
      fields.set(name, this.#field(field, depth));
    }
    const items = shape.items.map((item) => this.#field(item, depth));
    this.key.push('|');
    const others = shape.others.map((other) => this.#field(other, depth));
    this.key.push('}');
    return shape.with({ fields, items, others });
  }

  #classes({ classes }: Shape): void {
    for (const { definition, frame } of classes) {
      this.key.push('k', String(this.#identities.of(definition)));
      if (frame.live && frame.parent !== undefined) this.shareable = false;
    }
  }

  #field(field: Field, depth: number): Field {
    return { value: this.value(field.value, depth + 1), site: field.site };
  }

  /** What is too deep to have a slot of its own shares that of what it is in. */
  #fold(slot: number, field: Field): void {
    const around = this.slots[slot] ?? CLEAN;
    this.slots[slot] = union(around, deepTaint(field.value));
  }

  #callable(callable: Callable, depth: number): Callable {
    if (callable.kind === 'module') {
      this.key.push('m', JSON.stringify(callable.path));
      return callable;
    }
    if (callable.kind === 'partial' || callable.kind === 'resolve') {
      this.shareable = false;
      return callable;
    }
    const frame = callable.kind === 'function' ? callable.frame : callable.class.frame;
    if (frame.live) this.shareable = false;
    if (callable.kind === 'class') {
      this.key.push(
        'k',
        String(this.#identities.of(callable.class.definition)),
        '@',
        String(this.#identities.of(frame)),
      );
      return callable;
    }
    this.key.push('f', callable.unit.key, '@', String(this.#identities.of(frame)));
    if (callable.receiver === undefined) return callable;
    return { ...callable, receiver: this.value(callable.receiver, depth + 1) };
  }
}

/** Numbers and sentences decide nothing that matters here. */
const isSetting = (one: Value['constants'][number]): boolean =>
  typeof one === 'string' ? one.length <= MAX_CONSTANT && !/\s/.test(one) : typeof one !== 'number';

/** There is nothing to leave out. */
const isPlain = ({ shape, constants, prefix }: Value): boolean =>
  prefix === undefined && constants.length === 0 && (shape === undefined || isInstance(shape));

const isInstance = (shape: Shape | undefined): boolean => shape !== undefined && shape.classes.length > 0;
