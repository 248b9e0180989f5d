import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'tool-chain-exfiltration',
  family: 'permission',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'medium',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic: ['ASI01', 'ASI02'],
    cwe: [200],
    atlas: ['AML.T0086'],
  },
  summary: 'One agent can read private data, is fed by strangers, and can send data out.',
  why: `Each of the three is harmless alone. Together, a sentence in a web page or an issue can make the agent read what is private and send it away, with tools that
are all approved.`,
  remedy: `Split the agent, or take one of the three away: no network for the one that reads secrets, no untrusted content for the one that writes.`,
  detect: risksOf('tool-chain-exfiltration'),
  fixes: fixRisk,
});
