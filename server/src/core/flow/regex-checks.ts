import type { Given } from './arguments.js';
import { EVERYWHERE, guardBits } from './bits.js';
import type { Call } from './calls.js';
import type { Execution } from './execution.js';
import { placeOfGiven } from './invoke.js';
import { lastName, writtenChain } from './names.js';
import type { Place } from './place.js';
import type { Predicate } from './predicate.js';
import { patternCheck } from './select-checks.js';
import { onlyConstant, UNKNOWN, type Value } from './value.js';

/** What matching a text against a pattern tells of the text, and whether what was matched can only be harmless. */
export interface Match {
  readonly predicate: Predicate | undefined;
  /** The result holds nothing but what the pattern lets through, and that is no free text: `re.search(r"#(\d+)", x)`. */
  readonly isNarrow: boolean;
}

/** `/^[a-z]+$/.test(x)`, `pattern.fullmatch(x)`, `pattern.match(x)`: `receiver` is the pattern. */
export const regexMatch = (run: Execution, call: Call, receiver: Value): Match =>
  matching(run, call.args.positional[0], receiver, call.method);

/** `re.fullmatch(pattern, x)`, `re.match(pattern, x)`, `re.search(pattern, x)`. */
export function regexFunctionMatch(run: Execution, call: Call): Match {
  const { positional, named } = call.args;
  const pattern = positional[0]?.value ?? named.get('pattern')?.value ?? UNKNOWN;
  const name = lastName(writtenChain(run.unit, call.instruction.callee));
  return matching(run, positional[1] ?? named.get('string'), pattern, name);
}

/** `x.match(/^[a-z]+$/)`: `receiver` is the text. */
export const textMatch = (run: Execution, call: Call): Match =>
  matching(run, call.args.receiver, call.args.positional[0]?.value ?? UNKNOWN, 'search');

function matching(run: Execution, text: Given | undefined, regex: Value, method: string | undefined): Match {
  const pattern = onlyConstant(regex);
  const place = placeOfGiven(run, text);
  if (typeof pattern !== 'string')
    return {
      predicate: place === undefined ? undefined : checked(place, false),
      isNarrow: false,
    };
  // What a Java matcher says is only told by `matches()`, which wants the whole text.
  const isFull = method === 'fullmatch' || method === 'matcher';
  const isAtStart = isFull || method === 'match';
  const predicate =
    patternCheck(run, text, pattern, isAtStart) ??
    (place === undefined ? undefined : checked(place, isNarrow(pattern, isFull, isAtStart)));
  return { predicate, isNarrow: isNarrow(pattern, true, true) };
}

function checked(place: Place, isNarrowed: boolean): Predicate {
  return {
    whenTrue: [{ place, cleared: isNarrowed ? EVERYWHERE : 0, guards: guardBits.bit('validation') }],
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
