import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'agent-config-backdoor',
  family: 'permission',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic: ['ASI04'],
    cwe: [506, 829],
    atlas: ['AML.T0081'],
  },
  summary: 'Opening or using this project runs a program that its configuration names.',
  why: `Helpers, start-up commands and variables such as \`LD_PRELOAD\` or \`NODE_OPTIONS\` run code by themselves, before anybody has asked the agent anything. In a shared file
they run for everybody who opens the project.`,
  remedy: `Remove it from the shared file. What you need yourself belongs into your own settings, as a program you know.`,
  detect: risksOf('agent-config-backdoor'),
  fixes: fixRisk,
});
