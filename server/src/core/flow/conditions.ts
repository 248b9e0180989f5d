import type { ArgumentCondition } from '../models/model.js';
import { type Arguments, select } from './arguments.js';
import type { Execution } from './execution.js';
import { knownTexts, type Value } from './value.js';

/** Whether an argument is certain to be, or to start, as a model wants it. */
export function holds(run: Execution, condition: ArgumentCondition, args: Arguments): boolean {
  const given = select(args, run.unit.owner.index.selector(condition.argument));
  return given.some(({ value }) => matches(value, condition));
}

export function matches(value: Value, { is, like }: ArgumentCondition): boolean {
  if (is?.some((wanted) => value.constants.includes(wanted)) === true) return true;
  const names = [...value.apis.map((api) => api.step), ...value.callables.flatMap(classNames)];
  if (is?.some((wanted) => typeof wanted === 'string' && names.includes(wanted)) === true) return true;
  return like !== undefined && knownTexts(value).some((text) => like.some((glob) => globMatches(glob, text)));
}

const classNames = (callable: Value['callables'][number]): string[] =>
  callable.kind === 'class' ? [callable.class.definition.name] : [];

/** `*` stands for any run of characters; case does not matter. Linear in the length of both. */
export function globMatches(glob: string, text: string): boolean {
  const parts = glob.toLowerCase().split('*');
  const subject = text.toLowerCase();
  const [first = '', ...others] = parts;
  if (!subject.startsWith(first)) return false;
  if (others.length === 0) return subject === first;
  let at = first.length;
  const last = others.pop() ?? '';
  for (const part of others) {
    const found = subject.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return subject.length - last.length >= at && subject.endsWith(last);
}
