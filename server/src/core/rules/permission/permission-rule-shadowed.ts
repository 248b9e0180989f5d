import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

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
  detect: risksOf('permission-rule-shadowed'),
  fixes: fixRisk,
});
