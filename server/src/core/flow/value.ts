import type { Api } from '../models/model-index.js';
import type { Callable } from './callable.js';
import type { Checks } from './checks.js';
import type { Predicate } from './predicate.js';
import { type Field, Shape } from './shape.js';
import { CLEAN, type Taint } from './taint.js';

export type Constant = string | number | boolean | null;

/** What a variable may hold, as far as the analysis can tell. Immutable: writing into an object gives another value. */
export interface Value {
  /** What travels with the value itself; its fields have their own. */
  readonly taint: Taint;
  /** Library values that it may be. */
  readonly apis: readonly Api[];
  /** Constants that it may be. */
  readonly constants: readonly Constant[];
  /** It may also be something that is not known. */
  readonly open: boolean;
  /** Constant start of a text whose rest is not known. */
  readonly prefix: string | undefined;
  readonly shape: Shape | undefined;
  readonly callables: readonly Callable[];
  /** What is known once the value turns out true or false. */
  readonly predicate: Predicate | undefined;
  /** What tests have shown of its members. */
  readonly checks: Checks | undefined;
  /** Parameters whose whole value it may be; what is known of that value is known to the caller only. */
  readonly same: Same | undefined;
}

/** Slots of parameters that a value may be as they were passed. */
export interface Same {
  readonly slots: readonly number[];
  /** It is nothing else. */
  readonly only: boolean;
}

const NOTHING: readonly never[] = [];

/** Nothing is known, and nothing of interest is in it. */
export const UNKNOWN: Value = {
  taint: CLEAN,
  apis: NOTHING,
  constants: NOTHING,
  open: true,
  prefix: undefined,
  shape: undefined,
  callables: NOTHING,
  predicate: undefined,
  checks: undefined,
  same: undefined,
};

export const unknown = (taint: Taint): Value => (taint === CLEAN ? UNKNOWN : { ...UNKNOWN, taint });

export const constant = (value: Constant, taint: Taint = CLEAN): Value => ({
  ...UNKNOWN,
  taint,
  constants: [value],
  open: false,
});

export const ofApi = (api: Api, taint: Taint = CLEAN): Value => ({ ...UNKNOWN, taint, apis: [api] });

export const ofShape = (shape: Shape, taint: Taint = CLEAN): Value => ({
  ...UNKNOWN,
  taint,
  open: false,
  shape,
});

export const ofCallable = (callable: Callable): Value => ({ ...UNKNOWN, open: false, callables: [callable] });

export const withTaint = (value: Value, taint: Taint): Value =>
  value.taint === taint ? value : { ...value, taint };

export const listOf = (
  items: readonly Field[],
  kind: 'list' | 'tuple' | 'set' = 'list',
  others: readonly Field[] = [],
): Value => ofShape(new Shape({ kind, items, others }));

export const mapOf = (
  fields: ReadonlyMap<string, Field>,
  exact = true,
  others: readonly Field[] = [],
): Value => ofShape(new Shape({ kind: 'map', fields, others, exact }));

/** The only constant that it can be. */
export const onlyConstant = (value: Value): Constant | undefined =>
  !value.open && value.constants.length === 1 ? value.constants[0] : undefined;

/** Text that it starts with: a constant, or the constant start of a template. */
export function knownTexts(value: Value): readonly string[] {
  const texts = value.constants.filter((one): one is string => typeof one === 'string');
  return value.prefix === undefined ? texts : [...texts, value.prefix];
}
