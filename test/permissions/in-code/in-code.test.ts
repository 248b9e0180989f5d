import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../../server/src/core/finding.js';
import type { Host } from '../../../server/src/core/host.js';
import { LineIndex } from '../../../server/src/core/text/line-index.js';
import { Bench, problemsOf } from '../../fixes/support.js';
import { withFakeSecrets } from '../../support/fake-secrets.js';
import { testHost } from '../../support/host.js';
import { type Case, casesOf, expected } from './page.js';

const folder = import.meta.dirname;
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort();

const rows: readonly string[] = JSON.parse(readFileSync(join(folder, 'rows.json'), 'utf8'));

let host: Host;
beforeAll(async () => {
  host = await testHost();
});

const placeOf = ({ files }: Case, { location, severity }: Finding): string => {
  const lines = new LineIndex(withFakeSecrets(files[location.path] ?? ''));
  return `${location.path}:${lines.positionAt(location.range.start).line + 1} ${severity}`;
};

function check(one: Case, row: string): void {
  const files = Object.fromEntries(
    Object.entries(one.files).map(([path, text]) => [path, withFakeSecrets(text)]),
  );
  const bench = new Bench(host, files);
  const found = bench.analysis.findings.filter(({ properties }) => properties.variant === row);
  expect([...new Set(found.map((finding) => placeOf(one, finding)))].sort()).toEqual(
    [...expected(one)].sort(),
  );
  expect(found.length === 0, 'a case reports something or stands below "## Silent"').toBe(one.silent);
  if (one.fix === undefined) return;
  for (const finding of found) {
    const [fix] = bench.fixes(finding);
    expect(fix?.id ?? 'none', `the first fix of ${placeOf(one, finding)}`).toBe(one.fix);
    if (fix !== undefined) expect(problemsOf(bench, finding, fix)).toEqual([]);
  }
}

describe.each(pages)('%s', (page) => {
  const row = basename(page, '.md');
  const cases = casesOf(readFileSync(join(folder, page), 'utf8'));

  test.each(cases.map((one) => [one.title, one] as const))('%s', (_, one) => {
    check(one, row);
  });

  test('shows the row, its harmless forms, and something that the inventory does not list', () => {
    expect(cases.filter(({ silent }) => !silent).length).toBeGreaterThan(1);
    expect(cases.some(({ silent }) => silent)).toBe(true);
    expect(cases.some(({ title }) => title.startsWith('not in the inventory:'))).toBe(true);
  });
});

test('every row of the inventory about code has a page, and every page a row', () => {
  expect(pages.map((page) => basename(page, '.md')).sort()).toEqual([...rows].sort());
});
