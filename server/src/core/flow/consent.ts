import type { Instruction, ValueId } from '../ir/instruction.js';
import { guardBits, sinkBits } from './bits.js';
import type { Execution } from './execution.js';
import { waitsForPerson } from './loops.js';
import type { Unit } from './unit.js';
import { onlyConstant, type Value } from './value.js';
import { elementsOf } from './value-access.js';

/*
 * Questions by hand: `if input(f"Run {command}? [y/N] ").strip().lower() != "y": return`. What a person was asked about and agreed to is
 * theirs to answer for, as it is after a dialog of a library.
 */

const ANSWERS =
  /^(?:y|yes|yep|ok|okay|approve|approved|confirm|confirmed|proceed|accept|allow|run|execute|n|no|nope|deny|reject|decline)$/i;
const DRESSED =
  /^(?:strip|trim|lower|toLowerCase|upper|toUpperCase|casefold|toString|slice|charAt|nextLine)$/;
const AGREED = sinkBits.all(['action', 'shell', 'code-exec', 'sql', 'path', 'url']);
const MAX_STEPS = 16;

/** The answer of a person is compared with the words for yes and no: what follows happens with their consent. */
export function answerTested(run: Execution, answer: ValueId, words: Value): void {
  if (isAnswer(words) && isTyped(run.unit, answer)) run.record.gate(AGREED, guardBits.bit('approval'));
}

function isAnswer(value: Value): boolean {
  const words = value.shape === undefined ? [value] : elementsOf(value).map((field) => field.value);
  return words.length > 0 && words.every((word) => ANSWERS.test(String(onlyConstant(word) ?? '')));
}

/** What a person was asked for, also by way of variables that are assigned once. */
function isTyped(unit: Unit, value: ValueId): boolean {
  const { body } = unit.fn;
  let at: ValueId | undefined = value;
  for (let step = 0; step < MAX_STEPS && at !== undefined; step++) {
    const instruction: Instruction | undefined = body[at];
    if (instruction?.op === 'call') {
      if (waitsForPerson(body, instruction.callee)) return true;
      const callee: Instruction | undefined = body[instruction.callee];
      at = callee?.op === 'get' && DRESSED.test(callee.key ?? '') ? callee.object : undefined;
    } else if (instruction?.op === 'load') {
      const store: Instruction | undefined = body[unit.stored.get(instruction.variable) ?? -1];
      at = store?.op === 'store' ? store.value : undefined;
    } else if (instruction?.op === 'get')
      at = instruction.index === undefined ? undefined : instruction.object;
    else at = instruction?.op === 'await' ? instruction.value : undefined;
  }
  return false;
}
