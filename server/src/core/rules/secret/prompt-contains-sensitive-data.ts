import { remedies } from '../../fixes/remedy.js';
import { piiVault } from '../../guards/pii-vault.js';
import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'prompt-contains-sensitive-data',
  family: 'secret',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'medium',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic: ['ASI03'],
    cwe: [359, 201],
    atlas: ['AML.T0057'],
  },
  summary: 'Personal data is put into a prompt as it is.',
  why: `Prompts leave your systems: they are processed, logged and sometimes kept by the provider. Names, numbers and health data that the task does not
need should not be among them.`,
  remedy: `Leave out what the task does not need. Replace the rest by placeholders before the call and put it back into the answer.`,
  detect: ({ surface }) =>
    flowHits(surface, {
      labels: ['pii'],
      sinks: ['prompt-system', 'prompt-user'],
      where: ({ guards }) => !guards.includes('pii-redaction'),
      message: ({ sourceName }) => `Personal data goes to the model unredacted (${sourceName})`,
    }),
  fixes: remedies(piiVault),
});
