import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'rules-file-backdoor',
  family: 'permission',
  since: '0.1.0',
  severity: 'error',
  confidence: 'medium',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM01', 'LLM03'],
    owaspLlm2026: ['LLM01', 'LLM04'],
    owaspAgentic: ['ASI01', 'ASI04'],
    cwe: [1427, 506],
    atlas: ['AML.T0081'],
  },
  summary: 'Instructions for an agent tell it to act against the people it works for.',
  why: `Rules files are followed without a question. A sentence that tells the agent to hide what it does, to send data away, or to switch off checks turns everybody's agent
against them.`,
  remedy: `Remove the sentence, and look at who added it.`,
  detect: risksOf('rules-file-backdoor'),
  fixes: fixRisk,
});
