import type { Flow, SinkKind } from '../surface/flow.js';
import type { Surface } from '../surface/surface.js';
import type { FlowQuery } from './flow-hits.js';

/** Arguments that the model chose reach a sink. A person who approves each call makes it less urgent, not safe. */
export const toolArgumentQuery = (
  { tools }: Surface,
  sink: SinkKind,
  message: (flow: Flow) => string,
): FlowQuery => ({
  labels: ['tool-arg'],
  sinks: [sink],
  message,
  adjust: ({ tool }) => {
    const known = tool === undefined ? undefined : tools[tool];
    return {
      ...(known?.approval === 'set' ? { severity: 'warning' as const } : {}),
      ...(known?.sdk === 'mcp' ? { variant: 'MCP-SRV-EXEC' } : {}),
    };
  },
});
