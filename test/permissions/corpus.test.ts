import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atLeast } from '../../server/src/core/finding.js';
import { LineIndex } from '../../server/src/core/text/line-index.js';
import { risksIn } from './check.js';

/** Real config files of public repositories: `index.json` names the repository and path of each. */
const folder = process.env['SALLYPORT_CORPUS'];

interface CorpusFile {
  readonly file: string;
  readonly repo: string;
  readonly path: string;
}

describe.skipIf(folder === undefined)('real agent configs', () => {
  const index: readonly CorpusFile[] =
    folder === undefined ? [] : JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const texts = index.map((entry) => ({
    ...entry,
    text: readFileSync(join(folder ?? '', entry.file), 'utf8'),
  }));

  test('few repositories have anything at warning or above', () => {
    const perRepo = new Map<string, number>(index.map(({ repo }) => [repo, 0]));
    const lines: string[] = [];
    for (const { repo, path, text } of texts) {
      const positions = new LineIndex(text);
      for (const { risk } of risksIn(path, text)) {
        const line = positions.lineAt(risk.range.start) + 1;
        lines.push(
          `${risk.severity}\t${risk.variant.rule}\t${risk.variant.id}\t${repo}/${path}:${line}\t${risk.message}`,
        );
        if (risk.variant.persona === undefined && atLeast(risk.severity, 'warning'))
          perRepo.set(repo, (perRepo.get(repo) ?? 0) + 1);
      }
    }
    if (process.env['SALLYPORT_CORPUS_REPORT'] !== undefined) {
      writeFileSync(process.env['SALLYPORT_CORPUS_REPORT'], `${lines.sort().join('\n')}\n`);
    }
    const counts = [...perRepo.values()].sort((a, b) => a - b);
    const mean = counts.reduce((sum, n) => sum + n, 0) / counts.length;
    expect(counts[Math.floor(counts.length / 2)]).toBe(0);
    expect(mean).toBeLessThan(1);
  });

  test('a thousand files take less than a second', () => {
    // Processor time: the machine may be busy with other things.
    const start = process.cpuUsage();
    for (let i = 0; i < 1000; i++) {
      const entry = texts[i % texts.length];
      if (entry !== undefined) risksIn(entry.path, entry.text);
    }
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});
