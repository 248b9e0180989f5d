import type { Class } from '../ir/module.js';
import type { Api } from '../models/model-index.js';
import type { Arguments } from './arguments.js';
import type { Checks } from './checks.js';
import type { Frame } from './frame.js';
import type { Predicate } from './predicate.js';
import type { Site } from './site.js';
import { CLEAN, type Taint } from './taint.js';
import type { ModuleUnit, Unit } from './unit.js';

export type Constant = string | number | boolean | null;

/** A class of the program: its definition and the code around it. */
export interface ClassRef {
  readonly module: ModuleUnit;
  readonly definition: Class;
  /** Holds the values of the code that defines the class. */
  readonly frame: Frame;
}

/** Something of the program that can be called or read from by name. */
export type Callable =
  | { readonly kind: 'function'; readonly unit: Unit; readonly frame: Frame; readonly receiver?: Value }
  | { readonly kind: 'class'; readonly class: ClassRef }
  | { readonly kind: 'module'; readonly path: string }
  /** A function some of whose arguments are given already: `functools.partial`, `bind`. */
  | { readonly kind: 'partial'; readonly target: Value; readonly args: Arguments };

/** A value in a container, and the place where it was put there. */
export interface Field {
  readonly value: Value;
  readonly site: Site | undefined;
}

/** What is known of the inside of a value. */
export interface Shape {
  readonly kind: 'map' | 'list' | 'tuple' | 'set' | 'instance' | 'element';
  readonly fields: ReadonlyMap<string, Field>;
  readonly items: readonly Field[];
  /** What is under keys or at positions that are not known. */
  readonly others: readonly Field[];
  /** There is nothing but what is listed. */
  readonly exact: boolean;
  readonly class: ClassRef | undefined;
  /** Stands for the whole shape where shapes are compared: set on instances that are known by their class alone. */
  readonly key: string | undefined;
}

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

export const NO_FIELDS: ReadonlyMap<string, Field> = new Map();

export const listOf = (
  items: readonly Field[],
  kind: 'list' | 'tuple' | 'set' = 'list',
  others: readonly Field[] = NOTHING,
): Value =>
  ofShape({
    kind,
    fields: NO_FIELDS,
    items,
    others,
    exact: others.length === 0,
    class: undefined,
    key: undefined,
  });

export const mapOf = (
  fields: ReadonlyMap<string, Field>,
  exact = true,
  others: readonly Field[] = NOTHING,
): Value => ofShape({ kind: 'map', fields, items: [], others, exact, class: undefined, key: undefined });

/** The only constant that it can be. */
export const onlyConstant = (value: Value): Constant | undefined =>
  !value.open && value.constants.length === 1 ? value.constants[0] : undefined;

/** Text that it starts with: a constant, or the constant start of a template. */
export function knownTexts(value: Value): readonly string[] {
  const texts = value.constants.filter((one): one is string => typeof one === 'string');
  return value.prefix === undefined ? texts : [...texts, value.prefix];
}
