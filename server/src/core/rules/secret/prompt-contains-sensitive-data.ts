import { remedies } from '../../fixes/remedy.js';
import { piiVault } from '../../guards/pii-vault.js';
import { syntheticSample } from '../../guards/synthetic-sample.js';
import type { SensitiveData } from '../../secrets/sensitive-data.js';
import type { Surface } from '../../surface/surface.js';
import { flowHits } from '../flow-hits.js';
import { defineRule, type Hit } from '../rule.js';

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
  detect: ({ surface }) => [...written(surface), ...flowing(surface)],
  fixes: remedies(syntheticSample, piiVault),
});

/** One hit for each type of data in a file: a file of examples may hold thousands. */
function written({ sensitiveData = [] }: Surface): Hit[] {
  const groups = new Map<string, SensitiveData[]>();
  for (const data of sensitiveData) {
    const key = `${data.location.path}\0${data.type}`;
    groups.set(key, [...(groups.get(key) ?? []), data]);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [hitOf(first, others)],
  );
}

const hitOf = (first: SensitiveData, others: readonly SensitiveData[]): Hit => ({
  location: first.location,
  message: `The prompt holds ${describe(first, others.length)}`,
  severity: first.severity,
  persona: first.kind === 'personal' ? 'regular' : 'strict',
  variant: first.type,
  key: first.type,
  path: [first, ...others.slice(0, 9)].map(({ location, name }) => ({
    location,
    message: `${name} written here`,
  })),
});

const describe = ({ name }: SensitiveData, others: number): string =>
  others === 0 ? `what looks like a real ${name}` : `${others + 1} values that look like a real ${name}`;

const flowing = (surface: Surface): Hit[] =>
  flowHits(surface, {
    labels: ['pii'],
    sinks: ['prompt-system', 'prompt-user'],
    where: ({ guards }) => !guards.includes('pii-redaction'),
    message: ({ sourceName }) => `Personal data goes to the model unredacted (${sourceName})`,
  });
