import type { SinkKind } from '../surface/flow.js';
import type { Capability, Tool } from '../surface/model-use.js';
import type { Surface } from '../surface/surface.js';

const dangerousSinks: ReadonlySet<SinkKind> = new Set([
  'code-exec',
  'shell',
  'sql',
  'html',
  'path',
  'url',
  'template',
  'deserialization',
  'action',
]);

const dangerousCapabilities: ReadonlySet<Capability> = new Set([
  'code-exec',
  'shell',
  'write',
  'delete',
  'sql',
  'mail',
  'pay',
]);

export const isDangerous = (tool: Tool): boolean =>
  tool.approval !== 'set' && tool.capabilities.some((capability) => dangerousCapabilities.has(capability));

/**
 * What somebody who steers the model through this call could reach: a sink that its answer flows into, or a tool that runs
 * without approval. Words for the end of a message; `undefined` when nothing is in reach.
 */
export function consequence({ flows, modelCalls, tools, agents }: Surface, call: number): string | undefined {
  const flow = flows.find(
    ({ label, modelCall, sink }) =>
      label === 'model-output' && modelCall === call && dangerousSinks.has(sink),
  );
  if (flow !== undefined) return `the answer goes into ${flow.sinkName}`;

  const modelCall = modelCalls[call];
  if (modelCall === undefined || modelCall.tools !== 'set') return undefined;
  const reachable = agents
    .filter(({ sdk, location }) => sdk === modelCall.sdk && location.path === modelCall.location.path)
    .flatMap((agent) => agent.tools.map((index) => tools[index]));
  const sameFile = tools.filter(({ location }) => location.path === modelCall.location.path);
  const tool = [...reachable, ...sameFile].find(
    (candidate) => candidate !== undefined && isDangerous(candidate),
  );
  return tool === undefined ? undefined : `the model can call ${tool.name}`;
}
