import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Engine } from '../../server/src/core/engine.js';
import { atLeast, type Finding } from '../../server/src/core/finding.js';
import type { Host } from '../../server/src/core/host.js';
import { readAgentConfigs } from '../../server/src/core/permissions/read.js';
import { LineIndex } from '../../server/src/core/text/line-index.js';
import { corpusFolder } from '../support/corpus.js';
import { testHost } from '../support/host.js';

/** Real config files of public repositories: `index.json` names the repository and path of each. */
const folder = corpusFolder('agent-configs');
/** Where to write all findings, one per line, to be read by hand. */
const reportFile = process.env.SALLYPORT_CORPUS_REPORT;

interface CorpusFile {
  readonly file: string;
  readonly repo: string;
  readonly path: string;
}

describe.skipIf(folder === undefined)('real agent configs', () => {
  const index: readonly CorpusFile[] =
    folder === undefined ? [] : JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const files = index.map((entry) => ({
    ...entry,
    text: readFileSync(join(folder ?? '', entry.file), 'utf8'),
  }));
  const repositories = [...new Set(index.map(({ repo }) => repo))].sort();

  let host: Host;
  beforeAll(async () => {
    host = await testHost();
  });

  function findingsIn(engine: Engine, repository: string): readonly Finding[] {
    const own = files.filter(({ repo }) => repo === repository);
    for (const { path, text } of own) engine.set({ path, text });
    const { findings, notes } = engine.analyse();
    for (const { path } of own) engine.delete(path);
    expect(notes.filter(({ kind }) => kind === 'internal')).toEqual([]);
    return findings;
  }

  const line = (repository: string, { severity, ruleId, properties, location, message }: Finding): string => {
    const text = files.find(({ repo, path }) => repo === repository && path === location.path)?.text ?? '';
    const at = new LineIndex(text).lineAt(location.range.start) + 1;
    return [severity, ruleId, properties.variant, `${repository}/${location.path}:${at}`, message].join('\t');
  };

  test('few repositories have anything at warning or above', () => {
    const engine = new Engine({ host });
    const all = repositories.map((repository) => ({ repository, findings: findingsIn(engine, repository) }));
    if (reportFile !== undefined) {
      const lines = all.flatMap(({ repository, findings }) =>
        findings.map((finding) => line(repository, finding)),
      );
      writeFileSync(reportFile, `${lines.sort().join('\n')}\n`);
    }
    const counts = all
      .map(({ findings }) => findings.filter(({ severity }) => atLeast(severity, 'warning')).length)
      .sort((a, b) => a - b);
    expect(counts[Math.floor(counts.length / 2)]).toBe(0);
    expect(counts.reduce((sum, n) => sum + n, 0) / counts.length).toBeLessThan(1);
  });

  test('a thousand files take less than a second', () => {
    const readAll = (count: number): void => {
      for (let i = 0; i < count; i++) {
        const entry = files[i % files.length];
        if (entry !== undefined) readAgentConfigs(entry.path, entry.text);
      }
    };
    readAll(100);
    // Processor time: the machine may be busy with other things.
    const start = process.cpuUsage();
    readAll(1000);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});
