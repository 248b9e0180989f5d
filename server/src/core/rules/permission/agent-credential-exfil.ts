import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'agent-credential-exfil',
  family: 'permission',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic: ['ASI04'],
    cwe: [506, 200],
    atlas: ['AML.T0083'],
  },
  summary: 'A command of an agent configuration reads credentials and sends them away.',
  why: `A single line that reads \`~/.ssh\`, \`.env\` or the environment and passes it to a network program has no innocent use in a hook, a skill or a set-up step.`,
  remedy: `Remove the command, find out who added it, and revoke the credentials that it could reach.`,
  detect: risksOf('agent-credential-exfil'),
  fixes: fixRisk,
});
