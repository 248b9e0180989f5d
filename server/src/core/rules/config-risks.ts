import type { Fix } from '../fixes/fix.js';
import type { AgentConfig } from '../permissions/agent-config.js';
import { fixesFor } from '../permissions/fixes/apply.js';
import type { PermissionRuleId, Risk } from '../permissions/risk.js';
import type { Project } from '../project.js';
import type { Hit, RuleContext } from './rule.js';

/** A risk of one config file, as a hit. */
export interface RiskHit extends Hit {
  readonly risk: Risk;
  readonly config: AgentConfig;
}

/** The risks that the readers of agent configs found for a rule. */
export const risksOf =
  (rule: PermissionRuleId) =>
  ({ surface, project }: RuleContext): readonly RiskHit[] =>
    surface.configs.flatMap((config) =>
      config.risks
        .filter((risk) => risk.variant.rule === rule && !isInstalled(risk, config, project))
        .map((risk) => hitOf(risk, config)),
    );

const isInstalled = ({ unlessInstalled: found }: Risk, { path }: AgentConfig, project: Project): boolean =>
  found !== undefined && project.dependencies(path, found.ecosystem).has(found.name);

function hitOf(risk: Risk, config: AgentConfig): RiskHit {
  const { variant, severity, range, message } = risk;
  return {
    location: { path: config.path, range },
    message,
    severity,
    ...(variant.confidence === undefined ? {} : { confidence: variant.confidence }),
    ...(variant.persona === undefined ? {} : { persona: variant.persona }),
    variant: variant.id,
    key: variant.id,
    properties: { product: config.product, scope: config.scope },
    risk,
    config,
  };
}

export const fixRisk = (hit: RiskHit, { project }: RuleContext): readonly Fix[] =>
  fixesFor(hit.risk, hit.config, project);
