import { CALL } from '../models/match-path.js';
import { type Api, factsOfKind } from '../models/model-index.js';
import { getMember, readElement } from './access.js';
import { allOf } from './arguments.js';
import { callFunction } from './callbacks.js';
import type { Call } from './calls.js';
import { callValue } from './calls.js';
import { chained } from './chains.js';
import type { Execution } from './execution.js';
import { placeOfGiven } from './invoke.js';
import { appendsText, dressed, mapOfPairs, textBuilder } from './java-builtins.js';
import { functionPaths } from './known-values.js';
import { deepTaint, type Field, Shape } from './shape.js';
import { addNodes, compileNodes, runNodes } from './state-graphs.js';
import { listOf, ofApi, ofCallable, onlyConstant, UNKNOWN, unknown, type Value } from './value.js';
import { anyElement, elementsOf, withField } from './value-access.js';
import { joinAll, withOther } from './value-join.js';

export type Builtin = (run: Execution, call: Call, api: Api) => Value | undefined;

/**
 * Functions of the languages' own libraries that hand values on with their inside: containers, iteration, functions that call
 * functions. What they do to taint alone is said by models.
 */
export function callBuiltin(run: Execution, call: Call, api: Api): Value | undefined {
  for (const { model } of factsOfKind(api, 'known')) {
    const value = builtins.get(model)?.(run, call, api);
    if (value !== undefined) return value;
  }
  return undefined;
}

const argument = (call: Call, position: number): Value => call.args.positional[position]?.value ?? UNKNOWN;

const container = (value: Value): Value | undefined =>
  value.shape === undefined && value.apis.length === 0 ? undefined : value;

/** The container itself, in another form. */
const same: Builtin = (_run, call) => container(argument(call, 0));

const listOfElements: Builtin = (run, call) => {
  const value = argument(call, 0);
  if (value.shape?.kind === 'map')
    return listOf([], 'list', [{ value: readElement(run, call.at, value), site: undefined }]);
  return container(value);
};

const enumerate: Builtin = (run, call) => {
  const element = readElement(run, call.at, argument(call, 0));
  const pair = listOf([empty, { value: element, site: undefined }], 'tuple');
  return listOf([], 'list', [{ value: pair, site: undefined }]);
};

const empty: Field = { value: UNKNOWN, site: undefined };

const zip: Builtin = (run, call) => {
  const items = call.args.positional.map(
    (one): Field => ({ value: readElement(run, call.at, one.value), site: one.site }),
  );
  return listOf([], 'list', [{ value: listOf(items, 'tuple'), site: undefined }]);
};

const mapOver: Builtin = (run, call) => {
  const elements = call.args.positional.slice(1).map((one) => readElement(run, call.at, one.value));
  const given = callFunction(run, call, argument(call, 0), elements);
  return given === undefined ? undefined : listOf([], 'list', [{ value: given, site: undefined }]);
};

const filterBy: Builtin = (run, call) => {
  callFunction(run, call, argument(call, 0), [readElement(run, call.at, argument(call, 1))]);
  return container(argument(call, 1));
};

const next: Builtin = (run, call) => readElement(run, call.at, argument(call, 0));

const dict: Builtin = (_run, call) => {
  let value = call.args.positional.length === 0 ? listOf([]) : argument(call, 0);
  if (value.shape === undefined && call.args.positional.length > 0) return undefined;
  if (value.shape?.kind !== 'map')
    value = {
      ...value,
      shape: new Shape({
        kind: 'map',
        others: value.shape?.others ?? [],
        exact: value.shape?.exact ?? false,
      }),
    };
  for (const [key, given] of call.args.named) value = withField(value, key, given);
  return value;
};

/** `getattr(object, name)`; under a name that is not known may be any method. */
const getAttribute: Builtin = (run, call) => {
  const object = argument(call, 0);
  const key = onlyConstant(argument(call, 1));
  const usual = call.args.positional[2]?.value;
  const found = usual === undefined ? [] : [usual];
  if (typeof key === 'string') found.unshift(getMember(run, call.at, object, key, undefined));
  else {
    if (object.shape !== undefined)
      found.push(...[...object.shape.fields.values()].map(({ value }) => value));
    for (const one of object.shape?.classes ?? []) found.push(...run.program.classes.methodsOf(object, one));
  }
  return found.length === 0 ? undefined : joinAll(found);
};

const setAttribute: Builtin = (run, call) => {
  const key = onlyConstant(argument(call, 1));
  const place = placeOfGiven(run, call.args.positional[0]);
  const given = call.args.positional[2];
  if (place !== undefined && given !== undefined) {
    run.change(place, (value) => withField(value, typeof key === 'string' ? key : undefined, given));
  }
  return UNKNOWN;
};

/** `partial(f, ...)`: a call of the result is a call of `f`. */
const partial: Builtin = (_run, call) => {
  const [target, ...positional] = call.args.positional;
  if (target === undefined) return undefined;
  const args = { ...call.args, receiver: undefined, positional };
  return { ...UNKNOWN, open: false, callables: [{ kind: 'partial', target: target.value, args }] };
};

/** `to_thread(f, ...)`: calls the argument at `position` with those after it. */
const callsArgument =
  (position: number): Builtin =>
  (run, call) => {
    const target = call.args.positional[position];
    if (target === undefined || target.value.callables.length + target.value.apis.length === 0)
      return undefined;
    const args = { ...call.args, receiver: undefined, positional: call.args.positional.slice(position + 1) };
    return callValue(run, { ...call, args, method: undefined }, target.value);
  };

/** `gather(a, b)`: a list of the arguments. */
const gathered: Builtin = (_run, call) => {
  const { positional, restList } = call.args;
  return listOf(positional, 'list', restList === undefined ? [] : [restList]);
};

/** `Promise.all([a, b])`, `asyncio.run(x)`: the argument. */
const first: Builtin = (_run, call) => (call.args.positional.length === 0 ? undefined : argument(call, 0));

/** `new Promise((resolve) => ...)`: what it is resolved with. */
const newPromise: Builtin = (run, call) => {
  const resolve: Value = ofCallable({ kind: 'resolve', frame: run, at: call.at });
  const given = callFunction(run, call, argument(call, 0), [resolve, UNKNOWN]);
  return given === undefined ? undefined : (run.kept(call.at) ?? UNKNOWN);
};

const oneOf: Builtin = (_run, call) =>
  call.args.positional.length === 0 ? undefined : anyElement(argument(call, 0));

const objectValues: Builtin = (_run, call) =>
  listOf([], 'list', [{ value: anyElement(argument(call, 0)), site: undefined }]);

const objectEntries: Builtin = (_run, call) => {
  const object = argument(call, 0);
  const pair = listOf(
    [
      { value: unknown(object.taint), site: undefined },
      { value: anyElement(object), site: undefined },
    ],
    'tuple',
  );
  return listOf([], 'list', [{ value: pair, site: undefined }]);
};

/** `Object.assign(target, ...sources)`. */
const assign: Builtin = (run, call) => {
  const [target, ...sources] = call.args.positional;
  if (target === undefined) return undefined;
  const combined = (into: Value): Value =>
    sources.reduce((value, source) => copyInto(value, source.value), into);
  const place = placeOfGiven(run, target);
  if (place !== undefined) run.change(place, combined);
  return combined(target.value);
};

function copyInto(value: Value, source: Value): Value {
  let next = value;
  for (const [key, field] of source.shape?.fields ?? []) next = withField(next, key, field);
  if (source.shape === undefined || source.shape.others.length > 0) {
    next = withField(next, undefined, { value: unknown(deepTaint(source)), site: undefined });
  }
  return next;
}

/** `Array.from(list, f)`. */
const arrayFrom: Builtin = (run, call) => {
  const element = readElement(run, call.at, argument(call, 0));
  const given = callFunction(run, call, argument(call, 1), [element]);
  if (given !== undefined) return listOf([], 'list', [{ value: given, site: undefined }]);
  return container(argument(call, 0));
};

const newMap: Builtin = (_run, call) => {
  const [pairs] = call.args.positional;
  let others: readonly Field[] = [];
  for (const pair of pairs === undefined ? [] : elementsOf(pairs.value)) {
    others = withOther(
      others,
      pair.value.shape?.items[1] ?? { value: unknown(deepTaint(pair.value)), site: pair.site },
    );
  }
  const shape = new Shape({ kind: 'map', others });
  return { ...UNKNOWN, open: false, shape };
};

const newSet: Builtin = (_run, call) =>
  call.args.positional.length === 0 ? listOf([], 'set') : container(argument(call, 0));

/** A pattern is known by its text. */
const pattern: Builtin = (_run, call, api) => {
  const { constants, open } = argument(call, 0);
  const made = api.child(CALL);
  return made === undefined ? undefined : { ...ofApi(made), constants, open };
};

/** `RunnableSequence.from([prompt, model, parser])`, `RunnableSequence(prompt, model)`: a chain of them. */
const linked: Builtin = (_run, call) =>
  chained(
    allOf(call.args).flatMap(({ value }) =>
      value.shape?.kind === 'list' || value.shape?.kind === 'map'
        ? [value, ...elementsOf(value).map((one) => one.value)]
        : [value],
    ),
  );

const stops: Builtin = (run) => {
  run.stop();
  return UNKNOWN;
};

/** `lambda: default_value` and the value itself. */
const provided: Builtin = (run, call) => {
  const target = call.args.positional[0] ?? call.args.named.get('dependency');
  if (target === undefined) return undefined;
  return callValue(
    run,
    {
      ...call,
      args: { ...call.args, positional: [], named: new Map(), receiver: undefined },
      method: undefined,
    },
    target.value,
  );
};

type FunctionName = (typeof functionPaths)[number][0];

const implementations: Readonly<Record<FunctionName, Builtin>> = {
  same,
  listOfElements,
  enumerate,
  zip,
  mapOver,
  filterBy,
  next,
  dict,
  getAttribute,
  setAttribute,
  partial,
  callsArgument: callsArgument(0),
  callsSecond: callsArgument(1),
  gathered,
  first,
  newPromise,
  oneOf,
  objectValues,
  objectEntries,
  assign,
  arrayFrom,
  newMap,
  newSet,
  pattern,
  provided,
  linked,
  addNodes,
  compileNodes,
  runNodes,
  stops,
  mapOfPairs,
  textBuilder,
  appendsText,
  dressed,
};

const builtins: ReadonlyMap<string, Builtin> = new Map(
  functionPaths.map(([name, , path]) => [path, implementations[name]] as const),
);
