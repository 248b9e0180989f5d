import type { ValueId } from '../ir/instruction.js';
import type { PromptArgument } from '../models/model.js';
import { type Api, type FactOf, factsOfKind } from '../models/model-index.js';
import type { Presence, Role } from '../surface/model-use.js';
import { type Given, presence, select } from './arguments.js';
import type { Call } from './calls.js';
import { guardsGiven, recordCarriers } from './carried-guards.js';
import { CLIENT_TIMEOUT } from './clients.js';
import { holds } from './conditions.js';
import type { Execution } from './execution.js';
import { promptFilesOf, templateOfFiles, templateTexts } from './file-templates.js';
import { type PromptPart, promptParts } from './messages.js';
import { writtenChain } from './names.js';
import type { Field } from './shape.js';
import { deepTaint } from './shape.js';
import { type Site, siteKey } from './site.js';
import { CLEAN, fromSource, type Taint, withoutTexts } from './taint.js';
import { filledParts, templateOf } from './templates.js';
import type { ModelCallUse } from './use.js';
import { mapOf, type Value } from './value.js';

/** A call that sends a prompt: what goes in is recorded, and the taint of the answer is given back. */
export function callModel(run: Execution, call: Call, api: Api): Taint | undefined {
  const fact = factsOfKind(api, 'call').find(({ model }) =>
    (model.when ?? []).every((condition) => holds(run, condition, call.args)),
  );
  if (fact === undefined) return undefined;
  // A pattern for any method, or for what an annotation gives, is no name.
  const name = /[*)]$/.test(fact.name) ? (call.method ?? fact.name) : methodName(fact.name);
  return useModel(run, call, fact, name, true);
}

/** `openai.OpenAI().chat.completions.create` without the client, `ai.generateText` without the package. */
const methodName = (name: string): string => /(?:^[^.()]*\.|\(\)\.)([^()]+)$/.exec(name)?.[1] ?? name;

/** A call that looks like one that sends a prompt, on a receiver that nothing resolves. */
export function callUnresolvedModel(run: Execution, call: Call): Taint | undefined {
  const candidates =
    call.method === undefined ? undefined : run.unit.owner.index.unresolvedCalls.get(call.method);
  if (candidates === undefined) return undefined;
  const { owner } = run.unit;
  const chain = writtenChain(run.unit, call.instruction.callee).join('.');
  const fact = candidates.find(({ model }) => {
    if (model.unresolved === undefined || !`.${chain}`.endsWith(`.${model.unresolved.chain}`)) return false;
    return model.unresolved.requires.every(
      (selector) => presence(call.args, owner.index.selector(selector)) === 'set',
    );
  });
  return fact === undefined
    ? undefined
    : useModel(run, call, fact, fact.model.unresolved?.chain ?? chain, false);
}

function useModel(run: Execution, call: Call, fact: FactOf<'call'>, name: string, resolved: boolean): Taint {
  const { model, sdk } = fact;
  const site = run.site(call.at);
  const limit = limitOf(run, call, fact);
  const use: ModelCallUse = {
    kind: 'model-call',
    sdk: sdk.id,
    name,
    site,
    resolved,
    streaming: streamingOf(run, call, fact),
    tokenLimit: limit.presence,
    tokenLimitOption: lastName(model.limit?.options[0]),
    limitSite: limit.site,
    timeout: timeoutOf(run, call, fact),
    guards: guardsGiven(run, call.args, model.guards ?? []),
    tools: model.tools === undefined ? 'missing' : given(run, call, model.tools),
  };
  run.record.use(use, siteKey(site));
  run.record.modelCall(site);
  recordCarriers(run, call, deepTaint(rootOfReceiver(run, call)), site);
  for (const argument of model.prompt) readPrompt(run, call, argument, site);
  if (model.silent === true) return CLEAN;
  return fromSource(run.unit.source(call.at, 'model-output', name, site), resolved ? 0 : 2);
}

const given = (run: Execution, call: Call, selector: string): Presence =>
  presence(call.args, run.unit.owner.index.selector(selector));

/** Set when one of them is; unknown when one may be. */
const anyOf = (all: readonly Presence[]): Presence =>
  all.includes('set') ? 'set' : all.includes('unknown') ? 'unknown' : 'missing';

/** `0.maxTokens` is the option `maxTokens`. */
const lastName = (selector: string | undefined): string | undefined =>
  selector?.split('|')[0]?.split('.').at(-1);

function streamingOf(run: Execution, call: Call, { model }: FactOf<'call'>): ModelCallUse['streaming'] {
  if (model.stream === undefined) return 'no';
  if (model.stream === 'always') return 'yes';
  const selector = run.unit.owner.index.selector(model.stream);
  const found = select(call.args, selector);
  if (found.length === 0) return presence(call.args, selector) === 'unknown' ? 'unknown' : 'no';
  const constants = found.flatMap((one) => (one.value.open ? [] : one.value.constants));
  if (constants.length === 0) return 'unknown';
  return constants.every(Boolean) ? 'yes' : constants.some(Boolean) ? 'unknown' : 'no';
}

interface LimitFacts {
  readonly presence: Presence;
  readonly site: Site | undefined;
}

function limitOf(run: Execution, call: Call, { model }: FactOf<'call'>): LimitFacts {
  const { limit } = model;
  if (limit === undefined) return { presence: 'unknown', site: undefined };
  const onCall = anyOf(limit.options.map((selector) => given(run, call, selector)));
  const client = constructedBy(rootOfReceiver(run, call));
  const onClient =
    client === undefined ? 'missing' : anyOf(limit.options.map((option) => onConstructor(client, option)));
  if (limit.on === 'constructor') {
    if (client === undefined) return { presence: onCall === 'set' ? 'set' : 'unknown', site: undefined };
    return { presence: anyOf([onCall, onClient]), site: client.site };
  }
  if (limit.required === true)
    return { presence: onCall === 'missing' ? 'unknown' : onCall, site: undefined };
  return { presence: onCall, site: undefined };
}

/** On the call, or for all calls on the client. */
function timeoutOf(run: Execution, call: Call, { model }: FactOf<'call'>): Presence {
  const own = (model.timeout ?? []).map((selector) => given(run, call, selector));
  const client = constructedBy(rootOfReceiver(run, call));
  const isOnClient =
    client?.options.has(CLIENT_TIMEOUT) === true ||
    (model.timeout ?? []).some((option) => client !== undefined && onConstructor(client, option) === 'set');
  return isOnClient ? 'set' : anyOf(own);
}

/** The value that a chain of members starts from: `client` of `client.chat.completions.create`. */
function rootOfReceiver(run: Execution, call: Call): Value {
  let at: ValueId = call.instruction.callee;
  for (;;) {
    const instruction = run.unit.fn.body[at];
    if (instruction?.op !== 'get' || run.value(at).shape?.fields.has('()') === true) return run.value(at);
    at = instruction.object;
  }
}

interface Constructed {
  readonly site: Site | undefined;
  readonly options: ReadonlyMap<string, Field>;
  readonly exact: boolean;
}

/** How a library object was made, if that was seen. */
function constructedBy(value: Value): Constructed | undefined {
  const made = value.shape?.fields.get('()');
  if (made === undefined || value.shape === undefined) return undefined;
  return { site: made.site, options: value.shape.fields, exact: value.shape.exact };
}

function onConstructor(client: Constructed, selector: string): Presence {
  const name = lastName(selector) ?? selector;
  if (client.options.has(name)) return 'set';
  return client.exact ? 'missing' : 'unknown';
}

function readPrompt(run: Execution, call: Call, argument: PromptArgument, site: Site): void {
  const role: Role = argument.role ?? 'user';
  const template = templateFor(run, call, argument);
  for (const one of valuesOf(run, call, argument)) {
    const parts =
      template !== undefined && isFilling(one)
        ? filledParts(run, template, one, role)
        : partsOf(one, argument, role);
    for (const part of parts) recordPart(run, part, site);
  }
}

/** All keyword arguments together are the values of a template that is called. */
const valuesOf = (run: Execution, call: Call, { argument, shape }: PromptArgument): readonly Given[] =>
  shape === 'values' && argument === '*'
    ? [{ value: mapOf(call.args.named), site: run.site(call.at) }]
    : select(call.args, run.unit.owner.index.selector(argument));

/** The template that values fill: what is called starts with it, an argument holds or names it, or it lies in files beside the code. */
function templateFor(run: Execution, call: Call, { file, format }: PromptArgument): Field | undefined {
  if (format !== undefined) {
    const files = run.program.promptFiles.ofFormat(run.unit.owner.path, format);
    return files.length === 0 ? undefined : templateOfFiles(files);
  }
  if (file === undefined) return templateOf(rootOfReceiver(run, call));
  const [given] = select(call.args, run.unit.owner.index.selector(file));
  if (given === undefined) return undefined;
  return templateOf(given.value) ?? templateTexts(promptFilesOf(run, given, 'path'));
}

/** Values for a template, not messages; an object that a library makes of its keywords (`KernelArguments(input=text)`) is a map. */
const isFilling = ({ value: { shape } }: Given): boolean =>
  shape === undefined ||
  ((shape.kind === 'map' || shape.fields.has('()')) &&
    !shape.fields.has('role') &&
    !shape.fields.has('content'));

function partsOf(one: Given, argument: PromptArgument, role: Role): readonly PromptPart[] {
  if (argument.shape === 'messages') {
    const parts = promptParts(one.value, one.site, role);
    // Messages of which nothing is known carry their roles with them.
    const isOpaque = one.value.shape === undefined && /(?:^|\W)messages$/.test(argument.argument);
    return isOpaque ? parts.flatMap((part) => [part, { ...part, kind: 'role' as const }]) : parts;
  }
  if (argument.shape === 'text')
    return promptParts(one.value, one.site, role)
      .filter((part) => part.kind === 'text')
      .map((part) => ({ ...part, role }));
  const fields = [...(one.value.shape?.fields.values() ?? [])];
  const whole: PromptPart = { kind: 'text', role, site: one.site, taint: one.value.taint };
  return [whole, ...fields.flatMap((field) => promptParts(field.value, field.site ?? one.site, role))];
}

function recordPart(run: Execution, part: PromptPart, modelCall: Site): void {
  const { role, taint } = part;
  const use = { site: part.site ?? modelCall, call: modelCall, modelCall };
  if (part.kind === 'role') {
    run.record.hit({ ...use, kind: 'model-choice', name: 'role', role: undefined }, withoutTexts(taint));
    return;
  }
  const strong = role === 'system' || role === 'assistant';
  run.record.hit({ ...use, kind: strong ? 'prompt-system' : 'prompt-user', name: 'prompt', role }, taint);
}
