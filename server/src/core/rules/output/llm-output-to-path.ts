import { remedies } from '../../fixes/remedy.js';
import { safePath } from '../../guards/safe-place.js';
import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'llm-output-to-path',
  family: 'output',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM05'],
    owaspLlm2026: ['LLM10'],
    owaspAgentic: ['ASI02'],
    cwe: [22, 73],
    atlas: ['AML.T0101'],
  },
  summary: 'Text that a model wrote is used as the path of a file that is read, written or deleted.',
  why: `An answer such as \`../../.ssh/authorized_keys\` leads out of the folder you meant. With it, whoever steers the model reads your secrets or
overwrites your code.`,
  remedy: `Join it to a fixed folder, resolve the result, and refuse what does not lie inside; or let the model choose from a list of names.`,
  detect: ({ surface }) =>
    flowHits(surface, {
      labels: ['model-output'],
      sinks: ['path'],
      message: ({ sinkName }) => `Model output names the file to use (${sinkName})`,
    }),
  fixes: remedies(safePath),
});
