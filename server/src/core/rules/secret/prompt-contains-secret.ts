import { remedies } from '../../fixes/remedy.js';
import { askedInput } from '../../guards/format-reference.js';
import { promptSecret } from '../../guards/prompt-secret.js';
import type { Surface } from '../../surface/surface.js';
import { flowHits } from '../flow-hits.js';
import { defineRule, type Hit } from '../rule.js';
import { secretHits } from '../secret-hits.js';

export default defineRule({
  id: 'prompt-contains-secret',
  family: 'secret',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM02', 'LLM07'],
    owaspLlm2026: ['LLM02', 'LLM08'],
    owaspAgentic: ['ASI03'],
    cwe: [200, 522],
    atlas: ['AML.T0056', 'AML.T0057'],
  },
  summary: 'A prompt holds a password, key or connection string.',
  why: `Everything in a prompt is sent to the provider, kept in its logs, and can be talked out of the model by anybody who can write to
it. A secret in a prompt is a published secret.`,
  remedy: `Take it out of the prompt. Let a tool on your side use it, and give the model only what it needs to know. Then replace the secret at its
issuer, as it has been sent already and stands in the history of the repository.`,
  detect: ({ surface }) => [...written(surface), ...interpolated(surface)],
  fixes: remedies(promptSecret, askedInput),
});

const written = (surface: Surface): Hit[] =>
  secretHits(
    surface,
    'prompt-contains-secret',
    (description) => `${description} stands in a prompt: the model can tell it to anyone`,
  );

const interpolated = (surface: Surface): Hit[] =>
  flowHits(surface, {
    labels: ['secret'],
    sinks: ['prompt-system', 'prompt-user', 'prompt-template', 'tool-description'],
    message: ({ sourceName }) => `A secret is put into the prompt (${sourceName})`,
  });
