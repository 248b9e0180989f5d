import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'permission-rule-inert',
  family: 'permission',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic: ['ASI03'],
    cwe: [693],
    atlas: ['AML.T0081'],
  },
  summary: 'A permission rule is accepted by the product and never does anything.',
  why: `Products take rules that they never consult without a word, or with one that nobody sees. Who wrote \`deny: Write(./.env)\` believes that the file is safe; it is not.`,
  remedy: `Write the rule in the form that the product consults, or remove it.`,
  detect: risksOf('permission-rule-inert'),
  fixes: fixRisk,
});
