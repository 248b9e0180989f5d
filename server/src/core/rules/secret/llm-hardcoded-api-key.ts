import type { Location } from '../../finding.js';
import { javaKey } from '../../fixes/java/key.js';
import { remedies } from '../../fixes/remedy.js';
import { formatReference } from '../../guards/format-reference.js';
import { storedKey } from '../../guards/managed-key.js';
import type { Project } from '../../project.js';
import type { Surface } from '../../surface/surface.js';
import { overlaps } from '../../text/range.js';
import { defineRule, type Hit } from '../rule.js';
import { secretHits } from '../secret-hits.js';

export default defineRule({
  id: 'llm-hardcoded-api-key',
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
  summary: 'The key of a model provider is written in the code.',
  why: `Whoever can read the repository, a package or a build of it can use the key: spend your money, read stored files and conversations,
and stay unnoticed for as long as the key lives. It remains in the history after it is deleted.`,
  remedy: `Read the key from the environment or a secret manager (most SDKs do so by themselves when the argument is left out), and revoke the
old key at the provider.`,
  detect: ({ surface, project }) => [...known(surface), ...unknownFormat(surface, project)],
  fixes: remedies(storedKey, javaKey, formatReference),
});

const known = (surface: Surface): Hit[] =>
  secretHits(surface, 'llm-hardcoded-api-key', (description) => `${description} is written in the code`);

const overlap = (a: Location, b: Location): boolean => a.path === b.path && overlaps(a.range, b.range);

/** A constant that is no placeholder: long enough, and with letters and digits as keys have. Local servers take any word. */
function looksLikeKey(text: string): boolean {
  const value = text.replace(/^[rbuRBU]*["'`]+|["'`]+$/g, '');
  return (
    value.length >= 20 &&
    /^[\w.+/=:-]+$/.test(value) &&
    /\d/.test(value) &&
    /[A-Za-z]/.test(value) &&
    !/your|example|placeholder|dummy|fake|test|xxx|change|insert|here|not[-_]?needed|required/i.test(value)
  );
}

/** Constants given as key to a client whose format no table knows. */
const unknownFormat = ({ clients, secrets }: Surface, project: Project): Hit[] =>
  clients.flatMap(({ apiKey, name, apiKeyVariable }): Hit[] => {
    if (apiKey === undefined) return [];
    const { constant } = apiKey;
    if (secrets.some(({ location }) => overlap(location, constant))) return [];
    const text = project.file(constant.path)?.text.slice(constant.range.start, constant.range.end) ?? '';
    if (!looksLikeKey(text)) return [];
    return [
      {
        location: constant,
        message: `A key for ${name} is written in the code`,
        confidence: 'medium',
        ...(apiKeyVariable === undefined ? {} : { properties: { variable: apiKeyVariable } }),
      },
    ];
  });
