import { allOf } from './arguments.js';
import { askAll, callCallbacks } from './callbacks.js';
import type { Call } from './calls.js';
import type { Execution } from './execution.js';
import { callUnresolvedModel } from './model-calls.js';
import { recordOf } from './records.js';
import { deepTaint } from './shape.js';
import { CLEAN, doubted, type Taint, union, withoutTexts } from './taint.js';
import { ofShape, UNKNOWN, unknown, type Value, withTaint } from './value.js';
import { join } from './value-join.js';

/** A call of something of which nothing is known but how it is written. */
export function callUnresolved(run: Execution, call: Call, callee: Value): Value {
  const answer = callUnresolvedModel(run, call);
  if (answer !== undefined) return unknown(answer);
  const isOfCaller = [callee, call.args.receiver?.value].some(
    (value) => value?.taint.atoms.some((atom) => typeof atom.origin === 'number') === true,
  );
  if (isOfCaller) askAll(run, call);
  const record = recordOf(run, call);
  if (record !== undefined) return { ...ofShape(record.shape, record.taint), open: true };
  const receiver = call.args.receiver?.value.taint ?? callee.taint;
  const given = allOf(call.args).reduce<Taint>((taint, one) => union(taint, deepTaint(one.value)), CLEAN);
  const value = unknown(union(withoutTexts(receiver), doubted(withoutTexts(given))));
  const fromCallback = callCallbacks(run, call, UNKNOWN);
  return fromCallback === undefined
    ? value
    : join(value, withTaint(fromCallback, doubted(fromCallback.taint)));
}
