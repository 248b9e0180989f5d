import type { Confidence, PathStep } from '../finding.js';
import type { Flow, Label, SinkKind } from '../surface/flow.js';
import { guardBits } from './bits.js';
import type { Hit, SinkUse } from './run.js';
import { statementChecks } from './select-checks.js';
import { locate, type Site, siteKey } from './site.js';
import type { Atom, Source } from './taint.js';
import { hopsOf } from './trail.js';
import type { Unit } from './unit.js';

/** What flows need to know of the rest of the surface. */
export interface FlowContext {
  /** Index of a model call, and whether it is certain to be one. */
  modelCall(site: Site): { readonly index: number; readonly resolved: boolean } | undefined;
  tool(unit: Unit): number | undefined;
}

type DataSource = Source & { readonly label: Label };

const isData = (source: Source): source is DataSource => source.label !== 'guard';

interface Candidate {
  readonly use: SinkUse;
  readonly atom: Atom;
  readonly source: DataSource;
  readonly confidence: Confidence;
}

const levels: readonly Confidence[] = ['high', 'medium', 'low'];

/** One flow per sink, label and source: the surest, and of equal ones the shortest. */
export function flowsOf(hits: readonly Hit[], context: FlowContext): readonly Flow[] {
  const best = new Map<string, Candidate>();
  for (const { use, taint } of hits) {
    for (const atom of taint.atoms) {
      const source = atom.origin;
      if (typeof source === 'number' || !isData(source) || use.carrier === true) continue;
      if (isHarmless(use, source, atom)) continue;
      const candidate: Candidate = {
        use,
        atom,
        source,
        confidence: confidenceOf(use, source, atom, context),
      };
      const key = [
        use.kind,
        siteKey(use.site),
        siteKey(use.call),
        source.label,
        siteKey(source.site),
        source.name,
      ].join('|');
      const known = best.get(key);
      if (known === undefined || isBetter(candidate, known)) best.set(key, candidate);
    }
  }
  return [...best.values()].map((one) => flowOf(one, context)).sort(compareFlows);
}

function isHarmless(use: SinkUse, source: DataSource, atom: Atom): boolean {
  // A client made with a key is not the key.
  if ((source.label === 'secret' || source.label === 'pii') && atom.doubt > (source.label === 'pii' ? 1 : 0))
    return true;
  if (source.label !== 'secret' && (use.kind === 'tool-return' || use.kind === 'credential')) return true;
  if (use.kind === 'sql' && statementChecks(atom).isHarmless) return true;
  // What the model said before belongs into its own turn.
  return source.label === 'model-output' && use.role === 'assistant';
}

function confidenceOf(use: SinkUse, source: DataSource, atom: Atom, context: FlowContext): Confidence {
  const calls = [use.modelCall, source.modelCall].filter((site) => site !== undefined);
  const isGuess = calls.some((site) => context.modelCall(site)?.resolved === false);
  const doubt = atom.doubt + (use.kind === 'sql' ? statementChecks(atom).doubt : 0);
  return isGuess ? 'low' : (levels[Math.min(doubt, 2)] ?? 'low');
}

function isBetter(a: Candidate, b: Candidate): boolean {
  const surer = levels.indexOf(a.confidence) - levels.indexOf(b.confidence);
  if (surer !== 0) return surer < 0;
  return (a.atom.trail?.length ?? 0) < (b.atom.trail?.length ?? 0);
}

function flowOf({ use, atom, source, confidence }: Candidate, context: FlowContext): Flow {
  const call = use.modelCall ?? (source.label === 'model-output' ? source.modelCall : undefined);
  const modelCall = call === undefined ? undefined : context.modelCall(call)?.index;
  const tool =
    context.tool(use.site.unit) ?? (source.label === 'tool-arg' ? context.tool(source.site.unit) : undefined);
  return {
    label: source.label,
    sink: use.kind,
    source: locate(source.site),
    sourceName: source.name,
    location: locate(use.site),
    call: locate(use.call),
    sinkName: use.name,
    ...(use.language !== undefined && { sinkLanguage: use.language }),
    steps: stepsOf(use, atom, source),
    guards: guardBits.list(atom.guards),
    confidence,
    ...(modelCall !== undefined && { modelCall }),
    ...(tool !== undefined && { tool }),
    embedded: atom.embedded,
  };
}

const readMessages: Readonly<Record<Label, string>> = {
  request: 'comes in with the request',
  cli: 'is typed by the user',
  file: 'is read from a file',
  web: 'is fetched from the web',
  retrieved: 'is retrieved from stored data',
  'tool-arg': 'is chosen by the model',
  'tool-result': 'is given back by a tool',
  'model-output': 'gives the answer of the model',
  pii: 'holds personal data',
  secret: 'holds a secret',
};

const sinkMessages: Partial<Record<SinkKind, string>> = {
  'prompt-system': 'sent to the model as instructions',
  'prompt-user': 'sent to the model',
  response: 'sent back to the caller',
  'model-choice': 'decides how the model is called',
  dispatch: 'decides which function runs',
  'tool-return': 'given back to the model',
};

function stepsOf(use: SinkUse, atom: Atom, source: DataSource): readonly PathStep[] {
  const hops = hopsOf(atom.trail).map(({ site, message }): PathStep => ({ location: locate(site), message }));
  return [
    { location: locate(source.site), message: `${source.name} ${readMessages[source.label]}` },
    ...hops,
    { location: locate(use.site), message: sinkMessages[use.kind] ?? `passed to ${use.name}` },
  ];
}

function compareFlows(a: Flow, b: Flow): number {
  return (
    comparePlaces(a.location, b.location) ||
    compareText(a.sink, b.sink) ||
    compareText(a.label, b.label) ||
    comparePlaces(a.source, b.source) ||
    comparePlaces(a.call, b.call) ||
    compareText(a.sourceName, b.sourceName)
  );
}

export const comparePlaces = (a: Flow['location'], b: Flow['location']): number =>
  compareText(a.path, b.path) || a.range.start - b.range.start || a.range.end - b.range.end;

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
