import type { Location } from '../finding.js';
import type { AgentConfig } from './agent-config.js';

export interface InventoryItem {
  readonly product: string;
  readonly tool: string;
  readonly specifier?: string;
  readonly decision: 'allow' | 'ask' | 'deny';
  readonly effective: boolean;
  readonly risk: 'high' | 'medium' | 'low';
  /** Why it has no effect, or what is wrong with it. */
  readonly note?: string;
  readonly location: Location;
}

/** "What can this agent do?": every grant with its risk and origin. */
export function agentInventory(configs: readonly AgentConfig[]): readonly InventoryItem[] {
  return configs.flatMap((config) =>
    config.grants.map(({ tool, specifier, decision, effective, inertBecause, range }) => {
      const here = config.risks.find((risk) => risk.range.start === range.start && risk.severity !== 'info');
      const note = inertBecause ?? here?.message;
      return {
        product: config.product,
        tool,
        ...(specifier === undefined ? {} : { specifier }),
        decision,
        effective,
        risk: here?.severity === 'error' ? 'high' : here?.severity === 'warning' ? 'medium' : 'low',
        ...(note === undefined ? {} : { note }),
        location: { path: config.path, range },
      } as const;
    }),
  );
}
