import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'tool-name-typosquat',
  family: 'permission',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'medium',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic: ['ASI04'],
    cwe: [1007],
    atlas: ['AML.T0110'],
  },
  summary: "A server's package is named almost like a well-known one.",
  why: `A package whose name is one letter away from that of a well-known server is a classic way to get installed by mistake.`,
  remedy: `Check the name against the documentation of the server that you mean.`,
  detect: risksOf('tool-name-typosquat'),
  fixes: fixRisk,
});
