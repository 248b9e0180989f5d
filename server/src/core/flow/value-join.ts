import { type ClassRef, sameCallable } from './callable.js';
import { type Field, Shape } from './shape.js';
import { union } from './taint.js';
import { type Constant, type Same, UNKNOWN, type Value } from './value.js';

const MAX_ALTERNATIVES = 4;
/** Tables of tools and handlers have many entries. */
const MAX_CALLABLES = 24;
const MAX_CONSTANTS = 6;
/** Containers nested deeper than this are joined by what they hold. */
const MAX_DEPTH = 4;

/** What is known when a value is one of two. */
export function join(a: Value, b: Value, depth = 0): Value {
  if (a === b) return a;
  if (a === UNKNOWN && isPlain(b)) return b.taint === UNKNOWN.taint ? a : opened(b);
  if (b === UNKNOWN && isPlain(a)) return a.taint === UNKNOWN.taint ? b : opened(a);
  const constants = joinLists(a.constants, b.constants, MAX_CONSTANTS, sameConstant);
  return {
    taint: union(a.taint, b.taint),
    apis: joinLists(a.apis, b.apis, MAX_ALTERNATIVES, Object.is),
    constants: constants.length > MAX_CONSTANTS ? [] : constants,
    open: a.open || b.open || constants.length > MAX_CONSTANTS,
    prefix: a.prefix ?? b.prefix,
    shape: joinShapes(a, b, depth),
    callables: joinLists(a.callables, b.callables, MAX_CALLABLES, sameCallable),
    predicate: a.predicate === b.predicate ? a.predicate : undefined,
    checks: a.checks === b.checks ? a.checks : undefined,
    same: joinSame(a.same, b.same),
  };
}

const isPlain = (value: Value): boolean =>
  value.same === undefined &&
  value.shape === undefined &&
  value.apis.length === 0 &&
  value.constants.length === 0 &&
  value.callables.length === 0 &&
  value.prefix === undefined;

const opened = (value: Value): Value =>
  value.open && value.predicate === undefined ? value : { ...value, open: true, predicate: undefined };

function joinSame(a: Same | undefined, b: Same | undefined): Same | undefined {
  if (a === b) return a;
  if (a === undefined || b === undefined) return { slots: (a ?? b)?.slots ?? [], only: false };
  return { slots: joinLists(a.slots, b.slots, MAX_ALTERNATIVES, Object.is), only: a.only && b.only };
}

const sameClass = (a: ClassRef, b: ClassRef): boolean => a.definition === b.definition;

const sameConstant = (a: Constant, b: Constant): boolean => a === b;

function joinLists<T>(
  a: readonly T[],
  b: readonly T[],
  limit: number,
  same: (a: T, b: T) => boolean,
): readonly T[] {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  const added = b.filter((one) => !a.some((other) => same(one, other)));
  return added.length === 0 ? a : [...a, ...added].slice(0, limit + 1);
}

function joinShapes(a: Value, b: Value, depth: number): Shape | undefined {
  const [x, y] = [a.shape, b.shape];
  if (x === y) return x;
  // None, "" or something unknown beside a container: keep what is known of it.
  if (x === undefined) return y === undefined || !y.exact || !a.open ? y : y.with({ exact: false });
  if (y === undefined) return !x.exact || !b.open ? x : x.with({ exact: false });
  if (depth >= MAX_DEPTH) return undefined;
  const kind = x.kind === y.kind ? x.kind : 'map';
  const items: Field[] = [];
  const shared = Math.min(x.items.length, y.items.length);
  for (let i = 0; i < shared; i++) items.push(joinFields(x.items[i], y.items[i], depth) ?? EMPTY_FIELD);
  let others = mergeOthers(x.others, y.others);
  for (const extra of [...x.items.slice(shared), ...y.items.slice(shared)]) others = withOther(others, extra);
  const fields = new Map(x.fields);
  for (const [key, field] of y.fields) {
    const joined = joinFields(fields.get(key), field, depth);
    if (joined !== undefined) fields.set(key, joined);
  }
  return new Shape({
    kind,
    fields,
    items,
    others,
    exact: x.exact && y.exact && others.length === 0,
    classes: joinLists(x.classes, y.classes, MAX_CALLABLES, sameClass),
  });
}

const EMPTY_FIELD: Field = { value: UNKNOWN, site: undefined };

/** Alternatives of which more are kept apart than this are joined. */
const MAX_OTHERS = 6;

/**
 * One more thing that may be at a place that is not known. Messages are kept apart, as each has its own role, but those that were put
 * there at one place of the program are one; so is everything else.
 */
export function withOther(others: readonly Field[], field: Field): readonly Field[] {
  const isMessage = hasRole(field);
  const at = others.findIndex(
    (one) =>
      one === field ||
      (isMessage
        ? one.site?.unit === field.site?.unit && one.site?.at === field.site?.at && hasRole(one)
        : !hasRole(one)),
  );
  const index = at === -1 && others.length >= MAX_OTHERS ? others.length - 1 : at;
  if (index === -1) return [...others, field];
  const known = others[index];
  const joined = joinFields(known, field);
  return joined === undefined || joined === known
    ? others
    : others.map((one, i) => (i === index ? joined : one));
}

const hasRole = ({ value: { shape } }: Field): boolean =>
  shape !== undefined && (shape.kind === 'tuple' || shape.fields.has('role'));

export const mergeOthers = (a: readonly Field[], b: readonly Field[]): readonly Field[] =>
  a === b || b.length === 0 ? a : b.reduce(withOther, a);

/** One of two fields may be missing: then the other one is there at most. */
export function joinFields(a: Field | undefined, b: Field | undefined, depth = 0): Field | undefined {
  if (a === undefined || a === b) return b;
  if (b === undefined) return a;
  const value = join(a.value, b.value, depth + 1);
  return value === a.value ? a : { value, site: a.site ?? b.site };
}

export const joinAll = (values: readonly Value[]): Value => {
  const [first, ...others] = values;
  return first === undefined ? UNKNOWN : others.reduce((joined, value) => join(joined, value), first);
};
