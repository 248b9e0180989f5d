import type { ValueId } from '../ir/instruction.js';
import type { Parameter } from '../ir/module.js';
import type { EntryModel } from '../models/model.js';
import { type Api, type FactOf, factsOfKind, isUnmodeled } from '../models/model-index.js';
import { matchesGlob } from '../text/glob.js';
import { type Arguments, allOf, NO_ARGUMENTS, select } from './arguments.js';
import { type Bound, bindAnything } from './binding.js';
import { guardBits } from './bits.js';
import type { Callable, ClassRef } from './callable.js';
import type { Call } from './calls.js';
import { writtenName } from './conditions.js';
import type { Execution } from './execution.js';
import type { Frame } from './frame.js';
import { callWith, type FunctionValue } from './invoke.js';
import { writtenChain } from './names.js';
import { typedArgument } from './schemas.js';
import { deepTaint } from './shape.js';
import { type Site, siteKey, siteOf } from './site.js';
import { fromSource, substitute, union } from './taint.js';
import { approvalOf, hintsOf } from './tool-options.js';
import { isHarmless } from './types.js';
import type { ModuleUnit, Unit } from './unit.js';
import { ofApi, onlyConstant, type Value, withTaint } from './value.js';
import { elementsOf } from './value-access.js';

/** A function that a framework calls, waiting to be run: the code around it has to be finished first. */
export interface PendingEntry {
  readonly target: FunctionValue;
  readonly fact: FactOf<'entry'>;
  /** Arguments of the decorator or the registering call. */
  readonly args: Arguments;
  /** The decorator or the registering call. */
  readonly registration?: Site;
  /** Name that the registration gives it. */
  readonly name: string | undefined;
  /** The class whose method it is; the framework calls it on an instance. */
  readonly owner?: ClassRef | undefined;
}

type Wanted = EntryModel['parameters'][number];

/** Functions that a decorator makes entries. */
export function decoratedEntries(run: Execution, unit: Unit): void {
  for (const decorator of unit.fn.decorators) {
    for (const api of run.value(decorator).apis) {
      for (const fact of factsOfKind(api, 'entry')) {
        if (!('decorator' in fact.model.match)) continue;
        const target: FunctionValue = { kind: 'function', unit, frame: run };
        run.pending.push({
          target,
          fact,
          args: decoratorArguments(run, decorator),
          registration: run.site(decorator),
          name: undefined,
          owner: ownerOf(run, unit),
        });
      }
    }
  }
}

function ownerOf(run: Execution, { fn, owner }: Unit): ClassRef | undefined {
  if (fn.class === undefined || fn.methodKind === 'static') return undefined;
  const definition = owner.module.classes[fn.class];
  return definition === undefined ? undefined : { module: owner, definition, frame: run };
}

/** The arguments of `@decorator(...)`; the call has been run, so only its plain arguments are needed. */
function decoratorArguments(run: Execution, decorator: ValueId): Arguments {
  const instruction = run.unit.fn.body[decorator];
  if (instruction?.op !== 'call') return NO_ARGUMENTS;
  const given = instruction.args.map((argument) => ({
    name: argument.name,
    value: run.value(argument.value),
    site: run.site(argument.value),
  }));
  return {
    ...NO_ARGUMENTS,
    positional: given.filter((one) => one.name === undefined),
    named: new Map(given.flatMap((one) => (one.name === undefined ? [] : [[one.name, one] as const]))),
  };
}

/** Functions that are passed to a call that registers them. */
export function registeredEntries(run: Execution, call: Call, api: Api): void {
  for (const fact of factsOfKind(api, 'entry')) {
    const { match } = fact.model;
    if (!('callback' in match)) continue;
    for (const value of registered(call.args, match.property)) {
      for (const target of handlersIn(value)) {
        if (target.kind === 'function')
          run.pending.push({
            target,
            fact,
            args: call.args,
            registration: run.site(call.at),
            name: nameGiven(call.args),
          });
      }
    }
  }
}

/** Arguments that may be handlers: all of them, or what is given under a name (a keyword, a property of an options object). */
function registered(args: Arguments, property: string | undefined): readonly Value[] {
  if (property === undefined) return allOf(args).map(({ value }) => value);
  const inOptions = allOf(args).map(({ value }) => value.shape?.fields.get(property)?.value);
  return [args.named.get(property)?.value, ...inOptions].filter((value) => value !== undefined);
}

/** Handlers may come one by one or in a list. */
const handlersIn = (value: Value): readonly Callable[] =>
  value.callables.length > 0 || value.shape?.kind !== 'list'
    ? value.callables
    : elementsOf(value).flatMap((field) => field.value.callables);

function nameGiven(args: Arguments): string | undefined {
  const named = args.positional[0]?.value.shape?.fields.get('name')?.value ?? args.positional[0]?.value;
  const text = named === undefined ? undefined : onlyConstant(named);
  return typeof text === 'string' ? text : undefined;
}

/** Entries that go by the name of a function, its file or its parameter. */
export function namedEntries(unit: Unit): readonly FactOf<'entry'>[] {
  const { owner, fn } = unit;
  if (owner.entryFacts.length === 0) return NO_ENTRIES;
  return owner.entryFacts.filter(({ model: { match } }) => {
    if ('exports' in match) return owner.exportNames(fn).some((name) => match.exports.includes(name));
    if ('directive' in match) return owner.exportNames(fn).length > 0;
    return 'parameter' in match && fn.id !== 0 && fn.parameters[match.position]?.name === match.parameter;
  });
}

const NO_ENTRIES: readonly never[] = [];

/** Functions in an object that a file exports: `export default { fetch(request) {} }`. */
export function exportedEntries(module: ModuleUnit, frame: Execution): readonly PendingEntry[] {
  return module.module.exports.flatMap((one) => {
    const fields = one.kind === 'variable' ? frame.lookup(one.variable)?.shape?.fields : undefined;
    return [...(fields ?? [])].flatMap(([key, { value }]) => {
      const names = [`${one.name}.${key}`, ...(one.name === 'module.exports' ? [key] : [])];
      const facts = module.index.namedEntries.filter(
        ({ model: { match } }) =>
          'exports' in match &&
          names.some((name) => match.exports.includes(name)) &&
          matchesGlob(module.path, match.file),
      );
      return value.callables.flatMap((target) =>
        target.kind === 'function' && target.unit.fn.parent === 0
          ? facts.map((fact) => ({ target, fact, args: NO_ARGUMENTS, name: undefined }))
          : [],
      );
    });
  });
}

/** Runs an entry: its parameters hold what the framework fills in, its result goes out. */
export function runEntry(run: Execution, entry: PendingEntry): void {
  const { target, fact } = entry;
  const { unit } = target;
  const { model, sdk } = fact;
  const self =
    target.receiver ??
    (entry.owner === undefined ? undefined : run.program.classes.instance(run, entry.owner));
  const bound = bindAnything(run, unit, target.frame, self).map((one) => filled(run, entry, one));
  const outcome = callWith(run, target, bound);
  if (outcome === undefined) return;
  if (model.route === true || model.html !== undefined) {
    for (const { site, value } of outcome.done.returns) {
      const taint = substitute(deepTaint(value), outcome.slots);
      const use = { site, call: site, modelCall: undefined, role: undefined };
      if (model.route === true) run.record.hit({ ...use, kind: 'response', name: 'response' }, taint);
      const page = pageOf(run, entry, value);
      if (page !== undefined && isPlainText(page)) {
        const shown = page === value ? taint : substitute(deepTaint(page), outcome.slots);
        run.record.hit({ ...use, kind: 'html', name: 'page' }, shown);
      }
    }
  }
  if (model.tool === undefined) return;
  for (const { site, value } of outcome.done.returns) {
    const use = { site, call: site, modelCall: undefined, role: undefined };
    const taint = substitute(deepTaint(value), outcome.slots);
    run.record.hit({ ...use, kind: 'tool-return', name: 'tool result' }, taint);
  }
  const site = siteOf(unit, 0, 'function');
  const approval = approvalOf(run, entry, (outcome.done.gates.guards & guardBits.bit('approval')) !== 0);
  run.record.use(
    {
      kind: 'tool',
      sdk: sdk.id,
      name: entry.name ?? unit.fn.name,
      site,
      handler: unit,
      approval: approval.given,
      approvalOff: approval.off,
      approvalOption: model.tool.approval?.[0],
      registration: entry.registration,
      hints: hintsOf(run, entry),
      library: undefined,
      capabilities: outcome.done.capabilities,
    },
    siteKey(site),
  );
}

const isPlainText = (value: Value): boolean => value.shape === undefined && value.apis.every(isUnmodeled);

/** What of an answer is sent as a page. */
function pageOf(run: Execution, { fact: { model }, args }: PendingEntry, answer: Value): Value | undefined {
  const { html } = model;
  if (html === undefined || html === true) return html === undefined ? undefined : answer;
  if ('body' in html) return isHtml(field(answer, html.headers)) ? field(answer, html.body) : undefined;
  const { index } = run.unit.owner;
  const wanted = html.class.slice(html.class.lastIndexOf('.') + 1);
  const isWanted = select(args, index.selector(html.argument)).some(
    (one) => one.value.constants.includes('text/html') || writtenName(run, one.site).includes(wanted),
  );
  return isWanted ? answer : undefined;
}

const field = (value: Value | undefined, key: string): Value | undefined =>
  value?.shape?.fields.get(key)?.value;

const isHtml = (headers: Value | undefined): boolean =>
  [...(headers?.shape?.fields ?? [])].some(
    ([name, { value }]) =>
      name.toLowerCase() === 'content-type' &&
      value.constants.some((type) => typeof type === 'string' && type.includes('html')),
  );

/** What the framework puts into a parameter. */
function filled(run: Execution, { target, fact, args }: PendingEntry, bound: Bound): Bound {
  const { unit, frame } = target;
  const { model } = fact;
  const parameter = unit.fn.parameters[bound.position];
  if (parameter === undefined || isReceiver(unit, bound)) return bound;
  const offset = unit.owner.python && unit.fn.class !== undefined && unit.fn.methodKind !== 'static' ? 1 : 0;
  const wanted = wantedAt(model, bound.position - offset);
  if (wanted === undefined || 'none' in wanted) return bound;
  if ('type' in wanted) {
    if (bound.value.apis.length > 0) return bound;
    const api = unit.owner.index.at(wanted.type, fact.sdk);
    return api === undefined ? bound : { ...bound, value: withTaint(ofApi(api), bound.value.taint) };
  }
  if (parameter.type !== undefined && (isHarmless(parameter.type) || isExcepted(frame, parameter, model)))
    return bound;
  if (isInjected(frame, parameter)) return bound;
  const source = unit.source(bound.position, wanted.label, parameter.name, undefined, 'parameter');
  const [schema] =
    wanted.schema === undefined ? [] : select(args, run.unit.owner.index.selector(wanted.schema));
  const typed =
    schema === undefined ? undefined : typedArgument(run, schema.value, wanted.at, fromSource(source));
  if (typed !== undefined) return { ...bound, value: typed };
  // The default is only one of the things that it may be.
  const value = withTaint(bound.value, union(bound.value.taint, fromSource(source)));
  return { ...bound, value: { ...value, open: true } };
}

/** The default says that the framework provides the value itself: `Depends(...)`, but not `Form(...)`. */
const isInjected = (frame: Frame, { default: usual }: Parameter): boolean => {
  if (usual === undefined || frame.unit.fn.body[usual]?.op !== 'call') return false;
  return !writtenChain(frame.unit, usual).some((name) =>
    /^(?:Form|Body|Query|Header|File|Cookie|Path)$/.test(name),
  );
};

const isExcepted = (frame: Frame, parameter: Parameter, model: EntryModel): boolean => {
  const decorators = (parameter.decorators ?? []).flatMap((one) => writtenChain(frame.unit, one));
  if (decorators.some((name) => model.except?.includes(name))) return true;
  const open = parameter.type === undefined ? [] : [parameter.type];
  for (let i = 0; i < open.length && i < 16; i++) open.push(...(open[i]?.args ?? []));
  return open.some(
    (type) => model.except?.includes(type.name.slice(type.name.lastIndexOf('.') + 1)) === true,
  );
};

const isReceiver = (unit: Unit, bound: Bound): boolean =>
  bound.position < 0 ||
  (bound.position === 0 &&
    unit.owner.python &&
    unit.fn.class !== undefined &&
    unit.fn.methodKind !== 'static');

function wantedAt(model: EntryModel, position: number): Wanted | undefined {
  const last = model.parameters.at(-1);
  return model.parameters[position] ?? (last?.rest === true ? last : undefined);
}
