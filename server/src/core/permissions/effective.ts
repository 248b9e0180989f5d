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
      (config) =>
        config.product === product &&
        (config.scope === 'user' || config.scope === 'managed' || isAbove(config, project)),
    );
    return agentOf(product, project, [...general, ...own]);
  });
}

/** Grants of other files that are compared with each one: far more than people write. */
const limit = 2000;

const strictness: Readonly<Record<ToolGrant['decision'], number>> = { allow: 0, ask: 1, deny: 2 };

/** A workspace lies around its folders, a person's own settings around all of them; an administrator has the last word. */
function closeness({ scope, kind, project }: AgentConfig): number {
  if (scope === 'managed') return Number.MAX_SAFE_INTEGER;
  if (scope === 'user') return 0;
  const depth = project === '' ? 0 : project.split('/').length;
  return kind === 'workspace' ? 1 : 2 + 2 * depth + (scope === 'local' ? 1 : 0);
}

/** Some products read the files of all folders above, too. */
const isAbove = (config: AgentConfig, project: string): boolean =>
  products.find(({ id }) => id === config.product)?.readsAbove === true &&
  config.project !== project &&
  (config.project === '' || project.startsWith(`${config.project}/`));

function agentOf(product: string, project: string, configs: readonly AgentConfig[]): EffectiveAgent {
  const merging = products.find(({ id }) => id === product)?.merges;
  const all = configs.flatMap((config) => config.grants.map((grant) => ({ grant, config })));
  const acting = all.filter(({ grant }) => grant.effective);
  const candidates = (
    merging?.wins === 'strictest' ? acting.filter(({ grant }) => grant.decision !== 'allow') : acting
  ).slice(0, limit);
  const decides = (other: (typeof all)[number], own: (typeof all)[number]): boolean => {
    if (merging === undefined || other.config === own.config) return false;
    const stronger =
      merging.wins === 'strictest'
        ? strictness[other.grant.decision] > strictness[own.grant.decision]
        : closeness(other.config) > closeness(own.config) && other.grant.decision !== own.grant.decision;
    return stronger && merging.covers(other.grant, own.grant);
  };
  const grants = all.map((own): EffectiveGrant => {
    const over = candidates.find((other) => decides(other, own));
    return {
      ...own,
      effective: own.grant.effective && over === undefined,
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
