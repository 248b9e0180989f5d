import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectations, type RuleCase, readCases } from '../../scripts/rule-cases.mjs';
import { Engine } from '../../server/src/core/engine.js';
import type { Host } from '../../server/src/core/host.js';
import { defaultPolicy } from '../../server/src/core/policy/policy.js';
import { rules } from '../../server/src/core/rules/index.js';
import { LineIndex } from '../../server/src/core/text/line-index.js';
import { withFakeSecrets } from '../support/fake-secrets.js';
import { testHost } from '../support/host.js';

const folder = import.meta.dirname;
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .sort();

let host: Host;
beforeAll(async () => {
  host = await testHost();
});

/** Lines of the case's files that one rule reports, as "file:line severity". */
function reported({ blocks }: RuleCase, ruleId: string): string[] {
  const engine = new Engine({ host, policyFor: () => ({ ...defaultPolicy, persona: 'audit' }) });
  for (const { file, lines } of blocks) engine.set({ path: file, text: withFakeSecrets(lines.join('\n')) });
  const { findings, notes } = engine.analyse();
  expect(notes.filter(({ kind }) => kind === 'internal')).toEqual([]);
  const lineOf = new Map(
    blocks.map(({ file, lines }) => [file, new LineIndex(withFakeSecrets(lines.join('\n')))]),
  );
  return findings
    .filter((finding) => finding.ruleId === ruleId)
    .map(({ location, severity }) => {
      const line = (lineOf.get(location.path)?.positionAt(location.range.start).line ?? -1) + 1;
      return `${location.path}:${line} ${severity}`;
    });
}

function check(one: RuleCase, ruleId: string): void {
  const expected = one.blocks.flatMap(({ file, lines }) =>
    expectations(lines, ruleId).map(({ line, severity }) => ({ place: `${file}:${line}`, severity })),
  );
  expect(expected.length === 0, 'a case is either marked or below "## Not flagged"').toBe(one.silent);
  const found = [...new Set(reported(one, ruleId))];
  const wanted = new Map(expected.map(({ place, severity }) => [place, severity]));
  // A marker without a severity accepts any.
  const seen = found.map((entry) => {
    const [place = '', severity] = entry.split(' ');
    return wanted.has(place) && wanted.get(place) === undefined ? place : `${place} ${severity}`;
  });
  const due = expected.map(({ place, severity }) =>
    severity === undefined ? place : `${place} ${severity}`,
  );
  expect(seen.sort()).toEqual(due.sort());
}

test.each(rules.map(({ family, id }) => `${family}/${id}`))('%s has a page', (name) => {
  expect(pages).toContain(`${name}.md`);
});

describe.each(pages)('%s', (page) => {
  const ruleId = basename(page, '.md');
  const cases = readCases(readFileSync(join(folder, page), 'utf8'));

  test('is about a rule', () => {
    expect(rules.map(({ id }) => id)).toContain(ruleId);
  });

  test.each(cases.map((one) => [`${one.silent ? 'stays silent: ' : 'flags: '}${one.title}`, one] as const))(
    '%s',
    (_, one) => {
      check(one, ruleId);
    },
  );
});
