import type { BuilderModel } from '../models/model.js';
import { factsOfKind } from '../models/model-index.js';
import type { Given } from './arguments.js';
import type { Call } from './calls.js';
import type { Execution } from './execution.js';
import { callOn } from './invoke.js';
import type { Place } from './place.js';
import { type Field, Shape } from './shape.js';
import { listOf, mapOf, onlyConstant, UNKNOWN, type Value } from './value.js';
import { withField, withItem } from './value-access.js';
import { joinAll } from './value-join.js';

const modelsOf = (value: Value): readonly BuilderModel[] =>
  value.apis.flatMap((api) => factsOfKind(api, 'builder').map(({ model }) => model));

/**
 * A call on a builder, or one that gives a builder; `undefined` for any other. The results are those of the call as a call of a library or of
 * the program: what they say about the call holds beside what it sets.
 */
export function onBuilder(
  run: Execution,
  call: Call,
  callee: Value,
  results: readonly Value[],
): Value | undefined {
  const { method } = call;
  const before = call.args.receiver?.value;
  if (method === undefined || before === undefined) return undefined;
  if (callee.apis.some((api) => factsOfKind(api, 'call').length > 0)) return undefined;
  const models = modelsOf(before);
  if (models.length === 0) {
    const made = results.length === 0 ? undefined : joinAll(results);
    return made !== undefined && modelsOf(made).length > 0 ? begun(run, call, before, made) : undefined;
  }
  const set = (builder: Value): Value => withSetting(run, call, builder, method);
  if (models.some(({ ends = ['build'] }) => ends.includes(method))) {
    const built = set(before);
    const product = results.length === 0 ? UNKNOWN : joinAll(results);
    const ownFields = product.shape?.fields;
    // What the product is known to be (a message, a template, a text) says more than how it was made.
    const isKnown = results.length > 0 && product.apis.length === 0;
    if (isKnown || (product.shape !== undefined && ownFields?.has('()') !== true)) return product;
    const fields = new Map([...(built.shape?.fields ?? []), ...(ownFields ?? [])]).set('()', made(run, call));
    return { ...product, shape: (built.shape ?? EMPTY).with({ fields }) };
  }
  const place = placeOfBuilder(run, call);
  if (place !== undefined) run.change(place, set);
  return set(before);
}

const EMPTY = new Shape({ kind: 'instance', exact: true });

/** Where it was made; values with this field are library objects whose options were seen. */
const made = (run: Execution, call: Call): Field => ({ value: UNKNOWN, site: run.site(call.at) });

/** `Params.builder()` starts with nothing set; `client.prompt(text)` with the client's defaults and what it is given. */
function begun(run: Execution, call: Call, from: Value, builder: Value): Value {
  const isNew = from.shape === undefined && /^(?:new)?builder$/i.test(call.method ?? '');
  const shape = from.shape ?? (isNew ? EMPTY : EMPTY.with({ exact: false }));
  return withSetting(run, call, { ...builder, taint: from.taint, shape }, call.method ?? '');
}

/** The builder after the call. */
function withSetting(run: Execution, call: Call, builder: Value, name: string): Value {
  const given = call.args.positional.map((one) => configured(run, call, builder, one));
  const [first, second] = given;
  if (first === undefined) return builder;
  const known = builder.shape?.fields.get(name);
  const key = given.length === 2 ? onlyConstant(first.value) : undefined;
  const field = fieldOf(run, call, given);
  if (typeof key === 'string' && second !== undefined) {
    const map = known?.value.shape?.kind === 'map' ? known.value : mapOf(new Map());
    return withField(builder, name, { value: withField(map, key, second), site: second.site });
  }
  if (/^add[A-Z]/.test(name) || known?.value.shape?.kind === 'list') {
    const list = known?.value.shape?.kind === 'list' ? known.value : listOf([]);
    return withField(builder, name, { value: given.reduce(withItem, list), site: field.site });
  }
  return withField(builder, name, field);
}

const fieldOf = (run: Execution, call: Call, given: readonly Given[]): Field => {
  const [first] = given;
  if (first !== undefined && given.length === 1) return { value: first.value, site: first.site };
  return { value: listOf(given), site: run.site(call.at) };
};

/** A function that is given says the rest on an empty builder of the same kind. */
function configured(run: Execution, call: Call, builder: Value, given: Given): Given {
  if (given.value.callables.length === 0) return given;
  const empty: Value = { ...UNKNOWN, open: false, apis: builder.apis, shape: EMPTY };
  const told = given.value.callables.flatMap((one) =>
    one.kind === 'function' ? (callOn(run, one, { value: empty, site: run.site(call.at) }) ?? []) : [],
  );
  return told.length === 0 ? given : { value: joinAll(told), site: given.site };
}

const MAX_LINKS = 60;

/** Where the builder is kept on which calls are chained: `builder` of `builder.model(m).system(s)`. */
function placeOfBuilder(run: Execution, call: Call): Place | undefined {
  const { body } = run.unit.fn;
  let { callee } = call.instruction;
  for (let link = 0; link < MAX_LINKS; link++) {
    const method = body[callee];
    if (method?.op !== 'get' || modelsOf(run.value(method.object)).length === 0) return undefined;
    const object = body[method.object];
    if (object?.op !== 'call') return run.unit.place(method.object);
    callee = object.callee;
  }
  return undefined;
}
