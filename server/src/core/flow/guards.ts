import type { ValueId } from '../ir/instruction.js';
import type { GuardModel } from '../models/model.js';
import { type Api, factsOfKind } from '../models/model-index.js';
import { select } from './arguments.js';
import { ALL_BUT_PROMPTS, EVERYWHERE, guardBits, sinkBits } from './bits.js';
import type { Call } from './calls.js';
import { holds } from './conditions.js';
import type { Execution } from './execution.js';
import { placeOfGiven } from './invoke.js';
import {
  JAVA_PATTERN_METHODS,
  PATTERN_FUNCTIONS,
  PATTERN_METHODS,
  SCRIPT_PATTERN_METHODS,
} from './known-values.js';
import type { Place } from './place.js';
import type { Refinement } from './predicate.js';
import { isRead } from './reads.js';
import { type Match, regexFunctionMatch, regexMatch } from './regex-checks.js';
import { deepTaint, type Field } from './shape.js';
import { siteKey } from './site.js';
import { CLEAN, guarded, type Taint, union } from './taint.js';
import type { Unit } from './unit.js';
import { type Value, withTaint } from './value.js';

/** A number or one of a list of constants is nobody's text any more, not even in a prompt. */
const clearedBy = (model: GuardModel): number => {
  if (model.clears !== 'all') return sinkBits.all(model.clears);
  return model.kind === 'number' || model.kind === 'allowlist' ? EVERYWHERE : ALL_BUT_PROMPTS;
};

/** Converting and validating may be done for the exception alone. */
const tellsInResult = ({ effect, kind }: GuardModel): boolean =>
  effect === 'condition' ||
  effect === 'checked' ||
  (effect === 'result' &&
    (kind === 'pii-redaction' || kind === 'escape' || kind === 'moderation' || kind === 'injection-check'));

/** What guards of libraries do to the result of a call, to its arguments, and to what follows. */
export function applyGuards(run: Execution, call: Call, api: Api, value: Value): Value {
  let result = value;
  /** What the result is after the guards so far: several models may speak of one call. */
  let passed: Taint | undefined;
  for (const { model, sdk, name } of factsOfKind(api, 'guard')) {
    const cleared = clearedBy(model);
    const kind = guardBits.bit(model.kind);
    const given =
      model.argument === undefined ? [] : select(call.args, run.unit.owner.index.selector(model.argument));
    const taint = given.reduce<Taint>((all, one) => union(all, deepTaint(one.value)), CLEAN);
    if (model.effect === 'carried') continue;
    const raises = model.raises !== undefined && holds(run, model.raises, call.args);
    if (tellsInResult(model) && !raises && !isRead(run.unit, call.at)) {
      const site = run.site(call.at);
      run.record.use({ kind: 'ignored-guard', name, guard: model.kind, site }, siteKey(site));
    }
    if (model.effect === 'result') {
      run.record.guard(kind, taint);
      const [only, ...more] = given;
      // Helpers of our own give back what they get: messages stay messages, an answer stays an answer.
      const isSame = sdk.local === true && only !== undefined && more.length === 0;
      result = isSame
        ? guardedValue(only.value, cleared, kind)
        : withTaint(result, guarded(passed ?? taint, cleared, kind));
      passed = result.taint;
      continue;
    }
    if (model.argument === undefined) {
      run.record.gate(cleared, kind);
      continue;
    }
    const refinements = given.flatMap((one): Refinement[] => {
      const place = placeOfGiven(run, one);
      return place === undefined ? [] : [{ place, cleared, guards: kind }];
    });
    if (model.effect === 'throws') run.refine(refinements);
    else {
      const isTold = model.effect === 'condition';
      const kept = isTold ? undefined : keptIn(run.unit, call.at);
      if (kept !== undefined) refinements.push({ place: kept, cleared, guards: kind });
      result = { ...result, predicate: { whenTrue: refinements, whenFalse: isTold ? [] : refinements } };
    }
  }
  const match = matchOf(run, call, api);
  if (match === undefined) return result;
  const matched = match.isNarrow ? guardedValue(result, EVERYWHERE, guardBits.bit('validation')) : result;
  return { ...matched, predicate: match.predicate ?? matched.predicate };
}

/** The variable that a result is kept in: what is made of it later was checked as well. */
function keptIn(unit: Unit, result: ValueId): Place | undefined {
  for (const [variable, at] of unit.stored) {
    const store = unit.fn.body[at];
    if (store?.op === 'store' && store.value === result) return { variable, path: [] };
  }
  return undefined;
}

/** The same value, guarded in all its parts. */
function guardedValue(value: Value, cleared: number, kind: number, depth = 0): Value {
  const { shape } = value;
  const taint = guarded(depth < MAX_DEPTH ? value.taint : deepTaint(value), cleared, kind);
  if (shape === undefined || depth >= MAX_DEPTH) return { ...value, taint, shape: undefined };
  const one = ({ value: inner, site }: Field): Field => ({
    value: guardedValue(inner, cleared, kind, depth + 1),
    site,
  });
  const fields = new Map([...shape.fields].map(([key, field]) => [key, one(field)]));
  const inside = { fields, items: shape.items.map(one), others: shape.others.map(one) };
  return { ...value, taint, shape: shape.with(inside) };
}

/** Messages with parts with fields; deeper values count as one. */
const MAX_DEPTH = 6;

function matchOf(run: Execution, call: Call, api: Api): Match | undefined {
  for (const { model } of factsOfKind(api, 'known')) {
    if (model === PATTERN_FUNCTIONS) return regexFunctionMatch(run, call);
    const { receiver } = call.args;
    const isMethod =
      model === PATTERN_METHODS || model === SCRIPT_PATTERN_METHODS || model === JAVA_PATTERN_METHODS;
    if (isMethod && receiver !== undefined) return regexMatch(run, call, receiver.value);
  }
  return undefined;
}
