import type { ValueId } from '../ir/instruction.js';
import type { Class } from '../ir/module.js';
import type { Arguments } from './arguments.js';
import type { Frame } from './frame.js';
import type { ModuleUnit, Unit } from './unit.js';
import type { Value } from './value.js';

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
  | { readonly kind: 'partial'; readonly target: Value; readonly args: Arguments }
  /** What a promise gives to the function that makes it: what it is called with, the promise of `at` becomes. */
  | { readonly kind: 'resolve'; readonly frame: Frame; readonly at: ValueId };

export function sameCallable(a: Callable, b: Callable): boolean {
  if (a === b) return true;
  if (a.kind === 'function' && b.kind === 'function') {
    return a.unit === b.unit && a.frame === b.frame && a.receiver === b.receiver;
  }
  if (a.kind === 'class' && b.kind === 'class') return a.class.definition === b.class.definition;
  return a.kind === 'module' && b.kind === 'module' && a.path === b.path;
}
