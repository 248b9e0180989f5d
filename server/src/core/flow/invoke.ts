import type { ValueId } from '../ir/instruction.js';
import { type Abstraction, abstractArguments, type Detail } from './abstraction.js';
import { type Arguments, allOf, type Given, NO_ARGUMENTS } from './arguments.js';
import { type Bound, bind, bindAnything } from './binding.js';
import type { Callable } from './callable.js';
import type { Execution } from './execution.js';
import { type Frame, type Levels, liveFrame } from './frame.js';
import type { Place } from './place.js';
import type { Predicate, Refinement } from './predicate.js';
import type { Run } from './run.js';
import { deepTaint } from './shape.js';
import { substituteValue } from './substitution.js';
import { CLEAN, doubted, hopped, hoppedBy, type Slots, type Taint, union } from './taint.js';
import { extender } from './trail.js';
import { declaredResult } from './types.js';
import type { Unit } from './unit.js';
import { UNKNOWN, unknown, type Value, withTaint } from './value.js';

export type FunctionValue = Extract<Callable, { readonly kind: 'function' }>;

/** Calls a function of the program: runs it for arguments of this shape, and puts what the caller passes into what it found. */
export const invoke = (run: Execution, at: ValueId, target: FunctionValue, args: Arguments): Value =>
  invokeOn(run, at, target, args).result;

/** What a call gives, and what it made of the instance that it was called on. */
export interface Outcome {
  readonly result: Value;
  readonly receiver: Value | undefined;
}

export function invokeOn(run: Execution, at: ValueId, target: FunctionValue, args: Arguments): Outcome {
  const receiver = receiverOf(target, args);
  const levels = levelsFor(run, target.unit);
  if (levels === undefined) return { result: unknown(passedOn(args)), receiver: target.receiver };
  return apply(run, at, target, bind(run, target.unit, target.frame, args, receiver), levels, true);
}

/** Runs a function of which no caller is seen. */
export function invokeWithAnything(run: Execution, target: FunctionValue): Outcome {
  const levels = levelsFor(run, target.unit);
  if (levels === undefined) return { result: UNKNOWN, receiver: target.receiver };
  return apply(run, 0, target, bindAnything(run, target.unit, target.frame, target.receiver), levels, false);
}

/** Runs a function with the parameters filled as given, for those that need more than its result. */
export function callWith(
  run: Execution,
  target: FunctionValue,
  bound: readonly Bound[],
): { readonly done: Run; readonly slots: Slots } | undefined {
  const levels = levelsFor(run, target.unit);
  if (levels === undefined) return undefined;
  const abstraction = abstractArguments(run.program.identities, target.unit, bound, () => 'full');
  const done = run.program.runFunction(target.unit, target.frame, abstraction, levels);
  run.invoked.add(target.unit);
  run.record.called(done, abstraction, levels, false);
  return { done, slots: abstraction };
}

/** Calls a function for what it makes of its first argument: `spec -> spec.text(x)`, `spec -> { spec.text(x); }`. */
export function callOn(run: Execution, target: FunctionValue, argument: Given): Value | undefined {
  const args: Arguments = { ...NO_ARGUMENTS, positional: [argument] };
  const bound = bind(run, target.unit, target.frame, args, receiverOf(target, args));
  const levels = levelsFor(run, target.unit);
  if (levels === undefined) return undefined;
  const abstraction = abstractArguments(run.program.identities, target.unit, bound, () => 'full');
  const done = run.program.runFunction(target.unit, target.frame, abstraction, levels);
  run.invoked.add(target.unit);
  run.record.called(done, abstraction, levels, true);
  const changed = done.result.shape === undefined ? done.outs.get(0) : undefined;
  return substituteValue(changed ?? done.result, abstraction);
}

/** Levels that are left for a called function; none when calls are not followed any deeper. */
function levelsFor(run: Execution, unit: Unit): Levels | undefined {
  const { calls, facts, circles } = run.levels;
  if (isRecursive(run.unit, unit)) return circles > 0 ? { calls, facts, circles: circles - 1 } : undefined;
  // A function written inside this one cannot lead any deeper than the text does.
  const isInner = unit.owner === run.unit.owner && unit.fn.parent === run.unit.fn.id;
  const left = isInner ? calls : calls - 1;
  if (left >= 0) return { calls: left, facts, circles: CIRCLES };
  run.record.deepened({ calls: 0, facts: 0 }, { calls: true, facts: false });
  return undefined;
}

/** A caller that calls a function in more ways than this has the others run for less. */
const MAX_WAYS = 12;

/** With fewer levels left than these, the start of the analysis is so far away that the inside of arguments is not told apart any more. */
const DETAILED_LEVELS = 6;

/**
 * The arguments as far as they matter. A function first runs knowing nothing of them; what it then asks about (it reads a member, calls
 * it, hands it to a library) is told apart, the rest is not.
 */
function abstracted(
  run: Execution,
  target: FunctionValue,
  bound: readonly Bound[],
  levels: Levels,
): Abstraction {
  const { identities } = run.program;
  const { unit, frame } = target;
  const worn = run.program.detailFor(unit);
  if (worn !== 'full') return abstractArguments(identities, unit, bound, () => worn);
  const usual = run.program.fanIn.detail(unit.fn.name);
  const most = (one: Bound): Detail => (isReceiver(unit, one) ? 'full' : usual);
  const full = abstractArguments(identities, unit, bound, most);
  if (liveFrame(frame) !== undefined || full.key === undefined || usual === 'bare') return full;
  if (levels.calls < DETAILED_LEVELS) {
    const less = abstractArguments(identities, unit, bound, () => 'identity');
    if (less.key !== full.key) run.record.deepened({ calls: 0, facts: 0 }, { calls: true, facts: false });
    return less;
  }
  const asks = asksOf(run, target, full.key, levels);
  const isAsked = (one: Bound): boolean => asks?.has(one.position) !== false || isReceiver(unit, one);
  const own =
    asks === undefined
      ? full
      : abstractArguments(identities, unit, bound, (one) => (isAsked(one) ? most(one) : 'identity'));
  const ways = run.waysOf(unit);
  if (ways.has(own.key ?? '')) return own;
  ways.add(own.key ?? '');
  return ways.size <= MAX_WAYS ? own : abstractArguments(identities, unit, bound, () => 'identity');
}

/** Positions of the parameters of which a function wants to know more than what travels with them. */
function asksOf(
  run: Execution,
  target: FunctionValue,
  key: string,
  levels: Levels,
): ReadonlySet<number> | undefined {
  const { identities } = run.program;
  const anything = bindAnything(run, target.unit, target.frame, target.receiver);
  const abstraction = abstractArguments(identities, target.unit, anything, () => 'full');
  if (key === abstraction.key) return undefined;
  const done = run.program.runFunction(target.unit, target.frame, abstraction, levels);
  run.record.ran(done, levels);
  return done.asks;
}

/** How often a circle of functions that call each other is gone round. */
export const CIRCLES = 1;

const isRecursive = (caller: Unit, callee: Unit): boolean => {
  if (caller.owner !== callee.owner) return false;
  const { groups } = caller.owner;
  const group = groups[callee.fn.id];
  return group !== -1 && group === groups[caller.fn.id];
};

function receiverOf(target: FunctionValue, args: Arguments): Given | undefined {
  if (target.receiver === undefined) return undefined;
  return { value: target.receiver, site: args.receiver?.site };
}

/** A call that is not followed: what goes in may come out. */
const passedOn = (args: Arguments): Taint =>
  doubted(allOf(args).reduce<Taint>((taint, one) => union(taint, deepTaint(one.value)), CLEAN));

function apply(
  run: Execution,
  at: ValueId,
  target: FunctionValue,
  bound: readonly Bound[],
  levels: Levels,
  isCall: boolean,
): Outcome {
  const { unit, frame } = target;
  const abstraction = abstracted(run, target, bound, levels);
  const done = run.program.runFunction(unit, frame, abstraction, levels);
  run.invoked.add(unit);
  const { start } = abstraction;
  const slots: Slots = { start, slots: withHops(run, at, unit, abstraction) };
  run.record.called(done, slots, levels, isCall);
  for (const one of bound) if (done.asks.has(one.position)) run.record.ask(one.value);
  for (const slot of done.asksAround) run.record.asks.add(slot);
  writeBack(run, done, bound, abstraction);
  if (done.stops && isCall) run.stop();
  const passed = { ...slots, unit, wholes: abstraction.wholes };
  for (const around of [run, frame])
    for (let one: Frame | undefined = around; one !== undefined; one = one.parent) one.returned(passed);
  const result = substituteValue(done.result, passed);
  const named = unit.fn.name === '' ? result : withReturnHop(run, at, unit, declaredResult(unit, result));
  const self = bound.findIndex((one) => isReceiver(unit, one));
  const out = done.outs.get(bound[self]?.position ?? Number.NaN);
  return {
    result: withPredicate(run, named, done, bound),
    receiver: out === undefined ? target.receiver : substituteValue(out, abstraction),
  };
}

/** Tells the way of data into the function. */
function withHops(
  run: Execution,
  at: ValueId,
  unit: Unit,
  { bound, roots, start, slots }: Abstraction,
): readonly Taint[] {
  if (unit.fn.name === '' || slots.every((slot) => slot.atoms.length === 0)) return slots;
  const message = `passed to ${unit.fn.name}`;
  const steps = bound.map((one) => {
    if (one.given === undefined || isReceiver(unit, one)) return undefined;
    const site = one.given.site?.unit === run.unit ? one.given.site : run.site(at);
    return extender({ site, message });
  });
  let current = -1;
  return slots.map((slot, i) => {
    while (current + 1 < roots.length && (roots[current + 1] ?? 0) <= start + i) current++;
    const step = steps[current];
    return slot.atoms.length === 0 || step === undefined ? slot : hoppedBy(slot, step);
  });
}

const isReceiver = (unit: Unit, bound: Bound): boolean =>
  bound.position < 0 || (bound.position === 0 && unit.owner.python && unit.fn.class !== undefined);

function withReturnHop(run: Execution, at: ValueId, unit: Unit, value: Value): Value {
  if (value.taint.atoms.length === 0) return value;
  return withTaint(
    value,
    hopped(value.taint, { site: run.site(at), message: `returned by ${unit.fn.name}` }),
  );
}

/** What the function wrote into its arguments, or checked of them, holds in the caller from here on. */
function writeBack(run: Execution, done: Run, given: readonly Bound[], abstraction: Abstraction): void {
  if (done.outs.size === 0) return;
  given.forEach((one, i) => {
    const out = done.outs.get(one.position);
    const place = placeOfGiven(run, one.given);
    const before = abstraction.bound[i]?.value;
    if (out === undefined || place === undefined || before === undefined) return;
    const after = substituteValue(out, abstraction);
    const onlyTaint =
      out.shape === before.shape && out.apis === before.apis && out.callables === before.callables;
    run.change(place, (held) => (onlyTaint ? withTaint(held, after.taint) : rewritten(held, after)));
  });
}

/** An instance stays what it is when a method of a base class writes into it. */
function rewritten(held: Value, after: Value): Value {
  const classes = held.shape?.classes ?? [];
  const shape = classes.length === 0 ? after.shape : after.shape?.with({ classes });
  return { ...after, apis: held.apis, constants: held.constants, open: held.open, shape };
}

export function placeOfGiven(run: Execution, given: Given | undefined): Place | undefined {
  const site = given?.site;
  return site === undefined || site.unit !== run.unit || site.part !== 'value'
    ? undefined
    : run.unit.place(site.at);
}

/** What the result says, as a condition, about the arguments. */
function withPredicate(run: Execution, result: Value, done: Run, bound: readonly Bound[]): Value {
  if (done.predicate === undefined) return result;
  const mapped = (refinements: readonly Refinement[]): readonly Refinement[] =>
    refinements.flatMap((refinement) => {
      const given = bound.find((one) => one.position === refinement.place.variable)?.given;
      const place = placeOfGiven(run, given);
      if (place === undefined) return [];
      return [{ ...refinement, place: { ...place, path: [...place.path, ...refinement.place.path] } }];
    });
  const predicate: Predicate = {
    whenTrue: mapped(done.predicate.whenTrue),
    whenFalse: mapped(done.predicate.whenFalse),
  };
  return { ...result, predicate };
}
