import type { Arguments } from './arguments.js';
import type { Callable, ClassRef } from './callable.js';
import type { Classes } from './classes.js';
import type { Unit } from './unit.js';
import { ofApi, ofCallable, type Value } from './value.js';
import { joinAll } from './value-join.js';

/** A method, and the class that it was found in. */
export interface Method {
  readonly unit: Unit;
  readonly class: ClassRef;
}

/** A method and those of the same name beside it, whose keys are "name#2", "name#3". */
function siblings({ unit, class: owner }: Method, key: string): readonly Unit[] {
  const all = [unit];
  for (let n = 2; ; n++) {
    const id = owner.definition.methods.get(`${key}#${n}`);
    const next = id === undefined ? undefined : owner.module.units[id];
    if (next === undefined) return all;
    all.push(next);
  }
}

/** The value of a method name: all methods of that name; static ones have no receiver. */
export function overloadsOf(method: Method, key: string, receiver: Value | undefined): Value {
  const { frame } = method.class;
  const made = siblings(method, key).map((unit) => {
    const isBound = receiver !== undefined && unit.fn.methodKind !== 'static';
    return ofCallable({ kind: 'function', unit, frame, ...(isBound && { receiver }) });
  });
  return joinAll(made);
}

const fits = ({ fn, owner }: Unit, { positional, restList }: Arguments): boolean => {
  if (owner.module.language !== 'java' || restList !== undefined) return true;
  const isOpen = fn.parameters.at(-1)?.kind === 'rest';
  const least = fn.parameters.length - (isOpen ? 1 : 0);
  return isOpen ? positional.length >= least : positional.length === least;
};

/** Of several functions those that take so many arguments, where the language tells them apart by that. */
export function applicable(callables: readonly Callable[], args: Arguments): readonly Callable[] {
  if (callables.length < 2) return callables;
  const fitting = callables.filter((one) => one.kind !== 'function' || fits(one.unit, args));
  return fitting.length === 0 ? callables : fitting;
}

export function constructorFor(classes: Classes, ref: ClassRef, args: Arguments): Method | undefined {
  const first = classes.method(ref, 'constructor');
  if (first === undefined) return undefined;
  const all = siblings(first, 'constructor');
  return { unit: all.find((unit) => fits(unit, args)) ?? first.unit, class: first.class };
}

/** A method without a body, as the library provides it whose annotation stands at the method or its class. */
export function provided(_classes: Classes, method: Method, ref: ClassRef, key: string): Value | undefined {
  const { unit, class: owner } = method;
  if (unit.fn.isAbstract !== true) return undefined;
  const ofMethod = unit.fn.decorators.flatMap((one) => owner.frame.value(one)?.apis ?? []);
  const ofClass = [owner, ref].flatMap(({ definition, frame }) =>
    definition.decorators.flatMap((one) => frame.value(one)?.apis ?? []),
  );
  const found = [...ofMethod, ...ofClass.flatMap((api) => api.child(key) ?? [])];
  return found.length === 0 ? undefined : joinAll(found.map((api) => ofApi(api)));
}
