import { CALL } from '../models/match-path.js';
import { type Api, factsOfKind, isLink, isUnmodeled } from '../models/model-index.js';
import { readTaint } from './access.js';
import { useAgent } from './agents.js';
import { type Arguments, allOf, select } from './arguments.js';
import { callBuiltin } from './builtins.js';
import { askAll, callCallbacks } from './callbacks.js';
import type { Call } from './calls.js';
import { carriedGuards } from './carried-guards.js';
import { chained, throughStages } from './chains.js';
import { constructedShape, useClient } from './clients.js';
import { registeredEntries } from './entries.js';
import type { Execution } from './execution.js';
import { promptFileText } from './file-templates.js';
import { parsedFile } from './file-values.js';
import { applyGuards } from './guards.js';
import { makeMessage } from './messages.js';
import { callMethod } from './methods.js';
import { callModel } from './model-calls.js';
import { useOptions } from './options.js';
import { recordOf } from './records.js';
import { typedResult, withSchema } from './schemas.js';
import { withSettings } from './settings.js';
import { deepTaint } from './shape.js';
import { callSinks, methodSinks } from './sinks.js';
import { CLEAN, doubted, type Taint, union, withoutTexts } from './taint.js';
import { withTemplate } from './templates.js';
import { ofApi, UNKNOWN, type Value, withTaint } from './value.js';
import { anyElement } from './value-access.js';
import { join } from './value-join.js';

/** A call of something from a library: what the models say about it happens, then the data goes on. */
export const callLibrary = (run: Execution, call: Call, api: Api): Value =>
  withSettings(
    run,
    call,
    api,
    withSchema(run, call, api, typedResult(run, call, api, resultOf(run, call, api))),
  );

function resultOf(run: Execution, call: Call, api: Api): Value {
  const node = api.child(CALL);
  useOptions(run, call, api);
  if (isUnmodeled(api) && isUnmodeled(node)) {
    methodSinks(run, call);
    const known = callMethod(run, call);
    if (known !== undefined) return known;
  }
  if (decidesByArguments(api) || decidesByArguments(node)) askAll(run, call);
  registeredEntries(run, call, api);
  callSinks(run, call, api);
  useClient(run, call, api);
  useAgent(run, call, api);
  const base = node === undefined ? UNKNOWN : ofApi(node);
  const given = givenBack(run, call, node) ?? parsedFile(run, call);
  if (given !== undefined) {
    const told = node === undefined ? CLEAN : readTaint(run, call.at, node, call.args, CLEAN);
    return told === CLEAN ? given : withTaint(given, union(given.taint, told));
  }
  const answer = callModel(run, call, api);
  if (answer !== undefined) return throughStages(run, call, withTaint(base, answer));
  const hung = carriedGuards(run, call, api);
  const message = makeMessage(run, call, api);
  if (message !== undefined) return { ...message, apis: base.apis };
  if (isConstructor(call, api, node))
    return { ...base, taint: hung, shape: constructedShape(run, call, api) };
  const linked = linkedChain(call);
  if (linked !== undefined) return linked;
  const builtin = callBuiltin(run, call, api);
  const source =
    node === undefined
      ? CLEAN
      : fileTaint(
          run,
          call,
          readTaint(run, call.at, node, call.args, call.args.receiver?.value.taint ?? CLEAN),
        );
  const record = isUnmodeled(api) ? recordOf(run, call) : undefined;
  const plain =
    record === undefined
      ? withTaint(base, passedTaint(run, call, api, source !== CLEAN))
      : { ...base, shape: record.shape, taint: record.taint };
  const value = builtin ?? withCallbacks(run, call, plain);
  const whole = withTaint(value, union(value.taint, union(source, hung)));
  const made = withTemplate(run, call, api, { ...whole, predicate: whole.predicate ?? tested(call, api) });
  return applyGuards(run, call, api, keptOptions(call, node, made));
}

/** What only tells something about its arguments tells what is known of them: `isinstance(parse(x), Select)`, `len(found)`. */
function tested(call: Call, api: Api): Value['predicate'] {
  const isTest = factsOfKind(api, 'transfer').some(({ model }) => model.passes === 'none');
  if (!isTest) return undefined;
  for (const { value } of allOf(call.args)) {
    // `any(url.startswith(start) for start in STARTS)`
    const { predicate } = value.shape?.kind === 'list' ? anyElement(value) : value;
    if (predicate !== undefined) return predicate;
  }
  return undefined;
}

/** Models look into the arguments, but for those that only say what passes. */
const decidesByArguments = (api: Api | undefined): boolean =>
  api?.facts.some(
    ({ kind }) => kind !== 'transfer' && kind !== 'known' && kind !== 'part' && kind !== 'assigned',
  ) === true;

/** A prompt file of the program is its own text and comes from nobody else. */
const fileTaint = (run: Execution, call: Call, source: Taint): Taint =>
  source.atoms.some(({ origin }) => typeof origin !== 'number' && origin.label === 'file')
    ? (promptFileText(run, call.at) ?? source)
    : source;

/** What a wrapper was given, if it gives that back in another dress: `promisify(exec)`. */
function givenBack(run: Execution, call: Call, node: Api | undefined): Value | undefined {
  for (const { model } of node === undefined ? [] : factsOfKind(node, 'alias')) {
    if (typeof model.as === 'string') continue;
    const [first] = select(call.args, run.unit.owner.index.selector(model.as.argument));
    if (first !== undefined) return first.value;
  }
  return undefined;
}

/** What a library does with a function that it is given: it calls it, and often gives back what that gives. */
function withCallbacks(run: Execution, call: Call, value: Value): Value {
  const given = callCallbacks(run, call, UNKNOWN);
  if (given === undefined) return value;
  return join(value, withTaint(given, doubted(given.taint)));
}

/** Data that comes out of a library call because it went in; what is read from a source is not what it was asked for with. */
function passedTaint(run: Execution, call: Call, api: Api, isSource: boolean): Taint {
  const { args } = call;
  const transfers = factsOfKind(api, 'transfer');
  if (transfers.length > 0) {
    return transfers.reduce<Taint>((taint, { model }) => {
      if (model.passes === 'none') return taint;
      const given =
        model.passes === 'arguments'
          ? allOf(args)
          : model.passes.flatMap((selector) => select(args, run.unit.owner.index.selector(selector)));
      return given.reduce((all, one) => union(all, deepTaint(one.value)), taint);
    }, CLEAN);
  }
  const receiver = args.receiver === undefined ? CLEAN : withoutTexts(args.receiver.value.taint);
  return isSource ? receiver : union(receiver, doubted(withoutTexts(inArguments(args))));
}

/** `prompt.pipe(model)`. */
function linkedChain(call: Call): Value | undefined {
  const { receiver, positional } = call.args;
  if (call.method !== 'pipe' || receiver === undefined) return undefined;
  return chained([receiver.value, ...positional.map((one) => one.value)]);
}

/** A method that gives a changed copy of a client or model keeps what it was made with. */
function keptOptions(call: Call, node: Api | undefined, value: Value): Value {
  const receiver = call.args.receiver?.value;
  if (node === undefined || receiver?.shape?.fields.has('()') !== true || value.shape !== undefined)
    return value;
  const isCopy = receiver.apis.includes(node) || isLink(node);
  return isCopy ? { ...value, shape: receiver.shape } : value;
}

/** `tool({ execute })`: agents that are given the result later have that tool. */
const makesTool = (fact: Api['facts'][number]): boolean =>
  fact.kind === 'entry' && fact.model.tool !== undefined && 'callback' in fact.model.match;

/** Makes a client, a model object, an agent, a tool: what it is made with is kept as its fields. */
const isConstructor = (call: Call, api: Api, made: Api | undefined): boolean =>
  api.facts.some((fact) => fact.kind === 'client' || fact.kind === 'agent' || makesTool(fact)) ||
  (made !== undefined && isLink(made) && call.args.receiver?.value.shape === undefined);

const inArguments = (args: Arguments): Taint =>
  allOf(args).reduce<Taint>((taint, one) => union(taint, deepTaint(one.value)), CLEAN);
