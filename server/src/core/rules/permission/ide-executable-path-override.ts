import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'ide-executable-path-override',
  family: 'permission',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'medium',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic: ['ASI04'],
    cwe: [427],
    atlas: ['AML.T0081'],
  },
  summary: 'Editor settings of a repository choose a program that the editor starts.',
  why: `Editors start interpreters, linters and terminals by the path in their settings. A relative path in a committed file points into the repository: opening it is enough to
run what lies there.`,
  remedy: `Remove the setting, or let everyone set it for themselves.`,
  detect: risksOf('ide-executable-path-override'),
  fixes: fixRisk,
});
