import type { ValueId } from '../ir/instruction.js';
import { type Given, NO_ARGUMENTS } from './arguments.js';
import type { Execution } from './execution.js';
import { invoke } from './invoke.js';
import type { Unit } from './unit.js';
import type { Value } from './value.js';

/**
 * The program's own decorators are called for what they do besides: they put the function into a table from which a model chooses. The
 * name keeps standing for the function itself, since most wrappers only pass on what they get.
 */
export function callDecorators(run: Execution, unit: Unit, decorated: Value): void {
  for (const decorator of unit.fn.decorators) {
    const receiver = receiverOf(run, decorator);
    const given: Given = { value: decorated, site: run.site(decorator) };
    for (const callable of run.value(decorator).callables) {
      if (callable.kind === 'function')
        invoke(run, decorator, callable, { ...NO_ARGUMENTS, receiver, positional: [given] });
    }
  }
}

/** `registry` of `@registry.register`. */
function receiverOf(run: Execution, decorator: ValueId): Given | undefined {
  const instruction = run.unit.fn.body[decorator];
  return instruction?.op === 'get'
    ? { value: run.value(instruction.object), site: run.site(instruction.object) }
    : undefined;
}
