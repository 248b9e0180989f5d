import type { Instruction } from '../ir/instruction.js';
import { EVERYWHERE, guardBits } from './bits.js';
import { placeCheck, upwardsCheck } from './confinement.js';
import { answerTested } from './consent.js';
import type { Execution } from './execution.js';
import type { Place } from './place.js';
import { negated, type Predicate, type Refinement, together } from './predicate.js';
import { wordCheck } from './select-checks.js';
import { deepTaint } from './shape.js';
import { isClean } from './taint.js';
import { onlyConstant, type Value } from './value.js';

/** What a comparison tells about the places it reads. */
export function comparison(
  run: Execution,
  instruction: Instruction & { readonly op: 'binary' },
  left: Value,
  right: Value,
): Predicate | undefined {
  const { operator } = instruction;
  const leftPlace = run.unit.place(instruction.left);
  const rightPlace = run.unit.place(instruction.right);
  answerTested(run, instruction.left, right);
  const isMember = (): Predicate | undefined =>
    [
      leftPlace === undefined ? undefined : membership(leftPlace, right),
      wordCheck(run, instruction.left, instruction.right, true),
      isOutside(right) ? undefined : placeCheck(run, instruction.left),
      isOutside(left) ? undefined : placeCheck(run, instruction.right),
      upwardsCheck(run, instruction.right, left),
    ].reduce(together);
  const isEqual = (): Predicate | undefined =>
    [
      equality(left, right, leftPlace, rightPlace),
      wordCheck(run, instruction.left, instruction.right, false),
      isOutside(right) ? undefined : placeCheck(run, instruction.left),
      isOutside(left) ? undefined : placeCheck(run, instruction.right),
    ].reduce(together);
  switch (operator) {
    case 'in':
      return isMember();
    case 'not in':
      return negated(isMember());
    case '==':
    case '===':
    case 'is':
      return isEqual();
    case '!=':
    case '!==':
    case 'is not':
      return negated(isEqual());
    default:
      // `score > 0.8`: what a check gave is tested.
      return left.predicate ?? right.predicate;
  }
}

/** The value is one of a collection that does not come from outside: a list of what is allowed. */
export function membership(place: Place, collection: Value): Predicate | undefined {
  if (isText(collection)) return undefined;
  if (isOutside(collection)) return undefined;
  return { whenTrue: [allowed(place)], whenFalse: [] };
}

/** Data from outside is in it. */
const isOutside = (value: Value): boolean =>
  deepTaint(value).atoms.some((atom) => typeof atom.origin !== 'number');

const isText = (value: Value): boolean =>
  value.shape === undefined && value.constants.some((one) => typeof one === 'string');

export const allowed = (place: Place): Refinement => ({
  place,
  cleared: EVERYWHERE,
  guards: guardBits.bit('allowlist'),
});

/** Equal to something that the program itself says. */
export function equality(
  left: Value,
  right: Value,
  leftPlace: Place | undefined,
  rightPlace: Place | undefined,
): Predicate | undefined {
  const truth = onlyConstant(right) ?? onlyConstant(left);
  const tested = left.predicate ?? right.predicate;
  if (tested !== undefined) return truth === false ? negated(tested) : tested;
  const whenTrue: Refinement[] = [];
  if (leftPlace !== undefined && isTrusted(right)) whenTrue.push(allowed(leftPlace));
  if (rightPlace !== undefined && isTrusted(left)) whenTrue.push(allowed(rightPlace));
  return whenTrue.length === 0 ? undefined : { whenTrue, whenFalse: [] };
}

/** Equal to a constant of the program. */
const isTrusted = (value: Value): boolean =>
  !value.open &&
  value.constants.length > 0 &&
  value.constants.every((one) => one !== null && one !== '') &&
  isClean({ atoms: value.taint.atoms, texts: [] });
