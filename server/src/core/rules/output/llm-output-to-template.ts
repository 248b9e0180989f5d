import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'llm-output-to-template',
  family: 'output',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: { owaspLlm2025: ['LLM05'], owaspLlm2026: ['LLM10'], owaspAgentic: ['ASI05'], cwe: [1336] },
  summary: 'Text that a model wrote is compiled as a template on the server.',
  why: `Template languages can call functions and read objects. A template from outside is code from outside: in most engines it reaches the
operating system in one line.`,
  remedy: `Keep templates constant and pass the text in as a value, where it is escaped.`,
  detect: ({ surface }) =>
    flowHits(surface, {
      labels: ['model-output'],
      sinks: ['template'],
      message: ({ sinkName }) => `Model output is rendered as a template (${sinkName})`,
    }),
});
