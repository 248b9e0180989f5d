import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'prompt-template-injection',
  family: 'prompt',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM01'],
    owaspLlm2026: ['LLM01'],
    owaspAgentic: ['ASI05'],
    cwe: [1336],
    atlas: ['AML.T0051'],
  },
  summary: 'Text from outside is used as the prompt template itself instead of a value in it.',
  why: `A template is a small program. Whoever writes it decides which of your variables go where, opens messages of other roles, and in Jinja templates
reaches Python itself.`,
  remedy: `Keep templates constant and pass the text in as a variable.`,
  detect: ({ surface }) =>
    flowHits(surface, {
      labels: ['request', 'web', 'retrieved', 'tool-arg', 'tool-result', 'model-output'],
      sinks: ['prompt-template'],
      message: ({ sinkName, label }) =>
        `${label === 'request' ? 'Request' : label === 'model-output' ? 'Model' : 'Foreign'} text becomes the prompt template (${sinkName})`,
    }),
});
