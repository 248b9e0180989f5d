import type { SinkModel } from '../models/model.js';
import { type Api, type FactOf, factsOfKind } from '../models/model-index.js';
import type { SinkKind } from '../surface/flow.js';
import type { Capability } from '../surface/model-use.js';
import { allOf, type Given, presence, select } from './arguments.js';
import { capabilityBits, sinkBits } from './bits.js';
import type { Call } from './calls.js';
import { globMatches, holds } from './conditions.js';
import type { Execution } from './execution.js';
import { lastName, writtenChain } from './names.js';
import { deepTaint } from './shape.js';
import { siteKey } from './site.js';
import { isStructure } from './structures.js';
import type { Taint } from './taint.js';
import { elementsOf } from './value-access.js';

/** What a sink of a kind lets a program do, where the model does not say it. */
const usualCapability: Partial<Record<SinkKind, Capability>> = {
  'code-exec': 'code-exec',
  shell: 'shell',
  sql: 'sql',
  url: 'network',
  memory: 'memory',
};

/** Arguments of a library function that do harm when they come from outside. */
export function callSinks(run: Execution, call: Call, api: Api): void {
  for (const { model, name } of factsOfKind(api, 'sink')) {
    if ('path' in model.match) applySink(run, call, model, name);
  }
}

/** Methods that are dangerous on whatever their receiver is likely to be. */
export function methodSinks(run: Execution, call: Call): void {
  const { method } = call;
  if (method === undefined) return;
  const candidates = run.unit.owner.index.methodSinks.get(method);
  if (candidates === undefined) return;
  for (const fact of candidates) {
    if (fits(run, call, fact)) applySink(run, call, fact.model, method);
  }
}

function fits(run: Execution, call: Call, { model }: FactOf<'sink'>): boolean {
  const { match } = model;
  if (!('method' in match)) return false;
  const receiver = call.args.receiver?.value;
  if (receiver?.shape !== undefined && receiver.shape.kind !== 'instance') return false;
  if (receiver !== undefined && !receiver.open && receiver.constants.length > 0) return false;
  if (match.receiver !== undefined) {
    const name = receiverName(run, call);
    const globs = run.unit.owner.index.alternatives(match.receiver);
    if (name === undefined || !globs.some((glob) => globMatches(glob, name))) return false;
  }
  if (match.importing === undefined) return true;
  return match.importing.some((name) =>
    run.unit.module.imports.some((specifier) => imports(specifier, name)),
  );
}

/** `psycopg2.extras` and `pg/native` import `psycopg2` and `pg`. */
const imports = (specifier: string, name: string): boolean =>
  globMatches(name, specifier) || globMatches(`${name}.*`, specifier) || globMatches(`${name}/*`, specifier);

/** The last name of the receiver as written; for a call the name of what is called. */
function receiverName(run: Execution, call: Call): string | undefined {
  const callee = run.unit.fn.body[call.instruction.callee];
  return callee?.op === 'get' ? lastName(writtenChain(run.unit, callee.object)) : undefined;
}

function applySink(run: Execution, call: Call, model: SinkModel, name: string): void {
  const { index } = run.unit.owner;
  if (model.when !== undefined) {
    const absent =
      model.when.orAbsent === true && presence(call.args, index.selector(model.when.argument)) === 'missing';
    if (!absent && !holds(run, model.when, call.args)) return;
  }
  if (model.unless !== undefined && holds(run, model.unless, call.args)) return;
  const capability = model.capability ?? usualCapability[model.kind];
  const given =
    model.argument === undefined ? allOf(call.args) : select(call.args, index.selector(model.argument));
  if (capability !== undefined && !(ofFiles.has(capability) && isScratch(run, given))) {
    const site = run.site(call.at);
    run.record.capabilities |= capabilityBits.bit(capability);
    run.record.use({ kind: 'effect', capability, site }, `${capability}|${siteKey(site)}`);
  }
  const texts = model.kind === 'html' ? given.filter((one) => !isStructure(run, one)) : given;
  for (const one of dangerous(texts, model)) {
    run.record.hit(
      {
        kind: model.kind,
        site: one.site ?? run.site(call.at),
        call: run.site(call.at),
        name: model.name ?? name,
        language: model.language,
        modelCall: undefined,
        role: undefined,
      },
      one.taint,
    );
  }
}

const ofFiles: ReadonlySet<Capability> = new Set(['write', 'delete']);

const SCRATCH = /^_?[tT](?:mp|emp(?:$|[A-Z_\d]|orary|file|dir|path|name|folder))/;

/** Temporary files are written and removed by tools that only read. */
const isScratch = (run: Execution, given: readonly Given[]): boolean =>
  given.some(
    ({ site }) =>
      site?.unit === run.unit && writtenChain(run.unit, site.at).some((name) => SCRATCH.test(name)),
  );

interface Dangerous {
  readonly site: Given['site'];
  readonly taint: Taint;
}

function dangerous(given: readonly Given[], model: SinkModel): readonly Dangerous[] {
  if (model.shape === undefined) return given.map(TEXTS.has(model.kind) ? textOf : whole);
  if (model.argument === '*') return program(given.flatMap(written));
  return given.flatMap((one) => {
    const { shape } = one.value;
    if (hasCheckedProgram(one, model)) return [];
    if (shape === undefined || shape.kind === 'map') return [whole(one)];
    const items = shape.items.map((item) => ({ value: item.value, site: item.site ?? one.site }));
    const hidden =
      items.length === 0
        ? shape.others.map((other) => ({ value: other.value, site: other.site ?? one.site }))
        : [];
    return program([...items, ...hidden]);
  });
}

/** The first word of a command that was taken apart has passed a test: `argv[0] in ALLOWED`. */
function hasCheckedProgram({ value: { checks, shape } }: Given, { kind }: SinkModel): boolean {
  if (shape !== undefined) return false;
  const first = checks?.members.get('0') ?? checks?.members.get('[]');
  return first !== undefined && (first.cleared & sinkBits.bit(kind)) !== 0;
}

/** The arguments of a program may come in a list of their own. */
const written = (one: Given): readonly Given[] =>
  one.value.shape?.kind === 'list'
    ? elementsOf(one.value).map((item) => ({ ...item, site: item.site ?? one.site }))
    : [one];

const whole = (one: Given): Dangerous => ({ site: one.site, taint: deepTaint(one.value) });

/** Where a text is wanted, a map is options or data: the model names the entry that is the text. */
const TEXTS: ReadonlySet<SinkKind> = new Set(['html', 'sql', 'code-exec', 'template', 'url']);

const textOf = (one: Given): Dangerous =>
  one.value.shape?.kind === 'map' ? { site: one.site, taint: one.value.taint } : whole(one);

const SHELLS =
  /(?:^|[\\/])(?:ba|z|da|k|fi)?sh$|(?:^|[\\/])(?:cmd|powershell|pwsh)(?:\.exe)?$|^(?:node|deno|python[\d.]*|perl|ruby)$/;
const RUNS_TEXT = /^(?:-[a-z]*c|\/c|-e|--eval|-command|-encodedcommand)$/i;

/** Of a list that is a command, what decides what runs: the program, and the text that a shell or interpreter is told to run. */
function program(items: readonly Given[]): readonly Dangerous[] {
  const [first, ...others] = items;
  if (first === undefined) return [];
  const found = [whole(first)];
  if (first.value.constants.some((one) => typeof one === 'string' && SHELLS.test(one))) {
    const flag = others.findIndex((one) => one.value.constants.some((text) => RUNS_TEXT.test(String(text))));
    const script = flag === -1 ? undefined : others[flag + 1];
    if (script !== undefined) found.push(whole(script));
  }
  return found;
}
