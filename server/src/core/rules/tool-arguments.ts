import type { Flow, SinkKind } from '../surface/flow.js';
import type { FlowQuery } from './flow-hits.js';
import { ownChecks } from './own-checks.js';
import type { RuleContext } from './rule.js';

/** Rows of the inventory that are about tools of one framework, whatever they reach. */
const rows: ReadonlyMap<string, string> = new Map([
  ['mcp', 'MCP-SRV-EXEC'],
  ['spring-ai', 'JV-SPRING'],
]);

/** Arguments that the model chose reach a sink. A person who approves each call makes it less urgent, not safe. */
export const toolArgumentQuery = (
  { surface: { tools }, project }: RuleContext,
  sink: SinkKind,
  message: (flow: Flow) => string,
): FlowQuery => {
  const isChecked = ownChecks(project, sink);
  return {
    labels: ['tool-arg'],
    sinks: [sink],
    message,
    adjust: (flow) => {
      const { tool } = flow;
      const known = tool === undefined ? undefined : tools[tool];
      const variant = rows.get(known?.sdk ?? '');
      return {
        ...(known?.approval === 'set' ? { severity: 'warning' as const } : {}),
        ...(isChecked(flow) ? { confidence: 'low' as const } : {}),
        ...(variant === undefined ? {} : { variant }),
      };
    },
  };
};
