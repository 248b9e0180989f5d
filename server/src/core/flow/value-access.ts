import { type Field, Shape } from './shape.js';
import { CLEAN, type Taint, union } from './taint.js';
import { UNKNOWN, unknown, type Value, withTaint } from './value.js';
import { join, joinFields, mergeOthers, withOther } from './value-join.js';

const MAX_FIELDS = 80;
const MAX_ITEMS = 24;
/** Values nested deeper than this are not looked into. */
const MAX_DEPTH = 6;

/** The field that is known under a key; what travels with the container travels with it. */
export function fieldOf(value: Value, key: string): Field | undefined {
  const { shape } = value;
  if (shape === undefined) return undefined;
  const known = shape.fields.get(key) ?? itemAt(shape, key);
  if (known !== undefined) return withContainer(known, value.taint);
  const joined = shape.others.reduce<Field | undefined>((all, one) => joinFields(all, one), undefined);
  return joined === undefined ? undefined : withContainer(joined, value.taint);
}

function itemAt(shape: Shape, key: string): Field | undefined {
  if (shape.items.length === 0 || !/^-?\d{1,6}$/.test(key)) return undefined;
  const index = Number(key);
  if (index >= 0) return shape.items[index];
  return shape.others.length === 0 ? shape.items[shape.items.length + index] : undefined;
}

function withContainer(field: Field, taint: Taint): Field {
  if (taint === CLEAN) return field;
  return { value: withTaint(field.value, union(field.value.taint, taint)), site: field.site };
}

/** Everything that iterating gives: the items, the values of unknown positions. */
export function elementsOf(value: Value): Field[] {
  const { shape } = value;
  if (shape === undefined) return [];
  const all = [...shape.items, ...shape.others];
  if (shape.kind === 'map') all.push(...shape.fields.values());
  return value.taint === CLEAN ? all : all.map((field) => withContainer(field, value.taint));
}

/** One element, whichever it is. */
export function anyElement(value: Value): Value {
  const [first, ...others] = elementsOf(value);
  if (first === undefined) return unknown(value.taint);
  return others.reduce((joined, field) => join(joined, field.value), first.value);
}

const EMPTY = new Shape({ kind: 'map', exact: false });

/** The value with something new in it: an argument is not any more what it was. */
const written = (value: Value, shape: Shape): Value => ({
  ...value,
  shape,
  same: value.same === undefined ? undefined : { ...value.same, only: false },
});

/** The value after `value[key] = field`; without a key, after a write at a place that is not known. */
export function withField(value: Value, key: string | undefined, field: Field): Value {
  const shape = value.shape ?? EMPTY;
  if (key !== undefined && (shape.fields.has(key) || shape.fields.size < MAX_FIELDS)) {
    return written(value, shape.with({ fields: new Map(shape.fields).set(key, field) }));
  }
  return written(value, shape.with({ others: withOther(shape.others, field), exact: false }));
}

/** The value after something was added at its end. */
export function withItem(value: Value, field: Field): Value {
  const shape = value.shape ?? EMPTY.with({ kind: 'list' });
  if (shape.exact && shape.items.length < MAX_ITEMS) {
    return written(value, shape.with({ items: [...shape.items, field] }));
  }
  return written(value, shape.with({ others: withOther(shape.others, field), exact: false }));
}

/** What is known of what is at `path`; where the path leads out of what is known, the value there. */
export function valueAt(value: Value, path: readonly string[]): Value {
  let at = value;
  for (const key of path) {
    const field = key === '[]' ? undefined : fieldOf(at, key);
    if (field === undefined) return at;
    at = field.value;
  }
  return at;
}

/** The value after `change` was applied to what is at `path` in it. */
export function updated(value: Value, path: readonly string[], change: (value: Value) => Value): Value {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (path.length > MAX_DEPTH) return value;
  const inner = key === '[]' ? value.shape?.others[0] : value.shape?.fields.get(key);
  const next = updated(inner?.value ?? unknown(value.taint), rest, change);
  return withField(value, key === '[]' ? undefined : key, { value: next, site: inner?.site });
}

/** Several values put together in a list-like one: concatenation, spreading. */
export function concatenated(parts: readonly Value[]): Shape | undefined {
  if (!parts.some((part) => part.shape !== undefined)) return undefined;
  const items: Field[] = [];
  let others: readonly Field[] = [];
  for (const part of parts) {
    const { shape } = part;
    if (shape === undefined) {
      others = withOther(others, { value: unknown(part.taint), site: undefined });
      continue;
    }
    for (const item of shape.items) {
      if (others.length === 0 && items.length < MAX_ITEMS) items.push(item);
      else others = withOther(others, item);
    }
    others = mergeOthers(others, shape.others);
  }
  return new Shape({ kind: 'list', items, others });
}

export const emptyField: Field = { value: UNKNOWN, site: undefined };
