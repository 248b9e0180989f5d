import { fixRisk, type RiskHit, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';
import { toolDescriptionHits } from '../tool-descriptions.js';

export default defineRule({
  id: 'tool-description-injection',
  family: 'permission',
  since: '0.1.0',
  severity: 'error',
  confidence: 'medium',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM01', 'LLM03'],
    owaspLlm2026: ['LLM01', 'LLM04'],
    owaspAgentic: ['ASI01', 'ASI04'],
    cwe: [1427],
    atlas: ['AML.T0110'],
  },
  summary: 'The description of a tool or server gives the model orders.',
  why: `The model reads descriptions as instructions. One that tells it to read other files first, to keep something from the user, or to pass secrets along takes over every
conversation in which the tool is merely offered.`,
  remedy: `Remove the server, or the orders from its description.`,
  detect: (context): readonly RiskHit[] => [
    ...risksOf('tool-description-injection')(context),
    ...toolDescriptionHits(context),
  ],
  fixes: fixRisk,
});
