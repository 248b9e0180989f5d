import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../server/src/core/finding.js';
import type { Fix } from '../../server/src/core/fixes/fix.js';
import { guardActions } from '../../server/src/core/fixes/guard-call.js';
import type { Host } from '../../server/src/core/host.js';
import { withFakeSecrets } from '../support/fake-secrets.js';
import { testHost } from '../support/host.js';
import { type PageCase, readPage, withFixed } from './pages.js';
import { applyFix, Bench, type Files, problemsOf } from './support.js';

const folder = import.meta.dirname;
const pages = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .sort();

/** With UPDATE=1, pages are rewritten with what the fixes do now. */
const update = process.env.UPDATE !== undefined;

let host: Host;
beforeAll(async () => {
  host = await testHost();
});

const textsOf = (one: PageCase, fixed: boolean): Files =>
  Object.fromEntries(
    one.files.filter((file) => file.fixed === fixed).map(({ path, text }) => [path, withFakeSecrets(text)]),
  );

interface Offer {
  readonly fix: Fix;
  readonly finding: Finding | undefined;
}

/** The fix of a case, with the finding it is for. */
function offerOf({ rule, call, fix: id }: PageCase, bench: Bench): Offer | undefined {
  const { analysis } = bench;
  if (call !== undefined) {
    const { surface, project } = analysis;
    const model = surface.modelCalls.find(({ name }) => name.endsWith(call));
    expect(model, `${call} is a model call`).toBeDefined();
    const fix = guardActions(model!, project).find((one) => one.id === id);
    return fix === undefined ? undefined : { fix, finding: undefined };
  }
  const findings = analysis.findings.filter(({ ruleId }) => ruleId === rule);
  expect(findings, `findings of ${rule}`).not.toEqual([]);
  for (const finding of findings) {
    const fix = bench.fixes(finding).find((one) => one.id === id);
    if (fix !== undefined) return { fix, finding };
  }
  return undefined;
}

const isHelperModule = (path: string): boolean => /(?:prompt|sallyport)[_-]guards\.\w+$/.test(path);

function check(one: PageCase, page: string): void {
  const before = textsOf(one, false);
  const bench = new Bench(host, before);
  const offer = offerOf(one, bench);
  if (!one.offered) {
    expect(offer?.fix.title).toBeUndefined();
    return;
  }
  expect(offer, `${one.fix} is offered`).toBeDefined();
  const { fix, finding } = offer!;
  const after = applyFix(before, fix);
  const changed = Object.fromEntries(
    Object.entries(after).filter(
      ([path, text]) => text !== before[path] && (!isHelperModule(path) || before[path] !== undefined),
    ),
  );
  if (update) {
    const path = join(folder, page);
    writeFileSync(path, withFixed(readFileSync(path, 'utf8'), one.title, changed));
    return;
  }
  expect(changed).toEqual(textsOf(one, true));
  expect(problemsOf(bench, finding, fix)).toEqual([]);

  // A second time there is nothing left to do.
  const again = new Bench(host, after);
  if (finding === undefined) expect(offerOf(one, again)?.fix.title).toBeUndefined();

  // The same in a file with Windows line ends, and in one that starts with a byte order mark.
  for (const variant of [toWindows, withMark]) {
    const other = map(before, variant);
    const same = offerOf(one, new Bench(host, other));
    expect(map(pick(applyFix(other, same!.fix), changed), (text) => text)).toEqual(map(changed, variant));
  }
}

const map = (files: Files, change: (text: string, path: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, change(text, path)]));

const pick = (files: Files, names: Files): Files =>
  Object.fromEntries(Object.keys(names).map((path) => [path, files[path] ?? '']));

const toWindows = (text: string): string => text.replace(/\n/g, '\r\n');

const withMark = (text: string, path: string): string =>
  /\.(?:py|[cm]?[jt]sx?)$/.test(path) ? `\uFEFF${text}` : text;

describe.each(pages)('%s', (page) => {
  const cases = readPage(readFileSync(join(folder, page), 'utf8'));
  test.each(cases.map((one) => [one.title, one] as const))('%s', (_, one) => check(one, page));
});
