import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Engine } from '../../server/src/core/engine.js';
import type { Finding } from '../../server/src/core/finding.js';
import { defaultPolicy } from '../../server/src/core/policy/policy.js';
import { readPrompt } from '../../server/src/core/prompts/read.js';
import { corpusFolder } from '../support/corpus.js';
import { testHost } from '../support/host.js';

// Real prompt files of public repositories; not part of this one. `index.json` lists { file, format, path, repo } for each.
const corpus = corpusFolder('prompts') ?? '';

interface Entry {
  readonly file: string;
  readonly format: string;
  readonly repo: string;
  readonly path: string;
}

/** Files of these kinds are no prompts themselves: a graph without text, data of another kind, a template of a workflow. */
const withoutMessages =
  /config\.json|flow\.dag\.yaml|train\.jsonl|basic_workflow|fallbacks\.baml|roundrobin\.baml/;

describe.skipIf(!existsSync(corpus))('105 real prompt files', () => {
  let entries: readonly (Entry & { readonly text: string })[] = [];
  let findings: readonly Finding[] = [];

  beforeAll(async () => {
    const index: readonly Entry[] = JSON.parse(readFileSync(join(corpus, 'index.json'), 'utf8'));
    entries = index.map((entry) => ({ ...entry, text: readFileSync(join(corpus, entry.file), 'utf8') }));
    const engine = new Engine({
      host: await testHost(),
      policyFor: () => ({ ...defaultPolicy, persona: 'audit' }),
    });
    for (const { repo, path, text } of entries) engine.set({ path: `${repo}/${path}`, text });
    findings = engine.analyse().findings;
  });

  test('each is read as a prompt', () => {
    const unread = entries.filter(({ repo, path, text }) => {
      const document = readPrompt(`${repo}/${path}`, text);
      return (document?.messages.length ?? 0) === 0 && !withoutMessages.test(path);
    });
    expect(unread.map(({ path }) => path)).toEqual([]);
  });

  test('none holds a secret, and none is found', () => {
    const secrets = findings.filter(({ ruleId }) => /secret|key|sensitive/.test(ruleId));
    expect(secrets.map(({ ruleId, location, message }) => `${ruleId} ${location.path}: ${message}`)).toEqual(
      [],
    );
  });
});
