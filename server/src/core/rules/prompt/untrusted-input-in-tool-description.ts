import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'untrusted-input-in-tool-description',
  family: 'prompt',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM01'],
    owaspLlm2026: ['LLM01'],
    owaspAgentic: ['ASI02'],
    cwe: [1427],
    atlas: ['AML.T0110'],
  },
  summary: 'Text from a request or another outside source becomes the description of a tool.',
  why: `Models read tool descriptions as instructions of the developer. Text from outside placed there steers every call of the agent.`,
  remedy: `Keep names and descriptions of tools constant. Pass data through arguments and results.`,
  detect: ({ surface }) =>
    flowHits(surface, {
      labels: ['request', 'web', 'retrieved', 'tool-arg', 'tool-result', 'model-output'],
      sinks: ['tool-description'],
      message: ({ sinkName }) => `Text from outside becomes a description that the model obeys (${sinkName})`,
    }),
});
