import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCases } from '../../scripts/rule-cases.mjs';
import type { Host } from '../../server/src/core/host.js';
import { withFakeSecrets } from '../support/fake-secrets.js';
import { testHost } from '../support/host.js';
import { Bench, problemsOf } from './support.js';

const folder = join(import.meta.dirname, '../rules');
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .sort();

let host: Host;
beforeAll(async () => {
  host = await testHost();
});

/** Every fix for every finding in the examples of the rule pages keeps its promises. */
describe.each(pages)('fixes for the examples of %s', (page) => {
  const cases = readCases(readFileSync(join(folder, page), 'utf8'));

  test.each(cases.map((one) => [one.title, one] as const))('%s', (_, { blocks }) => {
    const files = Object.fromEntries(
      blocks.map(({ file, lines }) => [file, withFakeSecrets(lines.join('\n'))]),
    );
    const bench = new Bench(host, files);
    const { analysis } = bench;
    const broken = analysis.findings.flatMap((finding) =>
      bench.fixes(finding).flatMap((fix) => {
        const problems = problemsOf(bench, finding, fix);
        return problems.length === 0 ? [] : [{ rule: finding.ruleId, fix: fix.id, problems }];
      }),
    );
    expect(broken).toEqual([]);
  });
});
