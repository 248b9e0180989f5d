import type { ConfigEntry, ConfigNode } from '../../config/config-node.js';
import { at, entriesOf, entryAt, itemsOf, scalarText } from '../../config/path.js';
import type { TextRange } from '../../text/range.js';

/** An event that starts a workflow. */
export interface Trigger {
  readonly event: string;
  /** `types`, where they are given. */
  readonly types: readonly string[];
}

export interface Step {
  readonly node: ConfigNode;
  /** "anthropics/claude-code-action" of `uses: anthropics/claude-code-action@v1`. */
  readonly action?: string;
  readonly uses?: ConfigEntry;
  readonly run?: ConfigEntry;
  readonly condition: string;
  readonly inputs: readonly ConfigEntry[];
  readonly env: readonly ConfigEntry[];
}

export interface Job {
  readonly id: string;
  readonly node: ConfigNode;
  readonly condition: string;
  /** Jobs that this one waits for. */
  readonly needs: readonly string[];
  /** Its own permissions, else the workflow's; absent where neither says anything. */
  readonly permissions?: ConfigEntry;
  readonly env: readonly ConfigEntry[];
  readonly runsOn: string;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly triggers: readonly Trigger[];
  readonly jobs: readonly Job[];
  readonly env: readonly ConfigEntry[];
}

/** A workflow, or a composite action read as a workflow of one job that nothing is known to start. */
export function readWorkflow(root: ConfigNode | undefined): Workflow {
  const shared = entryAt(root, 'permissions');
  const env = entriesOf(at(root, 'env'));
  const composite = at(root, 'runs', 'steps');
  const jobs =
    composite === undefined
      ? entriesOf(at(root, 'jobs')).map((entry) => readJob(entry.key, entry.value, shared))
      : [jobOf('', at(root, 'runs') ?? composite, undefined)];
  return { triggers: readTriggers(root), jobs, env };
}

function readTriggers(root: ConfigNode | undefined): readonly Trigger[] {
  // YAML 1.1 reads the key `on` as a boolean.
  const on = (entryAt(root, 'on') ?? entryAt(root, 'true'))?.value;
  const names = on?.kind === 'list' ? itemsOf(on).flatMap((item) => scalarText(item) ?? []) : [];
  const single = scalarText(on);
  return [
    ...(single === undefined ? [] : [{ event: single, types: [] }]),
    ...names.map((event) => ({ event, types: [] })),
    ...entriesOf(on).map(({ key, value }) => ({ event: key, types: textsOf(at(value, 'types')) })),
  ];
}

const textsOf = (node: ConfigNode | undefined): readonly string[] =>
  (node?.kind === 'list' ? node.items : node === undefined ? [] : [node]).flatMap(
    (item) => scalarText(item) ?? [],
  );

const readJob = (id: string, node: ConfigNode, shared: ConfigEntry | undefined): Job =>
  jobOf(id, node, entryAt(node, 'permissions') ?? shared);

function jobOf(id: string, node: ConfigNode, permissions: ConfigEntry | undefined): Job {
  return {
    id,
    node,
    condition: scalarText(at(node, 'if')) ?? '',
    needs: textsOf(at(node, 'needs')),
    ...(permissions === undefined ? {} : { permissions }),
    env: entriesOf(at(node, 'env')),
    runsOn: textsOf(at(node, 'runs-on')).join(' '),
    // A job that calls another workflow has no steps: its call is read as one.
    steps: entryAt(node, 'uses') === undefined ? itemsOf(at(node, 'steps')).map(readStep) : [readStep(node)],
  };
}

function readStep(node: ConfigNode): Step {
  const uses = entryAt(node, 'uses');
  const run = entryAt(node, 'run');
  const action = scalarText(uses?.value)?.split('@')[0]?.toLowerCase();
  return {
    node,
    ...(action === undefined ? {} : { action }),
    ...(uses === undefined ? {} : { uses }),
    ...(run === undefined ? {} : { run }),
    condition: scalarText(at(node, 'if')) ?? '',
    inputs: entriesOf(at(node, 'with')),
    env: entriesOf(at(node, 'env')),
  };
}

export const inputOf = (step: Step, ...names: readonly string[]): ConfigEntry | undefined =>
  names.flatMap((name) => step.inputs.filter(({ key }) => key.toLowerCase() === name)).at(-1);

export const textOf = (entry: ConfigEntry | undefined): string => scalarText(entry?.value) ?? '';

/** All text of a step that can decide something: conditions, scripts, actions and their inputs. */
export const wordsOf = (step: Step): string =>
  [step.condition, textOf(step.uses), textOf(step.run), ...step.inputs.map(textOf)].join('\n');

/** What a finding about a step as a whole is shown at. */
export const placeOfStep = (step: Step): TextRange => (step.uses ?? step.run)?.range ?? step.node.range;
