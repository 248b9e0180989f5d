import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { siteOf } from '../../server/src/core/fixes/call-guard.js';
import { readersOf } from '../../server/src/core/fixes/result.js';
import { testHost } from '../support/host.js';
import { readPage } from './pages.js';
import { Bench } from './support.js';

test('dev', async () => {
  const host = await testHost();
  const one = readPage(readFileSync('test/fixes/redact-pii.md', 'utf8')).find((c) => c.title === 'A stream')!;
  const bench = new Bench(host, Object.fromEntries(one.files.map((f) => [f.path, f.text])));
  for (const f of bench.analysis.findings)
    console.log(
      f.ruleId,
      bench.analysis.fixes(f).map((x) => x.id),
    );
  const m = bench.analysis.surface.modelCalls[0]!;
  console.log(m);
  const site = siteOf(m, bench.analysis.project)!;
  console.log(site.prompts, site.source.text(site.call.node));
  console.log(readersOf(site.source, m, site.call));
});
