import { EVERYWHERE, guardBits } from './bits.js';
import type { Call } from './calls.js';
import { membership } from './comparison.js';
import { edgeConfinement, hostIn, insideCheck, upwardsIn } from './confinement.js';
import { answerTested } from './consent.js';
import type { Execution } from './execution.js';
import { placeOfGiven } from './invoke.js';
import { firstValue, type Method } from './method.js';
import { type Predicate, together } from './predicate.js';
import { regexMatch, textMatch } from './regex-checks.js';
import { separatorCheck, startCheck } from './select-checks.js';
import { guarded, isClean } from './taint.js';
import { UNKNOWN, unknown, type Value } from './value.js';

/*
 * Methods that test a text or look something up: `name.isalnum()`, `ALLOWED.has(name)`, `text.startsWith("select")`, `text.match(/^\\d+$/)`.
 */

/** Tests that only let certain texts through. */
const test =
  (predicate: (run: Execution, call: Call, receiver: Value) => Predicate | undefined): Method =>
  (run, call, receiver) => {
    const known = predicate(run, call, receiver);
    return known === undefined ? UNKNOWN : { ...UNKNOWN, predicate: known };
  };

const onlyPlainCharacters = test((run, call) => {
  const place = placeOfGiven(run, call.args.receiver);
  if (place === undefined) return undefined;
  return { whenTrue: [{ place, cleared: EVERYWHERE, guards: guardBits.bit('validation') }], whenFalse: [] };
});

const contains = test((run, call, receiver) => {
  const [part] = call.args.positional;
  if (part?.site?.unit === run.unit) answerTested(run, part.site.at, receiver);
  const separator =
    separatorCheck(run, call.args.receiver, firstValue(call)) ??
    upwardsIn(run, call.args.receiver, firstValue(call));
  if (separator !== undefined) return separator;
  const place = placeOfGiven(run, part);
  const isKnown = !receiver.taint.atoms.some((atom) => typeof atom.origin !== 'number');
  const member = place === undefined ? undefined : membership(place, receiver);
  return [member, listedWord(run, call), isKnown ? hostIn(run, part) : undefined].reduce(together);
});

/** `["select", "with"].includes(word)`. */
const listedWord = (run: Execution, call: Call): Predicate | undefined => {
  const [word] = call.args.positional;
  const list = call.args.receiver;
  return list === undefined ? undefined : startCheck(run, word, list.value);
};

/** A constant start narrows a text down, but leaves it open: noted, and nothing is cleared. */
const startsWith = test((run, call) => {
  const place = placeOfGiven(run, call.args.receiver);
  const start = firstValue(call);
  const text = call.args.receiver?.site;
  if (text?.unit === run.unit) answerTested(run, text.at, start);
  const reads = isStart(call) ? startCheck(run, call.args.receiver, start) : undefined;
  if (reads !== undefined) return reads;
  const confined = edgeConfinement(run, call.args.receiver, start, isStart(call));
  if (confined !== undefined) return confined;
  if (place === undefined || !isClean({ atoms: start.taint.atoms, texts: [] })) return undefined;
  return { whenTrue: [{ place, cleared: 0, guards: guardBits.bit('validation') }], whenFalse: [] };
});

const inside = test((run, call) => insideCheck(run, call.args.receiver));

/** `path.relative_to(root)` raises where the path lies elsewhere. */
const insideOrRaise: Method = (run, call, receiver) => {
  run.refine(insideCheck(run, call.args.receiver)?.whenTrue ?? []);
  return unknown(receiver.taint);
};

const isStart = (call: Call): boolean => call.method?.toLowerCase() === 'startswith';

const matched: Method = (run, call, receiver) => {
  const { predicate, isNarrow } = textMatch(run, call);
  const taint = isNarrow ? guarded(receiver.taint, EVERYWHERE, guardBits.bit('validation')) : receiver.taint;
  return { ...unknown(taint), prefix: undefined, predicate };
};

export const checkingMethods: readonly (readonly [string, Method])[] = [
  ...['isdigit', 'isnumeric', 'isdecimal', 'isalpha', 'isalnum', 'isidentifier'].map(
    (name) => [name, onlyPlainCharacters] as const,
  ),
  ...['match', 'matchAll'].map((name) => [name, matched] as const),
  ...['startswith', 'endswith', 'startsWith', 'endsWith'].map((name) => [name, startsWith] as const),
  ...['has', 'includes', '__contains__'].map((name) => [name, contains] as const),
  ['is_relative_to', inside],
  ['relative_to', insideOrRaise],
  ['test', test((run, call, receiver) => regexMatch(run, call, receiver).predicate)],
];
