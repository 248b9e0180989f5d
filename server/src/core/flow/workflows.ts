import { factsOfKind } from '../models/model-index.js';
import { NO_ARGUMENTS } from './arguments.js';
import type { ClassRef } from './callable.js';
import type { Execution } from './execution.js';
import { invoke } from './invoke.js';
import { CALLED_STEPS, STEPS } from './known-values.js';
import { deepTaint } from './shape.js';
import { isClean } from './taint.js';
import type { Unit } from './unit.js';
import type { Value } from './value.js';
import { joinAll } from './value-join.js';

/** A step may take what a later one gives. */
const ROUNDS = 2;

/** Runs the methods of a class that a workflow calls one after the other, each with what the others give. */
export function runSteps(context: Execution, ref: ClassRef, instance: Value): void {
  const steps = [...ref.definition.methods.values()]
    .map((id) => ref.module.units[id])
    .filter((unit) => unit !== undefined)
    .filter((unit) => isStep(ref, unit));
  if (steps.length < 2) return;
  const given: Value[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const unit of steps) {
      const taken = given.filter((value) => fits(unit, value));
      if (taken.length === 0 && round > 0) continue;
      const positional = taken.length === 0 ? [] : [{ value: joinAll(taken), site: undefined }];
      const target = { kind: 'function', unit, frame: ref.frame, receiver: instance } as const;
      const result = invoke(context, 0, target, { ...NO_ARGUMENTS, positional });
      if (!isClean(deepTaint(result))) given.push(result);
    }
  }
}

const isStep = ({ frame }: ClassRef, { fn }: Unit): boolean =>
  fn.decorators.some((decorator) =>
    frame
      .value(decorator)
      ?.apis.some((api) =>
        factsOfKind(api, 'known').some(({ model }) => model === STEPS || model === CALLED_STEPS),
      ),
  );

/** A step that says which class of event it takes is given no other. */
function fits({ fn }: Unit, { shape }: Value): boolean {
  const type = fn.parameters[1]?.type;
  if (type === undefined || shape === undefined || shape.classes.length === 0) return true;
  const names = [type, ...type.args].map(({ name }) => name.slice(name.lastIndexOf('.') + 1));
  return shape.classes.some(({ definition }) => names.includes(definition.name));
}
