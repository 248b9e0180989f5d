import type { Flow, SinkKind } from '../surface/flow.js';
import type { Surface } from '../surface/surface.js';
import type { FlowQuery } from './flow-hits.js';

/** Rows of the inventory that are about tools of one framework, whatever they reach. */
const rows: ReadonlyMap<string, string> = new Map([
  ['mcp', 'MCP-SRV-EXEC'],
  ['spring-ai', 'JV-SPRING'],
]);

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
    const variant = rows.get(known?.sdk ?? '');
    return {
      ...(known?.approval === 'set' ? { severity: 'warning' as const } : {}),
      ...(variant === undefined ? {} : { variant }),
    };
  },
});
