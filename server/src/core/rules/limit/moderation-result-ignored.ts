import { defineRule } from '../rule.js';

export default defineRule({
  id: 'moderation-result-ignored',
  family: 'limit',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM05'],
    owaspLlm2026: ['LLM10'],
    owaspAgentic: ['ASI09'],
    cwe: [252],
    atlas: ['AML.T0054'],
  },
  summary: 'A text is sent to a moderation service, and nobody looks at the answer.',
  why: `The check costs time and money and stops nothing: whatever it says, the text goes on.`,
  remedy: `Read the verdict and stop when it is bad, before the text goes on.`,
  detect: ({ surface }) =>
    (surface.ignoredGuards ?? [])
      .filter(({ kind }) => kind === 'moderation')
      .map(({ location, name }) => ({ location, message: `Nobody looks at what ${name} says` })),
});
