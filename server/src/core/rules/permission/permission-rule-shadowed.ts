import type { PathStep } from '../../finding.js';
import type { ToolGrant } from '../../permissions/agent-config.js';
import { type EffectiveGrant, effectiveAgents, placeOf } from '../../permissions/effective.js';
import { fixRisk, type RiskHit, risksOf } from '../config-risks.js';
import { defineRule, type RuleContext } from '../rule.js';

export default defineRule({
  id: 'permission-rule-shadowed',
  family: 'permission',
  since: '0.1.0',
  severity: 'info',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic: ['ASI03'],
    cwe: [561],
    atlas: ['AML.T0081'],
  },
  summary: 'A permission rule never decides anything, because another one comes first.',
  why: `Which of two rules wins differs from product to product: deny before allow, the first match, or the last. A rule that can never decide hides what the list really
allows.`,
  remedy: `Remove the rule, or put it where it counts.`,
  detect: (context) => [...risksOf('permission-rule-shadowed')(context), ...acrossFiles(context)],
  fixes: fixRisk,
});

const nameOf = ({ tool, specifier }: ToolGrant): string =>
  specifier === undefined ? tool : `${tool}(${specifier})`;

/** A rule of one file that never decides, since one of another file of the same agent does. */
type Overruled = EffectiveGrant & { readonly overruledBy: NonNullable<EffectiveGrant['overruledBy']> };

const isOverruled = (granted: EffectiveGrant): granted is Overruled =>
  granted.overruledBy !== undefined && granted.grant.effective;

const pathOf = (
  from: EffectiveGrant,
  to: Pick<EffectiveGrant, 'grant' | 'config'>,
  ...[first, second]: readonly [string, string]
): readonly PathStep[] => [
  { location: { path: from.config.path, range: from.grant.range }, message: first },
  { location: { path: to.config.path, range: to.grant.range }, message: second },
];

/** An allowance that something stricter takes back. */
const shadowed = (granted: Overruled, product: string): RiskHit => {
  const { grant, overruledBy: over } = granted;
  return {
    location: placeOf(granted),
    message: `${nameOf(grant)} never applies: ${over.grant.decision === 'ask' ? 'an' : 'a'} ${over.grant.decision} rule of ${over.config.path} wins`,
    severity: 'info',
    path: [...pathOf({ ...over, effective: true }, granted, 'this rule decides', 'and this one never does')],
    variant: 'SHADOW-ACROSS-FILES',
    key: 'SHADOW-ACROSS-FILES',
    properties: { product },
  };
};

/** What one file forbids or asks about, and a file that is closer to the work allows. Reported once, where it is allowed. */
function undone(all: readonly Overruled[], product: string): RiskHit | undefined {
  const inOrder = [...all].sort(
    (a, b) => strictness.indexOf(a.grant.decision) - strictness.indexOf(b.grant.decision),
  );
  const [first] = inOrder;
  if (first === undefined) return undefined;
  const { grant, config, overruledBy: over } = first;
  const denied = grant.decision === 'deny';
  const more = all.length === 1 ? '' : `, and ${all.length - 1} more`;
  return {
    location: { path: over.config.path, range: over.grant.range },
    message: `This allows what ${config.path} ${denied ? 'forbids' : 'asks about'} (${nameOf(grant)}${more}), and it is the file that counts`,
    severity: 'warning',
    path: [...pathOf(first, over, denied ? 'forbidden here' : 'asked about here', 'and undone here')],
    variant: 'UNDONE-ACROSS-FILES',
    key: 'UNDONE-ACROSS-FILES',
    properties: { product },
  };
}

const strictness: readonly ToolGrant['decision'][] = ['deny', 'ask', 'allow'];

/** Rules that a rule of another file of the same agent decides. */
const acrossFiles = ({ surface }: RuleContext): readonly RiskHit[] =>
  effectiveAgents(surface.configs).flatMap(({ product, grants }) => {
    const overruled = grants.filter(isOverruled);
    const allowances = overruled.filter(({ grant }) => grant.decision === 'allow');
    const protections = new Map<ToolGrant, Overruled[]>();
    for (const granted of overruled) {
      const winner = granted.overruledBy.grant;
      if (granted.grant.decision === 'allow' || winner.decision !== 'allow') continue;
      protections.set(winner, [...(protections.get(winner) ?? []), granted]);
    }
    return [
      ...allowances.map((granted) => shadowed(granted, product)),
      ...[...protections.values()].flatMap((all) => undone(all, product) ?? []),
    ];
  });
