import type { Place } from './place.js';

/** What a test makes known of one place. */
export interface Refinement {
  readonly place: Place;
  /** Bits of the sink kinds for which its value is harmless now. */
  readonly cleared: number;
  /** Bits of the guard kinds that it has passed. */
  readonly guards: number;
}

/** What is known where a condition holds, and where it does not. */
export interface Predicate {
  readonly whenTrue: readonly Refinement[];
  readonly whenFalse: readonly Refinement[];
}

export const negated = (predicate: Predicate | undefined): Predicate | undefined =>
  predicate === undefined ? undefined : { whenTrue: predicate.whenFalse, whenFalse: predicate.whenTrue };

/** `a and b`: both hold where it is true; where it is false nothing is sure. */
export const both = (parts: readonly (Predicate | undefined)[]): Predicate | undefined =>
  present({ whenTrue: parts.flatMap((part) => part?.whenTrue ?? []), whenFalse: shared(parts, 'whenFalse') });

/** `a or b`: neither holds where it is false. */
export const either = (parts: readonly (Predicate | undefined)[]): Predicate | undefined =>
  present({ whenTrue: shared(parts, 'whenTrue'), whenFalse: parts.flatMap((part) => part?.whenFalse ?? []) });

/** Two tests in one: what each of them makes known. */
export function together(a: Predicate | undefined, b: Predicate | undefined): Predicate | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return { whenTrue: [...a.whenTrue, ...b.whenTrue], whenFalse: [...a.whenFalse, ...b.whenFalse] };
}

/** What every part makes known of the same place. */
function shared(parts: readonly (Predicate | undefined)[], side: keyof Predicate): readonly Refinement[] {
  const [first, ...others] = parts;
  return (first?.[side] ?? []).flatMap((refinement) => {
    let { cleared, guards } = refinement;
    for (const other of others) {
      const same = other?.[side].find((one) => samePlaces(one.place, refinement.place));
      if (same === undefined) return [];
      cleared &= same.cleared;
      guards &= same.guards;
    }
    return [{ place: refinement.place, cleared, guards }];
  });
}

const samePlaces = (a: Place, b: Place): boolean =>
  a.variable === b.variable && a.path.join('.') === b.path.join('.');

const present = (predicate: Predicate): Predicate | undefined =>
  predicate.whenTrue.length === 0 && predicate.whenFalse.length === 0 ? undefined : predicate;
