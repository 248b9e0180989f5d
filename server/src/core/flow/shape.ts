import type { ClassRef } from './callable.js';
import type { Site } from './site.js';
import { CLEAN, type Taint, union } from './taint.js';
import type { Value } from './value.js';

/** A value in a container, and the place where it was put there. */
export interface Field {
  readonly value: Value;
  readonly site: Site | undefined;
}

interface ShapeParts {
  readonly kind: 'map' | 'list' | 'tuple' | 'set' | 'instance';
  readonly fields: ReadonlyMap<string, Field>;
  readonly items: readonly Field[];
  /** What may be under keys or at positions that are not known. */
  readonly others: readonly Field[];
  /** There is nothing but what is listed. */
  readonly exact: boolean;
  /** Classes of the program of which it may be an instance. */
  readonly classes: readonly ClassRef[];
  /** Stands for the whole where shapes are compared: set on instances that are known by their class alone. */
  readonly key: string | undefined;
}

/** Values within a container beyond which only the outermost are told apart. */
const MAX_WEIGHT = 120;

export const NO_FIELDS: ReadonlyMap<string, Field> = new Map();
const NONE: readonly Field[] = [];
const NO_CLASSES: readonly ClassRef[] = [];

/** What is known of the inside of a value. Immutable, and of bounded size. */
export class Shape implements ShapeParts {
  readonly kind: ShapeParts['kind'];
  readonly fields: ReadonlyMap<string, Field>;
  readonly items: readonly Field[];
  readonly others: readonly Field[];
  readonly exact: boolean;
  readonly classes: readonly ClassRef[];
  readonly key: string | undefined;
  /** Number of values in it, at all depths. */
  readonly weight: number;
  #inner: Taint | undefined;

  constructor(parts: Partial<ShapeParts> & Pick<ShapeParts, 'kind'>) {
    const { fields = NO_FIELDS, items = NONE, others = NONE } = parts;
    let weight = 1;
    for (const field of fields.values()) weight += field.value.shape?.weight ?? 1;
    for (const field of items) weight += field.value.shape?.weight ?? 1;
    for (const field of others) weight += field.value.shape?.weight ?? 1;
    const tooHeavy = weight > MAX_WEIGHT;
    this.kind = parts.kind;
    this.fields = tooHeavy ? new Map([...fields].map(([key, field]) => [key, flattened(field)])) : fields;
    this.items = tooHeavy ? items.map(flattened) : items;
    this.others = tooHeavy ? others.map(flattened) : others;
    this.exact = parts.exact ?? others.length === 0;
    this.classes = parts.classes ?? NO_CLASSES;
    this.key = parts.key;
    this.weight = tooHeavy ? 1 + fields.size + items.length + others.length : weight;
  }

  /** The shape with some of its parts replaced. */
  with(changes: Partial<ShapeParts>): Shape {
    return new Shape({
      kind: this.kind,
      fields: this.fields,
      items: this.items,
      others: this.others,
      exact: this.exact,
      classes: this.classes,
      ...changes,
    });
  }

  /** What travels with anything in it. */
  get inner(): Taint {
    if (this.#inner === undefined) {
      let taint = CLEAN;
      for (const field of this.fields.values()) taint = union(taint, deepTaint(field.value));
      for (const field of this.items) taint = union(taint, deepTaint(field.value));
      for (const field of this.others) taint = union(taint, deepTaint(field.value));
      this.#inner = taint;
    }
    return this.#inner;
  }
}

/** The taint of a value and of everything in it. */
export const deepTaint = (value: Value): Taint =>
  value.shape === undefined ? value.taint : union(value.taint, value.shape.inner);

/** The field without what is known of its inside. */
function flattened(field: Field): Field {
  if (field.value.shape === undefined) return field;
  return {
    value: { ...field.value, taint: deepTaint(field.value), shape: undefined, open: true },
    site: field.site,
  };
}
