import { defineRule } from '../rule.js';

export default defineRule({
  id: 'guard-result-ignored',
  family: 'limit',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM01', 'LLM05'],
    owaspLlm2026: ['LLM01', 'LLM10'],
    owaspAgentic: ['ASI09'],
    cwe: [252],
    atlas: ['AML.T0054'],
  },
  summary: 'A text is checked or cleaned, and the result is dropped.',
  why: `A function that gives back the cleaned text, or says whether it is safe, changes nothing by being called. The text that goes on is the old one.`,
  remedy: `Use what the function gives back: pass the cleaned text on, or stop when the check fails.`,
  detect: ({ surface }) =>
    (surface.ignoredGuards ?? [])
      .filter(({ kind }) => kind !== 'moderation')
      .map(({ location, name }) => ({ location, message: `What ${name} gives back is dropped` })),
});
