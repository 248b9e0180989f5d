import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'agent-base-url-override',
  family: 'permission',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic: ['ASI04'],
    cwe: [300],
    atlas: ['AML.T0081'],
  },
  summary: "A repository decides where everybody's prompts and keys are sent.",
  why: `A base URL, a proxy or a disabled certificate check in a committed file takes effect for all who open the project. Whoever runs that address reads every prompt and the
key that comes with it, and can answer in the model's name.`,
  remedy: `Keep addresses of providers and proxies in your own settings, never in the repository's.`,
  detect: risksOf('agent-base-url-override'),
  fixes: fixRisk,
});
