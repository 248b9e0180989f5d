import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'rules-file-hidden-unicode',
  family: 'permission',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM01', 'LLM03'],
    owaspLlm2026: ['LLM01', 'LLM04'],
    owaspAgentic: ['ASI01', 'ASI04'],
    cwe: [1427, 506],
    atlas: ['AML.T0068'],
  },
  summary: 'Instructions for an agent hold characters that people cannot see.',
  why: `Tag characters, bidirectional controls and zero-width characters are invisible in an editor and in a review, but the model reads them. Hidden text in a rules file, a
skill or a tool description has no good reason.`,
  remedy: `Remove the invisible characters, and look at who added them.`,
  detect: risksOf('rules-file-hidden-unicode'),
  fixes: fixRisk,
});
