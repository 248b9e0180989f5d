import type { Abstraction } from './abstraction.js';
import type { Execution, Exit } from './execution.js';
import type { Predicate, Refinement } from './predicate.js';
import type { Run } from './run.js';
import { listOf, UNKNOWN, type Value } from './value.js';
import { join, joinAll } from './value-join.js';

/** Sums up a run of a function that has come to its end. */
export function finish(execution: Execution, abstraction: Abstraction): Run {
  const { record, unit } = execution;
  const exits = execution.exits;
  return {
    unit,
    levels: execution.levels,
    height: record.height,
    cut: record.cut,
    result: resultOf(execution),
    returns: [...record.returns, ...record.yields],
    outs: outsOf(execution, abstraction),
    predicate: predicateOf(exits, abstraction),
    stops: exits.length === 0 && !record.exhausted && unit.fn.class === undefined && !unit.fn.isGenerator,
    asks: asksOf(record.asks, abstraction),
    asksAround: new Set([...record.asks].filter((slot) => !isOwn(slot, abstraction))),
    hits: record.hits,
    guardHits: record.guardHits,
    uses: record.uses,
    modelCalls: record.modelCalls,
    capabilities: record.capabilities,
    waits: record.waits || unit.waits,
    gates: record.gates,
    callees: [...record.callees],
    exhausted: record.exhausted,
  };
}

const isOwn = (slot: number, { start, slots }: Abstraction): boolean =>
  slot >= start && slot < start + slots.length;

/** The parameters that slots belong to. */
function asksOf(slots: ReadonlySet<number>, abstraction: Abstraction): ReadonlySet<number> {
  const { bound, roots } = abstraction;
  const positions = new Set<number>();
  for (const slot of slots) {
    if (!isOwn(slot, abstraction)) continue;
    let index = roots.length - 1;
    while (index > 0 && (roots[index] ?? 0) > slot) index--;
    const parameter = bound[index];
    if (parameter !== undefined) positions.add(parameter.position);
  }
  return positions;
}

function resultOf({ record, unit }: Execution): Value {
  const returned = joinAll(record.returns.map((one) => one.value));
  if (!unit.fn.isGenerator) return { ...returned, predicate: undefined };
  const yielded = joinAll(record.yields.map((one) => one.value));
  return listOf([], 'list', [
    {
      value: join(yielded, returned === UNKNOWN ? yielded : returned),
      site: record.yields[0]?.site,
    },
  ]);
}

function outsOf(execution: Execution, { bound }: Abstraction): ReadonlyMap<number, Value> {
  const outs = new Map<number, Value>();
  for (const { variable, position, value } of bound) {
    if (execution.unit.stored.has(variable)) continue;
    const held = execution.exits.map((exit) => exit.held.get(variable)).filter((one) => one !== undefined);
    if (held.length === 0 || held.every((one) => one === value)) continue;
    outs.set(position, joinAll(held));
  }
  return outs;
}

/**
 * What the result says as a condition: each way out contributes what is known of the parameters there, to the side on which its result
 * can be.
 */
function predicateOf(exits: readonly Exit[], abstraction: Abstraction): Predicate | undefined {
  const whenTrue: (readonly Refinement[])[] = [];
  const whenFalse: (readonly Refinement[])[] = [];
  for (const exit of exits) {
    const known = checkedParameters(exit, abstraction);
    const own = exit.value.predicate;
    const truth = truthOf(exit.value);
    if (truth !== false) whenTrue.push([...known, ...byPosition(own?.whenTrue, abstraction)]);
    if (truth !== true) whenFalse.push([...known, ...byPosition(own?.whenFalse, abstraction)]);
  }
  const predicate = { whenTrue: common(whenTrue), whenFalse: common(whenFalse) };
  return predicate.whenTrue.length === 0 && predicate.whenFalse.length === 0 ? undefined : predicate;
}

/** Whether a result counts as true: `undefined` when it may be either. */
function truthOf(value: Value): boolean | undefined {
  if (value.open || value.shape !== undefined || value.constants.length === 0) {
    return value === UNKNOWN || value.open ? undefined : value.shape === undefined ? undefined : true;
  }
  const truths = new Set(value.constants.map(Boolean));
  return truths.size === 1 ? truths.has(true) : undefined;
}

/** Guards that the parameters themselves have passed on the way to an exit. */
function checkedParameters(exit: Exit, { bound, roots }: Abstraction): Refinement[] {
  return bound.flatMap(({ variable, position }, i) => {
    const atom = exit.held.get(variable)?.taint.atoms.find((one) => one.origin === roots[i]);
    if (atom === undefined || (atom.cleared === 0 && atom.guards === 0)) return [];
    return [{ place: { variable: position, path: [] }, cleared: atom.cleared, guards: atom.guards }];
  });
}

const byPosition = (refinements: readonly Refinement[] | undefined, { bound }: Abstraction): Refinement[] =>
  (refinements ?? []).flatMap((refinement) => {
    const parameter = bound.find((one) => one.variable === refinement.place.variable);
    if (parameter === undefined) return [];
    return [{ ...refinement, place: { ...refinement.place, variable: parameter.position } }];
  });

/** What holds on every way. */
function common(ways: readonly (readonly Refinement[])[]): readonly Refinement[] {
  const [first, ...others] = ways;
  return (first ?? []).flatMap((refinement) => {
    let { cleared, guards } = refinement;
    for (const way of others) {
      const same = way.filter(
        (one) =>
          one.place.variable === refinement.place.variable &&
          one.place.path.join('.') === refinement.place.path.join('.'),
      );
      cleared &= same.reduce((bits, one) => bits | one.cleared, 0);
      guards &= same.reduce((bits, one) => bits | one.guards, 0);
    }
    return cleared === 0 && guards === 0 ? [] : [{ place: refinement.place, cleared, guards }];
  });
}
