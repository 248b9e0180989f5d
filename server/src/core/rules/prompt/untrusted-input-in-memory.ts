import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'untrusted-input-in-memory',
  family: 'prompt',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM04', 'LLM08'],
    owaspLlm2026: ['LLM05', 'LLM09'],
    owaspAgentic: ['ASI06'],
    cwe: [1427, 349],
    atlas: ['AML.T0080.000'],
  },
  summary: 'Text from a request or the web is stored where later prompts are fed from.',
  why: `What is stored once comes back in the prompts of other people and other days. An instruction planted today works until somebody finds it.`,
  remedy: `Check the text before it is stored, keep its origin with it, keep users apart, and mark it as data when it is read back.`,
  detect: ({ surface }) =>
    flowHits(surface, {
      labels: ['request', 'web', 'tool-result'],
      sinks: ['memory'],
      where: ({ guards }) => !guards.includes('injection-check') && !guards.includes('moderation'),
      message: ({ label, sinkName }) =>
        `${label === 'request' ? 'Request text' : 'Foreign text'} is stored for later prompts unchecked (${sinkName})`,
    }),
});
