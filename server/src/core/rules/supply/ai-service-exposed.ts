import { remedies } from '../../fixes/remedy.js';
import { dangerousOption } from '../../guards/dangerous-option.js';
import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'ai-service-exposed',
  family: 'supply',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic: ['ASI03'],
    cwe: [668, 306],
    atlas: ['AML.T0132'],
  },
  summary: 'An app in front of a model is reachable from other machines without a login.',
  why: `Everybody who finds the address uses your model at your expense, and reaches what the app can reach.`,
  remedy: `Listen on 127.0.0.1, leave out the public link, or set a login.`,
  detect: risksOf('ai-service-exposed'),
  fixes: (hit, context) =>
    hit.risk === undefined ? remedies(dangerousOption)(hit, context) : fixRisk(hit, context),
});
