import { remedies } from '../../fixes/remedy.js';
import { delimiting } from '../../guards/delimiting.js';
import { lengthLimit } from '../../guards/length-limit.js';
import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'input-length-unbounded',
  family: 'limit',
  since: '0.1.0',
  severity: 'info',
  confidence: 'medium',
  persona: 'strict',
  taxonomy: {
    owaspLlm2025: ['LLM10'],
    owaspLlm2026: ['LLM06'],
    owaspAgentic: ['ASI08'],
    cwe: [1284],
    atlas: ['AML.T0034.001'],
  },
  summary: 'Text of any length goes from a request to the model.',
  why: `Input is paid by length. A request can fill the whole context window, again and again.`,
  remedy: `Cut or refuse text beyond what the feature needs, before it reaches the prompt.`,
  detect: ({ surface }) =>
    flowHits(surface, {
      labels: ['request'],
      sinks: ['prompt-user', 'prompt-system'],
      // Fences cap the length as well.
      where: ({ guards }) => !guards.includes('length-limit') && !guards.includes('delimiting'),
      message: ({ sourceName }) => `Text of any length goes to the model (${sourceName})`,
    }),
  fixes: remedies(delimiting, lengthLimit),
});
