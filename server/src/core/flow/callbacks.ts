import { type Arguments, allOf, type Given, NO_ARGUMENTS } from './arguments.js';
import type { Call } from './calls.js';
import type { Execution } from './execution.js';
import { invoke, invokeWithAnything } from './invoke.js';
import type { Value } from './value.js';
import { joinAll } from './value-join.js';

/** What is called, what it is called on and with decide what the call does. */
export function askAll(run: Execution, call: Call): void {
  if (call.args.receiver !== undefined) run.record.ask(call.args.receiver.value);
  for (const { value } of allOf(call.args)) run.record.ask(value);
}

/** Calls a function value with these arguments; `undefined` when it is none of the program's. */
export function callFunction(
  run: Execution,
  call: Call,
  callee: Value,
  given: readonly Value[],
): Value | undefined {
  const results: Value[] = [];
  const args: Arguments = {
    ...NO_ARGUMENTS,
    positional: given.map((value): Given => ({ value, site: run.site(call.at) })),
  };
  for (const callable of callee.callables) {
    if (callable.kind === 'function') results.push(invoke(run, call.at, callable, args));
  }
  return results.length === 0 ? undefined : joinAll(results);
}

/** Calls every function among the arguments with something unknown. */
export function callCallbacks(run: Execution, call: Call, _value: Value): Value | undefined {
  const results: Value[] = [];
  for (const { value } of allOf(call.args)) {
    for (const callable of [...value.callables, ...inObject(value)]) {
      if (callable.kind !== 'function' || run.invoked.has(callable.unit)) continue;
      results.push(invokeWithAnything(run, callable).result);
    }
  }
  return results.length === 0 ? undefined : joinAll(results);
}

/** Functions in an options object: `{ onFinish() { ... } }`. */
const inObject = (value: Value): Value['callables'] =>
  value.shape?.kind !== 'map'
    ? []
    : [...value.shape.fields.values()].flatMap((field) => field.value.callables);
