import { javaKey } from '../../fixes/java/key.js';
import { remedies } from '../../fixes/remedy.js';
import { formatReference, omittedKey } from '../../guards/format-reference.js';
import { storedKey } from '../../guards/managed-key.js';
import type { Secret, SecretContext } from '../../secrets/secret.js';
import type { Surface } from '../../surface/surface.js';
import { overlaps } from '../../text/range.js';
import { defineRule } from '../rule.js';
import { secretHits } from '../secret-hits.js';

export default defineRule({
  id: 'secret-near-llm-call',
  family: 'secret',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic: ['ASI03'],
    cwe: [798],
    atlas: ['AML.T0055'],
  },
  summary:
    'A credential is written in code around a model call, in a configuration, or in another file of the project.',
  why: `Whoever can read the repository, a build of it or a log that quotes the file can use the credential. Around models the circle is wider: coding
agents read whole folders and send what they read to a provider, and tools that a model can call run with the credentials they find. It stays in the history after it
is deleted.`,
  remedy: `Revoke or change the credential where it was issued, and read the new one from the environment or a secret manager. Keep files that hold values
(\`.env\`) out of the repository and out of the reach of agents.`,
  detect: ({ surface }) =>
    secretHits(
      { secrets: surface.secrets.filter((secret) => !isServerCredential(secret, surface)) },
      'secret-near-llm-call',
      (description, { context }) => `${description} is written in ${places[context]}`,
    ),
  fixes: remedies(storedKey, javaKey, formatReference, omittedKey),
});

const places: Readonly<Record<SecretContext, string>> = {
  prompt: 'a prompt',
  client: 'code',
  code: 'code that works with a model',
  config: 'a configuration file',
  other: 'a file of the project',
};

/** Credentials of MCP servers have a rule of their own. */
const isServerCredential = ({ location }: Secret, { configs }: Surface): boolean =>
  configs.some(
    ({ path, risks }) =>
      path === location.path &&
      risks.some(
        ({ variant, range }) => variant.rule === 'mcp-config-secret' && overlaps(range, location.range),
      ),
  );
