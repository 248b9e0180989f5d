import { at } from '../config/path.js';
import type { PathStep } from '../finding.js';
import type { Fix } from '../fixes/fix.js';
import type { AgentConfig } from '../permissions/agent-config.js';
import { fixesFor } from '../permissions/fixes/apply.js';
import type { PermissionRuleId, Risk } from '../permissions/risk.js';
import type { Project } from '../project.js';
import { optionHits } from './option-hits.js';
import type { Hit, RuleContext } from './rule.js';

/** A risk of a config file, as a hit; hits from code carry no risk. */
export interface RiskHit extends Hit {
  readonly risk?: Risk;
  readonly config?: AgentConfig;
}

/** What the readers of agent configs found for a rule, and what the models of code say about the same thing. */
export const risksOf =
  (rule: PermissionRuleId) =>
  ({ surface, project }: RuleContext): readonly RiskHit[] => [
    ...surface.configs.flatMap((config) =>
      config.risks
        .filter(
          (risk) =>
            risk.variant.rule === rule &&
            !isInstalled(risk, config, project) &&
            !isRepeated(risk, config, surface.configs),
        )
        .map((risk) => hitOf(risk, config, surface.configs)),
    ),
    ...optionHits(surface, rule),
  ];

const isInstalled = ({ unlessInstalled: found }: Risk, { path }: AgentConfig, project: Project): boolean =>
  found !== undefined && project.dependencies(path, found.ecosystem).has(found.name);

/** A local file often repeats what the shared one of the same project says: that is reported where everybody has it. */
const isRepeated = (risk: Risk, config: AgentConfig, configs: readonly AgentConfig[]): boolean =>
  config.scope === 'local' &&
  configs.some(
    (other) =>
      other.scope === 'project' &&
      other.product === config.product &&
      other.project === config.project &&
      other.risks.some(({ variant, message }) => variant.id === risk.variant.id && message === risk.message),
  );

function hitOf(risk: Risk, config: AgentConfig, configs: readonly AgentConfig[]): RiskHit {
  const { variant, severity, range, message } = risk;
  const undone = undoneBy(risk, config, configs);
  return {
    location: { path: config.path, range },
    message,
    severity,
    ...(variant.confidence === undefined ? {} : { confidence: variant.confidence }),
    ...(variant.persona === undefined ? {} : { persona: variant.persona }),
    ...(undone === undefined ? {} : { path: undone }),
    variant: variant.id,
    key: variant.id,
    properties: { product: config.product, scope: config.scope },
    risk,
    config,
  };
}

/** The safe value that another file of the same product gives the setting, when this file takes precedence over it. */
function undoneBy(
  risk: Risk,
  config: AgentConfig,
  configs: readonly AgentConfig[],
): readonly PathStep[] | undefined {
  const { keys, variant, range } = risk;
  if (keys === undefined || config.scope === 'user') return undefined;
  for (const other of configs) {
    const sameAgent = other.product === config.product && other.kind === config.kind && other !== config;
    const applies = other.project === config.project || other.scope === 'user';
    if (!sameAgent || !applies || other.scope === 'managed' || other.scope === 'local') continue;
    const value = at(other.document.root, ...keys);
    const alsoRisky = other.risks.some(
      (r) => r.variant.id === variant.id && r.keys?.join('/') === keys.join('/'),
    );
    if (value === undefined || alsoRisky) continue;
    return [
      { location: { path: other.path, range: value.range }, message: 'set to a safe value here' },
      { location: { path: config.path, range }, message: 'and undone here' },
    ];
  }
  return undefined;
}

export const fixRisk = ({ risk, config }: RiskHit, { project }: RuleContext): readonly Fix[] =>
  risk === undefined || config === undefined ? [] : fixesFor(risk, config, project);
