import type { Location } from '../finding.js';
import type { AgentConfig } from './agent-config.js';
import { type EffectiveGrant, effectiveAgents } from './effective.js';
import { products } from './products.js';
import type { Risk } from './risk.js';
import type { McpServer } from './servers/server.js';

export interface InventoryItem {
  /** "Claude Code". */
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

/** "What can this agent do?": grants of all files together and MCP servers, with risk and origin. */
export function agentInventory(configs: readonly AgentConfig[]): readonly InventoryItem[] {
  const items = effectiveAgents(configs).flatMap(({ grants, servers }) => [
    ...grants.map(grantItem),
    ...servers.map(({ server, config }) => serverItem(server, config)),
  ]);
  const own = configs
    .filter(({ kind }) => kind === 'agent' || kind === 'skill' || kind === 'command')
    .flatMap((config) =>
      config.grants.map((grant) => grantItem({ grant, config, effective: grant.effective })),
    );
  const seen = new Set<string>();
  return [...items, ...own].filter(({ location }) => {
    const key = `${location.path}\0${location.range.start}\0${location.range.end}`;
    return !seen.has(key) && seen.add(key);
  });
}

function grantItem({ grant, config, effective, overruledBy }: EffectiveGrant): InventoryItem {
  const risk = worst(config.risks.filter(({ range }) => range.start === grant.range.start));
  const note =
    grant.inertBecause ??
    (overruledBy === undefined
      ? risk?.message
      : `a ${overruledBy.grant.decision} rule of ${overruledBy.config.path} wins`);
  return {
    product: nameOf(config.product),
    tool: grant.tool,
    ...(grant.specifier === undefined ? {} : { specifier: grant.specifier }),
    decision: grant.decision,
    effective,
    risk: effective ? levelOf(risk) : 'low',
    ...(note === undefined ? {} : { note }),
    location: { path: config.path, range: grant.range },
  };
}

function serverItem(server: McpServer, config: AgentConfig): InventoryItem {
  const inside = config.risks.filter(
    ({ range }) => server.range.start <= range.start && range.end <= server.range.end,
  );
  const risk = worst(inside);
  return {
    product: nameOf(config.product),
    tool: `MCP server ${server.name}`,
    decision:
      server.trusted === undefined && !server.approved.some((word) => /^\*+$/.test(word.text))
        ? 'ask'
        : 'allow',
    effective: true,
    risk: levelOf(risk),
    ...(risk === undefined ? {} : { note: risk.message }),
    location: { path: config.path, range: server.nameRange },
  };
}

const order = ['error', 'warning', 'info', 'hint'];

const worst = (risks: readonly Risk[]): Risk | undefined =>
  [...risks].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))[0];

const levelOf = (risk: Risk | undefined): InventoryItem['risk'] =>
  risk?.severity === 'error' ? 'high' : risk?.severity === 'warning' ? 'medium' : 'low';

const nameOf = (id: string): string => products.find((product) => product.id === id)?.name ?? id;
