import type { SinkKind } from '../surface/flow.js';
import type { Role } from '../surface/model-use.js';
import type { Height, Levels } from './frame.js';
import type { Refinement } from './predicate.js';
import type { Site } from './site.js';
import type { Taint } from './taint.js';
import type { Unit } from './unit.js';
import type { UseRecord } from './use.js';
import type { Value } from './value.js';

/** A place where data can do harm. One object per place and kind within a run. */
export interface SinkUse {
  readonly kind: SinkKind;
  /** The argument or element. */
  readonly site: Site;
  /** The call, or the statement where there is none. */
  readonly call: Site;
  readonly name: string;
  /** The query language, where it is not SQL. */
  readonly language?: string | undefined;
  /** The call whose prompt this is. */
  readonly modelCall: Site | undefined;
  readonly role: Role | undefined;
  /** No sink: what a model call is made with, to learn of the guards that hang on it. */
  readonly carrier?: true;
}

/** Data that reaches a sink, as far as the function knows: slots stand for what callers pass. */
export interface Hit {
  readonly use: SinkUse;
  readonly taint: Taint;
}

/** A guard that data went through. */
export interface GuardHit {
  /** Bits of the guard kinds. */
  readonly guards: number;
  readonly taint: Taint;
}

/** What a function gives back at one `return` (or `yield`). */
export interface Returned {
  readonly site: Site;
  readonly value: Value;
}

/** Guards over everything that a function does after them: bits of the sink kinds that they clear, and of the guard kinds. */
export interface Gates {
  readonly cleared: number;
  readonly guards: number;
}

/**
 * What running a function abstractly gave. It depends on the function, on the shape of its arguments (not on their taint: that is put in
 * the place of the slots) and on the levels that were left, and on nothing else.
 */
export interface Run {
  readonly unit: Unit;
  /** Levels that were left when it ran. */
  readonly levels: Levels;
  /** Levels that it made use of. */
  readonly height: Height;
  /** It would have gone deeper. */
  readonly cut: { readonly calls: boolean; readonly facts: boolean };
  readonly result: Value;
  readonly returns: readonly Returned[];
  /** What parameters hold at the end, where that differs: written into, or checked. By position; THIS for `this`. */
  readonly outs: ReadonlyMap<number, Value>;
  /** What the result, taken as a condition, says about parameters: places start with the position of a parameter. */
  readonly predicate:
    | { readonly whenTrue: readonly Refinement[]; readonly whenFalse: readonly Refinement[] }
    | undefined;
  /** Positions of the parameters whose inside decides what it does. */
  readonly asks: ReadonlySet<number>;
  /** The same of functions around it, whose variables it sees: their slots. */
  readonly asksAround: ReadonlySet<number>;
  readonly hits: readonly Hit[];
  readonly guardHits: readonly GuardHit[];
  /** Model calls, clients, tools and the like in the function's own code. */
  readonly uses: readonly UseRecord[];
  /** Model calls that running it makes, those of called functions included. */
  readonly modelCalls: readonly Site[];
  /** Bits of what it can do, called functions included. */
  readonly capabilities: number;
  /** It waits for a person. */
  readonly waits: boolean;
  readonly gates: Gates;
  /** It never returns: every way ends in an exception. */
  readonly stops: boolean;
  /** The budget ran out before its end. */
  readonly exhausted: boolean;
  /** Runs of the functions that it calls. */
  readonly callees: readonly Run[];
}
