import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { guardActions } from '../../server/src/core/fixes/guard-call.js';
import type { Host } from '../../server/src/core/host.js';
import { areCompatible } from '../../server/src/core/text/edits.js';
import { withFakeSecrets } from '../support/fake-secrets.js';
import { testHost } from '../support/host.js';
import { readPage } from './pages.js';
import { applyFix, Bench, type Files } from './support.js';

let host: Host;
beforeAll(async () => {
  host = await testHost();
});

const folder = import.meta.dirname;
const workspaces: readonly Files[] = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .flatMap((file) => readPage(readFileSync(join(folder, file), 'utf8')))
  .map(({ files }) =>
    Object.fromEntries(
      files.filter(({ fixed }) => !fixed).map(({ path, text }) => [path, withFakeSecrets(text)]),
    ),
  );

/** Every fix that is offered for these files can be applied as it is. */
function checkAll(files: Files): void {
  const bench = new Bench(host, files);
  const { findings, surface, project } = bench.analysis;
  const fixes = [
    ...surface.modelCalls.flatMap((call) => guardActions(call, project)),
    ...findings.flatMap((finding) => bench.fixes(finding)),
  ];
  for (const fix of fixes) {
    for (const change of fix.changes) {
      if ('create' in change) continue;
      expect(areCompatible(change.edits), fix.id).toBe(true);
      const { length } = files[change.path] ?? '';
      for (const { range } of change.edits) {
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThanOrEqual(length);
      }
    }
    applyFix(files, fix);
  }
}

test('half-typed code gets fixes that can be applied, or none', () => {
  fc.assert(
    fc.property(fc.constantFrom(...workspaces), fc.double({ min: 0, max: 1, noNaN: true }), (files, part) => {
      const cut = Object.entries(files).map(([path, text]) => [
        path,
        text.slice(0, Math.floor(text.length * part)),
      ]);
      checkAll(Object.fromEntries(cut));
    }),
    { numRuns: 150 },
  );
});

test('code with a piece missing gets fixes that can be applied, or none', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...workspaces),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 40 }),
      (files, part, length) => {
        const cut = Object.entries(files).map(([path, text]) => {
          const at = Math.floor(text.length * part);
          return [path, text.slice(0, at) + text.slice(at + length)];
        });
        checkAll(Object.fromEntries(cut));
      },
    ),
    { numRuns: 150 },
  );
});
