import { flowHits } from '../flow-hits.js';
import { defineRule, type Hit } from '../rule.js';

const messages: Readonly<Record<string, string>> = {
  model: 'The request decides which model is called',
  role: 'The request decides which roles its messages have',
};

/** A model costs money, a role lends weight to words; only an address gives the key away. */
const adjustments: Readonly<Record<string, Pick<Hit, 'severity'>>> = {
  model: { severity: 'warning' },
  role: { severity: 'info' },
};

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
  summary: 'A request decides which address or model a call goes to, or which roles its messages have.',
  why: `Whoever chooses the address receives your key and your prompts. Whoever chooses the model chooses what the call costs and which safety
training applies.`,
  remedy: `Look the value up in a list of allowed models; keep addresses in your configuration.`,
  detect: ({ surface }) =>
    flowHits(surface, {
      labels: ['request'],
      sinks: ['model-choice'],
      message: ({ sinkName }) =>
        messages[sinkName] ?? `The request decides where the call and its key go (${sinkName})`,
      adjust: ({ sinkName }) => adjustments[sinkName] ?? {},
    }),
});
