import { EVERYWHERE, guardBits } from './bits.js';
import type { Call } from './calls.js';
import type { Execution } from './execution.js';
import { placeOfGiven } from './invoke.js';
import { lastName, writtenChain } from './names.js';
import type { Place } from './place.js';
import type { Predicate } from './predicate.js';
import { patternCheck } from './select-checks.js';
import { onlyConstant, UNKNOWN, type Value } from './value.js';

/** `/^[a-z]+$/.test(x)`, `pattern.fullmatch(x)`, `pattern.match(x)`: `receiver` is the pattern. */
export function regexPredicate(run: Execution, call: Call, receiver: Value): Predicate | undefined {
  const place = placeOfGiven(run, call.args.positional[0]);
  const [pattern] = receiver.constants;
  const text = call.args.positional[0];
  const isAtStart = call.method === 'match' || call.method === 'fullmatch';
  const known = typeof pattern === 'string' ? patternCheck(run, text, pattern, isAtStart) : undefined;
  if (known !== undefined || place === undefined) return known;
  return checked(place, typeof pattern === 'string' ? pattern : undefined, call.method === 'fullmatch');
}

/** `re.fullmatch(pattern, x)`, `re.match(pattern, x)`, `re.search(pattern, x)`. */
export function regexFunctionPredicate(run: Execution, call: Call): Predicate | undefined {
  const place = placeOfGiven(run, call.args.positional[1] ?? call.args.named.get('string'));
  const given = call.args.positional[0]?.value ?? call.args.named.get('pattern')?.value ?? UNKNOWN;
  const pattern = onlyConstant(given);
  const text = call.args.positional[1] ?? call.args.named.get('string');
  const name = lastName(writtenChain(run.unit, call.instruction.callee));
  const known = typeof pattern === 'string' ? patternCheck(run, text, pattern, name !== 'search') : undefined;
  if (known !== undefined || place === undefined) return known;
  return checked(
    place,
    typeof pattern === 'string' ? pattern : undefined,
    name === 'fullmatch',
    name === 'match',
  );
}

function checked(
  place: Place,
  pattern: string | undefined,
  isFull: boolean,
  startsAtStart = false,
): Predicate {
  const narrow = pattern !== undefined && isNarrow(pattern, isFull, startsAtStart);
  return {
    whenTrue: [{ place, cleared: narrow ? EVERYWHERE : 0, guards: guardBits.bit('validation') }],
    whenFalse: [],
  };
}

/** The pattern covers the whole text and lets no free text through: no dot, no negated class, no class of spaces or quotes. */
export function isNarrow(pattern: string, isFull: boolean, startsAtStart: boolean): boolean {
  const starts = isFull || startsAtStart || /^(?:\^|\\A)/.test(pattern);
  const ends = isFull || /(?:[^\\]\$|\\Z|\\z)$/.test(pattern);
  if (!starts || !ends) return false;
  const plain = pattern.replace(/\\[.\-/_^$]/g, '');
  return !/\.|\[\^|\\[sSWDnt]|["'`;|&<> ]/.test(plain.replace(/\(\?[:=!<]/g, '(').replace(/\|/g, ''));
}
