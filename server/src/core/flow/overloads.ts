import { CALL } from '../models/match-path.js';
import type { Api } from '../models/model-index.js';
import type { Arguments } from './arguments.js';
import type { Callable, ClassRef } from './callable.js';
import type { Classes } from './classes.js';
import type { Execution } from './execution.js';
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

/**
 * A method without a body, as it is provided: by the library whose annotation stands at the method or its class, by a library that was given
 * the interface, by the classes of the program that implement it.
 */
export function provided(
  run: Execution,
  { unit, class: owner }: Method,
  ref: ClassRef,
  key: string,
): Value | undefined {
  if (unit.fn.isAbstract !== true) return undefined;
  const { program } = run;
  const annotated = annotations([owner, ref], unit, key);
  const names = [ref, owner].map(({ definition }) => definition.name);
  const made = names.some((name) => program.implementations.isMade(name))
    ? unit.owner.index.package(MADE)?.child('create')?.child(CALL)?.child(key)
    : undefined;
  const found = [...annotated, ...(made === undefined ? [] : [made])].map((api) => ofApi(api));
  if (found.length > 0) return joinAll(found);
  const methods = names
    .flatMap((name) => program.implementationsOf(run, name))
    .flatMap((one): Value[] => {
      const method = program.classes.method(one, key);
      if (method === undefined || method.unit.fn.isAbstract === true) return [];
      return [overloadsOf(method, key, program.classes.instance(run, one))];
    });
  return methods.length === 0 ? undefined : joinAll(methods);
}

const MADE = 'dev.langchain4j.service.AiServices';

function annotations(classes: readonly ClassRef[], unit: Unit, key: string): readonly Api[] {
  const [owner] = classes;
  const ofMethod = unit.fn.decorators.flatMap((one) => owner?.frame.value(one)?.apis ?? []);
  const ofClass = classes.flatMap(({ definition, frame }) =>
    definition.decorators.flatMap((one) => frame.value(one)?.apis ?? []),
  );
  return [...ofMethod, ...ofClass.flatMap((api) => api.child(key) ?? [])];
}
