import { effectiveAgents, placeOf } from '../../permissions/effective.js';
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

/** Allow rules that a stronger rule of another file of the same agent decides. */
const acrossFiles = ({ surface }: RuleContext): readonly RiskHit[] =>
  effectiveAgents(surface.configs).flatMap(({ product, grants }) =>
    grants.flatMap((granted) => {
      const { grant, config, overruledBy } = granted;
      if (overruledBy === undefined || !grant.effective || grant.decision !== 'allow') return [];
      const named = grant.specifier === undefined ? grant.tool : `${grant.tool}(${grant.specifier})`;
      return [
        {
          location: placeOf(granted),
          message: `${named} never applies: a ${overruledBy.grant.decision} rule of ${overruledBy.config.path} wins`,
          severity: 'info' as const,
          path: [
            {
              location: { path: overruledBy.config.path, range: overruledBy.grant.range },
              message: 'this rule decides',
            },
            { location: { path: config.path, range: grant.range }, message: 'and this one never does' },
          ],
          variant: 'SHADOW-ACROSS-FILES',
          key: 'SHADOW-ACROSS-FILES',
          properties: { product },
        },
      ];
    }),
  );
