import { CALL } from '../models/match-path.js';
import type { GuardOption } from '../models/model.js';
import { type Api, factsOfKind } from '../models/model-index.js';
import { type Arguments, allOf, select } from './arguments.js';
import { guardBits } from './bits.js';
import type { Call } from './calls.js';
import type { Execution } from './execution.js';
import { deepTaint } from './shape.js';
import type { Site } from './site.js';
import { CLEAN, fromSource, type GuardSides, NO_GUARDS, type Taint, union } from './taint.js';

/**
 * Guards that hang on a client, a model or an agent travel with it like a label, and tell each call that uses it: constructors with a
 * guard among their options, and values that a model names as guards to hang on something.
 */
export function carriedGuards(run: Execution, call: Call, api: Api): Taint {
  const options = api.facts.flatMap((fact) =>
    fact.kind === 'client' || fact.kind === 'agent' ? (fact.model.guards ?? []) : [],
  );
  let taint = carrying(run, call, guardsGiven(run, call.args, options), 'option');
  const made = api.child(CALL);
  for (const { model } of made === undefined ? [] : factsOfKind(made, 'guard')) {
    if (model.effect !== 'carried') continue;
    const sides = onSide(guardBits.bit(model.kind), model.side ?? 'both');
    taint = union(taint, carrying(run, call, sides, model.kind));
  }
  return taint;
}

function carrying(run: Execution, call: Call, sides: GuardSides, name: string): Taint {
  if (sides.input === 0 && sides.output === 0) return CLEAN;
  return fromSource(run.unit.guardSource(call.at, name, sides));
}

/** Guards that options of a call switch on. */
export function guardsGiven(run: Execution, args: Arguments, options: readonly GuardOption[]): GuardSides {
  return options
    .filter(({ argument }) => select(args, run.unit.owner.index.selector(argument)).some(isGiven))
    .map(({ kind, side }) => onSide(guardBits.bit(kind), side))
    .reduce((a, b) => ({ input: a.input | b.input, output: a.output | b.output }), NO_GUARDS);
}

/** Not `None`, and no empty list. */
const isGiven = ({ value }: { readonly value: Parameters<typeof deepTaint>[0] }): boolean => {
  const isNothing = !value.open && value.constants.length > 0 && value.constants.every((one) => one === null);
  const { shape } = value;
  const isEmpty = shape?.exact === true && shape.kind === 'list' && shape.items.length === 0;
  return !isNothing && !isEmpty;
};

const onSide = (bits: number, side: 'input' | 'output' | 'both'): GuardSides => ({
  input: side === 'output' ? 0 : bits,
  output: side === 'input' ? 0 : bits,
});

/** What a model call is made with: guards among it guard the call. */
export function recordCarriers(run: Execution, call: Call, receiver: Taint, modelCall: Site): void {
  const taint = allOf(call.args).reduce((all, one) => union(all, deepTaint(one.value)), receiver);
  run.record.hit(
    { kind: 'action', site: modelCall, call: modelCall, name: '', modelCall, role: undefined, carrier: true },
    { atoms: taint.atoms, texts: [] },
  );
}
