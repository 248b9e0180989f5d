import type { Instruction, ValueId } from '../ir/instruction.js';
import { factsOfKind } from '../models/model-index.js';
import type { Arguments, Given } from './arguments.js';
import { onBuilder } from './builders.js';
import type { Callable } from './callable.js';
import { construct, constructBase } from './construct.js';
import type { Execution } from './execution.js';
import { invoke } from './invoke.js';
import { callLibrary } from './library.js';
import { callMethod } from './methods.js';
import { superOptions } from './options.js';
import { applicable } from './overloads.js';
import { methodSinks } from './sinks.js';
import { callTemplate } from './templates.js';
import { callUnresolved } from './unresolved.js';
import { UNKNOWN, unknown, type Value } from './value.js';
import { joinAll } from './value-join.js';

export type CallInstruction = Instruction & { readonly op: 'call' };

/** A call as the concerns of the analysis see it. */
export interface Call {
  readonly at: ValueId;
  readonly instruction: CallInstruction;
  readonly args: Arguments;
  /** Name after the last dot of the callee, when it is a member. */
  readonly method: string | undefined;
}

export function evaluateCall(run: Execution, instruction: CallInstruction, at: ValueId): Value {
  const callee = run.unit.fn.body[instruction.callee];
  const call: Call = {
    at,
    instruction,
    args: argumentsOf(run, instruction),
    method: callee?.op === 'get' ? callee.key : undefined,
  };
  if (call.method === '__init__' || callee?.op === 'super') superOptions(run, call);
  if (callee?.op === 'super') return constructBase(run, call, run.value(instruction.callee));
  return callValue(run, call, run.value(instruction.callee));
}

/** Calls whatever a value may be. */
export function callValue(run: Execution, call: Call, callee: Value): Value {
  const isModel = callee.apis.some((api) => factsOfKind(api, 'call').length > 0);
  const filled = isModel ? undefined : callTemplate(run, call);
  if (filled !== undefined) return filled;
  const results = applicable(callee.callables, call.args).map((callable) =>
    callCallable(run, call, callable),
  );
  for (const api of callee.apis) results.push(callLibrary(run, call, api));
  const built = onBuilder(run, call, callee, results);
  if (built !== undefined) return built;
  if (results.length > 0) return joinAll(results);
  methodSinks(run, call);
  return callMethod(run, call) ?? callUnresolved(run, call, callee);
}

export function callCallable(run: Execution, call: Call, callable: Callable): Value {
  switch (callable.kind) {
    case 'function':
      return invoke(run, call.at, callable, call.args);
    case 'class':
      return construct(run, call, callable.class);
    case 'partial': {
      const args: Arguments = {
        ...call.args,
        positional: [...callable.args.positional, ...call.args.positional],
        named: new Map([...callable.args.named, ...call.args.named]),
      };
      return callValue(run, { ...call, args }, callable.target);
    }
    case 'resolve':
      callable.frame.keep(callable.at, call.args.positional[0]?.value ?? UNKNOWN);
      return UNKNOWN;
    case 'module':
      return UNKNOWN;
  }
}

/** Arguments of a call; spreads of known lists and maps are taken apart. */
function argumentsOf(run: Execution, instruction: CallInstruction): Arguments {
  const positional: Given[] = [];
  const named = new Map<string, Given>();
  let restList: Given | undefined;
  let restMap: Given | undefined;
  for (const argument of instruction.args) {
    const value = run.value(argument.value);
    const given: Given = { value, site: run.site(argument.value) };
    const { shape } = value;
    if (argument.spread === 'map') {
      for (const [key, field] of shape?.fields ?? [])
        named.set(key, { value: field.value, site: field.site ?? given.site });
      if (shape === undefined || !shape.exact) restMap = { value: restOf(value), site: given.site };
    } else if (argument.spread === 'list') {
      for (const item of shape?.items ?? [])
        positional.push({ value: item.value, site: item.site ?? given.site });
      if (shape === undefined || !shape.exact) restList = { value: restOf(value), site: given.site };
    } else if (argument.name !== undefined) named.set(argument.name, given);
    else positional.push(given);
  }
  return { receiver: receiverOf(run, instruction), positional, named, restList, restMap };
}

/** What a spread holds besides what is known one by one. */
const restOf = (value: Value): Value =>
  value.shape === undefined || value.shape.others.length === 0
    ? unknown(value.taint)
    : joinAll(value.shape.others.map((field) => field.value));

function receiverOf(run: Execution, instruction: CallInstruction): Given | undefined {
  const callee = run.unit.fn.body[instruction.callee];
  if (callee?.op !== 'get') return undefined;
  return { value: run.value(callee.object), site: run.site(callee.object) };
}
