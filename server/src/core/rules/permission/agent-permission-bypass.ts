import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'agent-permission-bypass',
  family: 'permission',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic: ['ASI02', 'ASI03'],
    cwe: [250, 732],
    atlas: ['AML.T0081'],
  },
  summary: 'A configuration switches off the questions or the sandbox between an agent and the machine.',
  why: `An agent acts on text that others write: issues, pages, files, tool results. The question before a command runs, and the sandbox around it, are what
stands between such text and your machine. With them off, one hostile sentence is enough.`,
  remedy: `Set the mode back to the product's default. Where nobody can answer (CI), list the few tools that are needed, deny the rest, and run it in a container without
secrets.`,
  detect: risksOf('agent-permission-bypass'),
  fixes: fixRisk,
});
