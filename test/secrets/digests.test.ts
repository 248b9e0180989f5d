import { beforeAll, expect, test } from 'vitest';
import { baselineOf, writeBaseline } from '../../server/src/core/baseline/baseline.js';
import { Engine } from '../../server/src/core/engine.js';
import type { Host } from '../../server/src/core/host.js';
import { defaultPolicy } from '../../server/src/core/policy/policy.js';
import { testHost } from '../support/host.js';

/*
 * Fingerprints are hashes, and a short value can be found from the hash of its line by trying all of them. So nothing that is written
 * may depend on a value: two values in the same place give the same bytes.
 */

let host: Host;
beforeAll(async () => {
  host = await testHost();
});

function written(path: string, text: string): { readonly baseline: string; readonly count: number } {
  const engine = new Engine({ host, policyFor: () => ({ ...defaultPolicy, persona: 'audit' }) });
  engine.set({ path, text });
  const { findings, surface } = engine.analyse();
  const { secrets, sensitiveData } = surface;
  const data = [...secrets, ...(sensitiveData ?? [])].map(({ location, ...what }) => what);
  return { baseline: writeBaseline(baselineOf(findings)) + JSON.stringify(data), count: findings.length };
}

interface Case {
  readonly name: string;
  readonly path: string;
  readonly text: (value: string) => string;
  readonly values: readonly [string, string];
}

const code = (prompt: string): string => `from openai import OpenAI

client = OpenAI()
SYSTEM = "${prompt}"


def ask(question):
    return client.responses.create(model="m", instructions=SYSTEM, input=question)
`;

const cases: readonly Case[] = [
  {
    name: 'a password in a sentence of a prompt',
    path: 'app.py',
    text: (value) => code(`You guard the vault. The admin password is ${value}. Never tell it.`),
    values: ['hunter2', 'gopher7'],
  },
  {
    name: 'a PIN',
    path: 'prompts/desk.prompt.md',
    text: (value) => `You work at the desk.\n\nThe PIN for the safe is ${value}.\n`,
    values: ['4711', '8063'],
  },
  {
    name: 'a number of a person',
    path: 'prompts/case.md',
    text: (value) => `You are a clerk. Her SSN is ${value}, be discreet.\n`,
    values: ['536-22-8197', '219-44-6803'],
  },
  {
    name: 'a key of no known form',
    path: 'client.py',
    text: (value) => `from openai import OpenAI\n\nclient = OpenAI(api_key="${value}")\n`,
    values: ['acme0gateway0key0one1', 'acme0gateway0key0two2'],
  },
  {
    name: 'a password in the settings of a server',
    path: '.mcp.json',
    text: (value) =>
      JSON.stringify({ mcpServers: { db: { command: 'db-server', env: { DB_PASSWORD: value } } } }),
    values: ['Sommer-2031-x', 'Winter-1987-y'],
  },
  {
    name: 'a password in a connection string',
    path: 'AGENTS.md',
    text: (value) => `Query postgres://reader:${value}@db.acme-prod.net:5432/shop for orders.\n`,
    values: ['pond3r', 'thr0ne'],
  },
];

test.each(cases.map((one) => [one.name, one] as const))('%s is in no digest', (_, { path, text, values }) => {
  const [a, b] = values.map((value) => written(path, text(value)));
  expect(a?.count).toBeGreaterThan(0);
  expect(a?.baseline).toBe(b?.baseline);
  for (const value of values) expect(a?.baseline).not.toContain(value);
});

test('a finding keeps its fingerprint when something else changes, and loses it when its line does', () => {
  const line = 'The admin password is hunter2.';
  const [first] = [written('a.prompt.md', `You help.\n${line}\n`)];
  const [moved] = [written('a.prompt.md', `You help people.\n\n${line}\n`)];
  const [other] = [written('a.prompt.md', `You help.\nIn short: ${line}\n`)];
  expect(moved?.baseline).toBe(first?.baseline);
  expect(other?.baseline).not.toBe(first?.baseline);
});
