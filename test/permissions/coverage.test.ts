import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { products } from '../../server/src/core/permissions/products.js';
import { withFakeSecrets } from '../support/fake-secrets.js';
import { checkFixes, projectOf, risksIn } from './check.js';

/**
 * Pages of whole documents in pairs: what a case reports, a document that has it, and its counterpart that has nothing. The pages are written by
 * hand, with values of their own; they are not made from what drives the checks. Pages whose name starts with "unlisted" hold values, spellings and
 * places that the written inventory does not name: whoever reads these files reads what a product accepts, not a list of words.
 */
const folder = join(import.meta.dirname, 'rows');

interface Document {
  readonly path: string;
  readonly text: string;
}

interface Case {
  readonly name: string;
  readonly reports: readonly string[];
  readonly dangerous: Document;
  readonly harmless: Document;
}

/** `<<U+200B>>` stands for a character that nobody sees. */
const readable = (text: string): string =>
  withFakeSecrets(text).replace(/<<U\+([0-9A-F]{2,6})>>/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );

const form = /^Reports: (.+)\n\n~~~\w+ (.+)\n([\s\S]*?\n)~~~\n\n~~~\w+ (.+)\n([\s\S]*?\n)~~~\n*$/;

function casesOf(page: string): readonly Case[] {
  const text = readFileSync(join(folder, page), 'utf8');
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const cut = section.indexOf('\n\n');
      const match = form.exec(section.slice(cut + 2));
      if (match === null) throw new Error(`${page}: "${section.slice(0, cut)}" is not a pair of documents`);
      const [, ids = '', path = '', dangerous = '', otherPath = '', harmless = ''] = match;
      return {
        name: section.slice(0, cut),
        reports: [...ids.matchAll(/`([^`]+)`/g)].map(([, id = '']) => id),
        dangerous: { path, text: readable(dangerous) },
        harmless: { path: otherPath, text: readable(harmless) },
      };
    });
}

const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((page) => ({ page, cases: casesOf(page) }));

const idsIn = ({ path, text }: Document): readonly string[] =>
  [...new Set(risksIn(path, text).map(({ risk }) => risk.variant.id))].sort();

for (const { page, cases } of pages) {
  describe(page, () => {
    for (const { name, reports, dangerous, harmless } of cases) {
      test(name, () => {
        expect(idsIn(dangerous)).toEqual([...reports].sort());
        expect(idsIn(harmless), 'the counterpart').toEqual([]);
        checkFixes(dangerous, projectOf({ [dangerous.path]: dangerous.text }));
      });
    }
  });
}

const declared = new Set(
  products.flatMap(({ files }) =>
    files.flatMap(({ checks }) => checks.flatMap(({ variants }) => variants.map(({ id }) => id))),
  ),
);
const shown = new Set(pages.flatMap(({ cases }) => cases.flatMap(({ reports }) => reports)));

test('every variant has a document that shows it and a counterpart that does not', () => {
  expect([...declared].filter((id) => !shown.has(id)).sort()).toEqual([]);
});

/** Rows of the written inventory, by the first part of their ids. Permissions in code are not among them: models read those. */
const inventory: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(join(folder, 'inventory.json'), 'utf8'),
);

/** Rows that no variant of this name reports, and why. */
const elsewhere: Readonly<Record<string, string>> = {
  'CC-HARDEN': 'settings that protect: the counterparts hold them and are quiet',
  'GE-HARD': 'settings that protect: the counterparts hold them and are quiet',
  'KI-HOOK': 'one row, four variants: KI-HOOK-RCE, -EXFIL, -UNPIN, -ALLOW',
  'GA-SETTINGS': "the settings inside a workflow are reported as Claude Code's own",
  'GA-MCP': 'the servers inside a workflow are reported as servers',
};

test('every row of the inventory is a variant or says where it went', () => {
  const rows = Object.values(inventory).flat();
  expect(rows.length).toBeGreaterThan(150);
  expect(rows.filter((id) => !declared.has(id) && elsewhere[id] === undefined)).toEqual([]);
  expect(Object.keys(elsewhere).filter((id) => declared.has(id) || !rows.includes(id))).toEqual([]);
});

/** Settings that the product does not take from such a file: one sample each, which must not be louder than a note. */
const ignored: readonly (Document & { readonly id: string })[] = [
  { id: 'VS-TRUST', path: '.vscode/settings.json', text: '{"security.workspace.trust.enabled": false}' },
  { id: 'VS-TRUST', path: '.vscode/settings.json', text: '{"task.allowAutomaticTasks": "on"}' },
];

test.each(ignored)('$id is a note where it has no effect: $text', ({ id, path, text }) => {
  const found = risksIn(path, text).map(({ risk }) => `${risk.variant.id} ${risk.severity}`);
  expect(found).toEqual([`${id} info`]);
});

/** Rows of which a variant of another name is shown. */
const shownAs: Readonly<Record<string, string>> = { 'KI-HOOK': 'KI-HOOK-EXFIL' };

test('every row of the inventory has a document with something that it does not list, and a counterpart', () => {
  const beyond = new Set(
    pages
      .filter(({ page }) => page.startsWith('unlisted'))
      .flatMap(({ cases }) => cases.flatMap(({ reports }) => reports)),
  );
  const rows = Object.values(inventory)
    .flat()
    .map((id) => shownAs[id] ?? id)
    .filter((id) => elsewhere[id] === undefined);
  expect(rows.filter((id) => !beyond.has(id))).toEqual([]);
});
