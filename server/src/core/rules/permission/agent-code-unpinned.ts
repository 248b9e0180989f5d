import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'agent-code-unpinned',
  family: 'permission',
  since: '0.1.0',
  severity: 'info',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic: ['ASI04'],
    cwe: [494, 829],
    atlas: ['AML.T0010.005'],
  },
  summary: 'An agent, its action or its plugin is fetched in whatever version is there.',
  why: `An agent runs with the rights and the keys of whoever starts it. A tag, a branch or *latest* can be moved to other code at any time, and that code then has the
same rights and keys.`,
  remedy: `Name an exact version, or the commit of an action, and let a bot propose updates.`,
  detect: risksOf('agent-code-unpinned'),
  fixes: fixRisk,
});
