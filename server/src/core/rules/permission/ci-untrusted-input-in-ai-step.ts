import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'ci-untrusted-input-in-ai-step',
  family: 'permission',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM01', 'LLM06'],
    owaspLlm2026: ['LLM01', 'LLM03'],
    owaspAgentic: ['ASI01'],
    cwe: [1427, 94],
    atlas: ['AML.T0051.001', 'AML.T0093'],
  },
  summary: 'A workflow lets strangers write the prompt or the script of an agent that has rights.',
  why: `Anybody can open an issue or a pull request. When its text is pasted into a prompt or a script of a workflow that holds tokens and secrets, that person instructs the
agent, or runs code.`,
  remedy: `Start agents for trusted people only, give the job read permissions, pass texts through the environment and mark them as data.`,
  detect: risksOf('ci-untrusted-input-in-ai-step'),
  fixes: fixRisk,
});
