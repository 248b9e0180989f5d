import type { SinkKind } from '../surface/flow.js';
import type { Capability } from '../surface/model-use.js';
import type { Surface } from '../surface/surface.js';

/** Sinks that do harm, with what a tool does whose argument reaches them. */
const harm: Partial<Record<SinkKind, string>> = {
  'code-exec': 'runs code',
  shell: 'runs commands',
  sql: 'runs SQL',
  path: 'uses any file',
  url: 'calls any address',
  template: 'renders templates',
  deserialization: 'loads objects',
  action: 'acts on its own',
};

/** Effects that cannot be taken back, whatever the arguments are. */
const lasting: Partial<Record<Capability, string>> = {
  pay: 'pays',
  mail: 'sends messages',
  delete: 'deletes',
};

/** What tools that a library brings do on request. */
const onRequest: Partial<Record<Capability, string>> = {
  ...lasting,
  'code-exec': 'runs code',
  shell: 'runs commands',
  write: 'writes files',
  sql: 'runs SQL',
};

/**
 * What somebody who steers the model through this call could reach: a sink that its answer flows into, or a tool that acts
 * without approval. Words for the end of a message; `undefined` when nothing is in reach.
 */
export function consequence(surface: Surface, call: number): string | undefined {
  const { flows, modelCalls, tools, agents } = surface;
  const answer = flows.find(
    ({ label, modelCall, sink }) =>
      label === 'model-output' && modelCall === call && (sink === 'html' || harm[sink] !== undefined),
  );
  if (answer !== undefined)
    return `the answer goes into ${answer.sinkName === 'page' ? 'a page' : answer.sinkName}`;

  const modelCall = modelCalls[call];
  if (modelCall === undefined || modelCall.tools !== 'set') return undefined;
  const { path } = modelCall.location;
  const reachable = new Set([
    ...agents
      .filter(({ sdk, location }) => sdk === modelCall.sdk && location.path === path)
      .flatMap((agent) => agent.tools),
    ...tools.flatMap(({ location }, index) => (location.path === path ? [index] : [])),
  ]);
  for (const index of reachable) {
    const effect = effectOf(surface, index);
    if (effect !== undefined) return `the model has a tool that ${effect}`;
  }
  return undefined;
}

/** What a tool does that runs without asking anybody, if that is dangerous. */
function effectOf({ tools, flows }: Surface, index: number): string | undefined {
  const tool = tools[index];
  if (tool === undefined || tool.approval === 'set') return undefined;
  const flow = flows.find(
    (one) => one.label === 'tool-arg' && one.tool === index && harm[one.sink] !== undefined,
  );
  if (flow !== undefined) return harm[flow.sink];
  const known = tool.body === undefined ? onRequest : lasting;
  return tool.capabilities.map((capability) => known[capability]).find((effect) => effect !== undefined);
}
