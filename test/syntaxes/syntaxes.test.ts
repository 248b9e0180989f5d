import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type textmate from 'vscode-textmate';
import { contributes, describeTokens, makeRegistry } from './tokenize.js';

let registry: textmate.Registry;
beforeAll(async () => {
  registry = await makeRegistry();
});

interface Case {
  readonly name: string;
  readonly scope: string;
  readonly text: string;
  readonly expected: string;
}

/** `## sentence`, the text between tildes with the scope of its grammar, and the tokens in a block of their own. */
const casesOf = (page: string): readonly Case[] =>
  [...page.matchAll(/^## (.+)\n~~~~ (\S+)\n([\s\S]*?)\n~~~~\n```tokens\n([\s\S]*?)\n?```$/gm)].map(
    ([, name = '', scope = '', text = '', expected = '']) => ({ name, scope, text, expected }),
  );

/** Scopes that only our grammars give. */
const own = /^(?!meta\.embedded).*\.(?:prompt|sallyport|baml|modelfile|colang)$/;

async function check({ scope, text, expected }: Case): Promise<void> {
  const grammar = await registry.loadGrammar(scope);
  expect(describeTokens(grammar!, text, own)).toBe(expected);
}

for (const page of readdirSync(import.meta.dirname).filter((file) => file.endsWith('.md'))) {
  const text = readFileSync(join(import.meta.dirname, page), 'utf8');
  describe(page, () => {
    const cases = casesOf(text);
    test('every case is complete', () => expect(cases.length).toBe(text.match(/^## /gm)?.length));
    test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => check(one));
  });
}

describe('package.json', () => {
  test.each(contributes.grammars.map((grammar) => [grammar.scopeName, grammar] as const))(
    '%s is a grammar that loads under its name',
    async (scopeName, { path }) => {
      const raw = JSON.parse(readFileSync(join(import.meta.dirname, '../..', path), 'utf8'));
      expect(raw.scopeName).toBe(scopeName);
      expect(await registry.loadGrammar(scopeName)).not.toBeNull();
    },
  );

  test('every grammar of the folder is contributed, and every language has one', () => {
    const files = readdirSync(join(import.meta.dirname, '../../syntaxes')).filter((file) =>
      file.endsWith('.tmLanguage.json'),
    );
    expect(contributes.grammars.map(({ path }) => path.replace('./syntaxes/', '')).sort()).toEqual(
      files.sort(),
    );
    const highlighted = contributes.grammars.flatMap(({ language }) => language ?? []);
    expect(contributes.languages.map(({ id }) => id).sort()).toEqual(highlighted.sort());
  });

  test('the client asks for documents of every language', () => {
    const client = readFileSync(join(import.meta.dirname, '../../client/src/extension.ts'), 'utf8');
    expect(contributes.languages.filter(({ id }) => !client.includes(`  '${id}',\n`))).toEqual([]);
  });
});

describe('hostile text', () => {
  const hostile = [
    '{{',
    '{%',
    '{#',
    '<',
    '"',
    '{{#',
    '{{!--',
    '---',
    '<|',
    '`',
    '**',
    '#"',
    '"""',
    '{{ "',
    "{{ '",
  ].map((piece) => piece.repeat(2_000));

  test.each(
    contributes.grammars.filter(({ language }) => language !== undefined).map(({ scopeName }) => scopeName),
  )('%s takes no longer over it than over anything else', async (scopeName) => {
    const grammar = await registry.loadGrammar(scopeName);
    for (const text of hostile) {
      const started = performance.now();
      describeTokens(grammar!, `${text}\nend`, own);
      expect(performance.now() - started, text.slice(0, 10)).toBeLessThan(2_000);
    }
  });
});
