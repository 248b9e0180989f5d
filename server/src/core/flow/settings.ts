import { type Api, factsOfKind } from '../models/model-index.js';
import { select } from './arguments.js';
import type { Call } from './calls.js';
import { holds } from './conditions.js';
import type { Execution } from './execution.js';
import type { Place } from './place.js';
import type { Value } from './value.js';
import { withField } from './value-access.js';

/** What a call sets on its receiver is known of the receiver from here on, and of the result, as such calls are chained. */
export function withSettings(run: Execution, call: Call, api: Api, result: Value): Value {
  const before = call.args.receiver?.value.shape;
  const isKept = result.shape === undefined && before?.fields.has(SETTINGS) === true;
  let value = isKept ? { ...result, shape: before } : result;
  for (const { model } of factsOfKind(api, 'setting')) {
    if (model.when !== undefined && !holds(run, model.when, call.args)) continue;
    const [given] = select(call.args, run.unit.owner.index.selector(model.value));
    if (given === undefined) continue;
    const set = (one: Value): Value => withField(withField(one, SETTINGS, given), model.name, given);
    const place = placeOfChain(run, call);
    if (place !== undefined) run.change(place, set);
    value = set(value);
  }
  return value;
}

/** Marks values on which something was set. */
const SETTINGS = '<settings>';
const MAX_LINKS = 24;

/** Where the object is kept on which calls are chained: `res` of `res.status(200).type("txt")`. */
export function placeOfChain(run: Execution, call: Call): Place | undefined {
  const { body } = run.unit.fn;
  let { callee } = call.instruction;
  for (let link = 0; link < MAX_LINKS; link++) {
    const method = body[callee];
    if (method?.op !== 'get') return undefined;
    const object = body[method.object];
    if (object?.op !== 'call') return run.unit.place(method.object);
    callee = object.callee;
  }
  return undefined;
}
