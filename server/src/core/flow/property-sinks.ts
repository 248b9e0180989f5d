import type { Instruction, ValueId } from '../ir/instruction.js';
import { type FactOf, factsOfKind } from '../models/model-index.js';
import type { Execution } from './execution.js';
import { deepTaint } from './shape.js';
import type { Value } from './value.js';

/** `element.innerHTML = value`. */
export function assignedSink(
  run: Execution,
  at: ValueId,
  instruction: Instruction & { readonly op: 'set' },
  key: string,
  value: Value,
): void {
  for (const fact of run.unit.owner.index.setSinks.get(key) ?? []) {
    hit(run, fact, instruction.value, at, key, value);
  }
}

/** `<div dangerouslySetInnerHTML={...}>`. */
export function elementSinks(
  run: Execution,
  at: ValueId,
  instruction: Instruction & { readonly op: 'element' },
  props: Value,
): void {
  for (const [name, field] of props.shape?.fields ?? []) {
    const entry = instruction.props.find((prop) => prop.key === name);
    for (const fact of run.unit.owner.index.propSinks.get(name) ?? []) {
      hit(run, fact, entry?.value ?? at, at, name, field.value);
    }
  }
}

/** `globals()[name]`, `this[name](...)`: what is found there is up to whoever chose the name. */
export function lookupSinks(
  run: Execution,
  at: ValueId,
  instruction: Instruction & { readonly op: 'get' },
  index: Value,
): void {
  const { body } = run.unit.fn;
  const own = body[instruction.object]?.op === 'this' ? run.unit.owner.index.global('this') : undefined;
  const objects = own === undefined ? run.value(instruction.object).apis : [own];
  for (const fact of objects.flatMap((api) => factsOfKind(api, 'sink'))) {
    const { match } = fact.model;
    if (!('lookup' in match)) continue;
    if (match.called === true && !body.some((one) => one.op === 'call' && one.callee === at)) continue;
    hit(run, fact, instruction.index ?? at, at, fact.name, index);
  }
}

function hit(
  run: Execution,
  fact: FactOf<'sink'>,
  site: ValueId,
  call: ValueId,
  name: string,
  value: Value,
): void {
  run.record.hit(
    {
      kind: fact.model.kind,
      site: run.site(site),
      call: run.site(call),
      name: fact.model.name ?? name,
      modelCall: undefined,
      role: undefined,
    },
    deepTaint(value),
  );
}
