import type { Location } from '../finding.js';
import type { AgentConfig, ToolGrant } from './agent-config.js';
import { products } from './products.js';
import type { McpServer } from './servers/server.js';

/** A grant with its origin, and what all files of the product together make of it. */
export interface EffectiveGrant {
  readonly grant: ToolGrant;
  readonly config: AgentConfig;
  /** Acts, after all files have been read together. */
  readonly effective: boolean;
  /** The grant of another file that decides instead. */
  readonly overruledBy?: { readonly grant: ToolGrant; readonly config: AgentConfig };
}

/** What one agent product may do in one project: the grants and servers of all its files. */
export interface EffectiveAgent {
  readonly product: string;
  readonly project: string;
  readonly grants: readonly EffectiveGrant[];
  readonly servers: readonly { readonly server: McpServer; readonly config: AgentConfig }[];
}

/**
 * One agent per product and project; settings of the user and of an administrator are part of every project's agent. Agents and skills with
 * tool lists of their own are agents of their own: they are left out here.
 */
export function effectiveAgents(configs: readonly AgentConfig[]): readonly EffectiveAgent[] {
  const shared = configs.filter(
    (config) => config.kind !== 'agent' && config.kind !== 'skill' && config.kind !== 'command',
  );
  const agents = new Map<string, AgentConfig[]>();
  for (const config of shared) {
    const everywhere = config.scope === 'user' || config.scope === 'managed';
    const key = `${config.product}\0${everywhere ? '' : config.project}`;
    if (!everywhere) agents.set(key, [...(agents.get(key) ?? []), config]);
    else if (!agents.has(key)) agents.set(key, []);
  }
  return [...agents.entries()].map(([key, own]) => {
    const [product = '', project = ''] = key.split('\0');
    const general = shared.filter(
      (config) => config.product === product && (config.scope === 'user' || config.scope === 'managed'),
    );
    return agentOf(product, project, [...general, ...own]);
  });
}

function agentOf(product: string, project: string, configs: readonly AgentConfig[]): EffectiveAgent {
  const overrules = products.find(({ id }) => id === product)?.overrules ?? (() => false);
  const all = configs.flatMap((config) => config.grants.map((grant) => ({ grant, config })));
  const strict = all.filter(({ grant }) => grant.decision !== 'allow');
  const grants = all.map(({ grant, config }): EffectiveGrant => {
    const over = strict.find((other) => other.config !== config && overrules(other.grant, grant));
    return {
      grant,
      config,
      effective: grant.effective && over === undefined,
      ...(over === undefined ? {} : { overruledBy: over }),
    };
  });
  const servers = configs.flatMap((config) =>
    config.servers.filter(({ disabled }) => !disabled).map((server) => ({ server, config })),
  );
  return { product, project, grants, servers };
}

export const placeOf = ({ config, grant }: EffectiveGrant): Location => ({
  path: config.path,
  range: grant.range,
});
