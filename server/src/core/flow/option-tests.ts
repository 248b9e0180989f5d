import type { Instruction } from '../ir/instruction.js';
import { fetchedPackage, launchOf } from '../permissions/servers/launch.js';
import type { TextRange } from '../text/range.js';
import type { Given } from './arguments.js';
import { lastName, writtenChain } from './names.js';
import type { Unit } from './unit.js';
import type { Value } from './value.js';
import { elementsOf } from './value-access.js';

/** Whether a value is a function that gives one of the answers on every way through it. */
export const answersOnly = ({ callables }: Value, answers: readonly string[]): boolean =>
  callables.length > 0 &&
  callables.every((callable) => callable.kind === 'function' && alwaysAnswers(callable.unit, answers));

/** Functions that decide anything, or may fail, are left alone. */
function alwaysAnswers(unit: Unit, answers: readonly string[]): boolean {
  const { body } = unit.fn;
  if (body.some(({ op }) => op === 'if' || op === 'throw' || op === 'choose' || op === 'try')) return false;
  const returns = body.filter((one) => one.op === 'return');
  return (
    returns.length > 0 &&
    returns.every(
      ({ value }) => value !== undefined && answered(unit, value).some((answer) => answers.includes(answer)),
    )
  );
}

/** What a returned expression says: its constant, the name that it calls, its entries and keywords as `name=value`. */
function answered(unit: Unit, at: number): readonly string[] {
  const { body } = unit.fn;
  const instruction = body[at];
  switch (instruction?.op) {
    case 'await':
      return answered(unit, instruction.value);
    case 'const':
      return [String(instruction.value)];
    case 'object':
      return instruction.entries.flatMap(({ key, value }) => named(key, body[value]));
    case 'call':
      return [
        lastName(writtenChain(unit, instruction.callee)) ?? '',
        ...instruction.args.flatMap(({ name, value }) => named(name, body[value])),
      ];
    default:
      return [];
  }
}

const named = (name: string | undefined, value: Instruction | undefined): readonly string[] =>
  name !== undefined && value?.op === 'const' ? [`${name}=${String(value.value)}`] : [];

/** Whether a program with these arguments downloads a package in whatever version is newest. */
export function fetchesAnew(program: Value, lists: readonly Given[]): boolean {
  const words = [program, ...lists.flatMap(({ value }) => elementsOf(value).map((field) => field.value))].map(
    ({ constants }) => constants.find((one) => typeof one === 'string') ?? '',
  );
  const launch = launchOf(words.map((text) => ({ text: String(text), range: NOWHERE })));
  const found = launch === undefined ? undefined : fetchedPackage(launch);
  return found !== undefined && found.ecosystem !== 'image' && found.pin !== 'exact';
}

/** The words are looked at for what they say. */
const NOWHERE: TextRange = { start: 0, end: 0 };
