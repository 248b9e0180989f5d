import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'untrusted-role-or-model',
  family: 'prompt',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM01', 'LLM06'],
    owaspLlm2026: ['LLM01', 'LLM03'],
    owaspAgentic: ['ASI03'],
    cwe: [639, 915],
    atlas: ['AML.T0051'],
  },
  summary: 'A request decides which address or which model a call goes to.',
  why: `Whoever chooses the address receives your key and your prompts. Whoever chooses the model chooses what the call costs and which safety
training applies.`,
  remedy: `Look the value up in a list of allowed models; keep addresses in your configuration.`,
  detect: ({ surface }) =>
    flowHits(surface, {
      labels: ['request'],
      sinks: ['model-choice'],
      message: ({ sinkName }) =>
        sinkName === 'model'
          ? 'The request decides which model is called'
          : `The request decides where the call and its key go (${sinkName})`,
      adjust: ({ sinkName }) => (sinkName === 'model' ? { severity: 'warning' } : {}),
    }),
});
