import { remedies } from '../../fixes/remedy.js';
import { redactForLog } from '../../guards/safe-place.js';
import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'llm-output-to-log-or-terminal',
  family: 'output',
  since: '0.1.0',
  severity: 'info',
  confidence: 'high',
  persona: 'strict',
  taxonomy: { owaspLlm2025: ['LLM05'], owaspLlm2026: ['LLM10'], owaspAgentic: ['ASI09'], cwe: [117, 150] },
  summary: 'Text that a model wrote goes into a log or terminal as it is.',
  why: `Line breaks forge log entries, escape sequences change what an operator sees, and answers often repeat personal data from the question.`,
  remedy: `Log a shortened text with control characters and personal data taken out, or only its length and a request id.`,
  detect: ({ surface }) =>
    flowHits(surface, {
      labels: ['model-output'],
      sinks: ['log'],
      message: ({ sinkName }) => `Model output goes into the log as it is (${sinkName})`,
    }),
  fixes: remedies(redactForLog),
});
