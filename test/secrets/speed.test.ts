import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { secretDetectors } from '../../server/src/core/secrets/detectors/all.js';
import type { Detector } from '../../server/src/core/secrets/detectors/detector.js';
import { secretFormats } from '../../server/src/core/secrets/formats/all.js';
import { createScanner } from '../../server/src/core/secrets/scan.js';
import { Generator } from './generate.js';
import { scanner } from './scanner.js';

/** Size of a hostile text, in UTF-16 units. */
const size = 4096;
/**
 * CPU time for one, in milliseconds. Usual is one to five, catastrophic matching takes seconds; the machine may be busy, so the bound is generous. `bench/secrets.mjs` measures.
 */
const bound = 150;

const filled = (unit: string, start = ''): string =>
  (start + unit.repeat(Math.ceil(size / unit.length))).slice(0, size);

function milliseconds(text: string): number {
  const before = process.cpuUsage();
  scanner.scan(text, { context: 'prompt' });
  return process.cpuUsage(before).user / 1000;
}

/** Slow twice in a row: once may be a collection of garbage. */
const isSlow = (text: string): boolean => milliseconds(text) > bound && milliseconds(text) > bound;

describe('Hostile text is scanned in time that grows with its length', () => {
  const keywords = [...new Set(secretDetectors().flatMap((detector) => detector.keywords))];
  const separators = ['', ' ', '-', '_', '.', '/', '="', '\n', 'a', 'Aa1-_'];
  const tails = ['a', 'A1b2', 'a-', 'aB3.', '=', ' ', '"', '{', 'x@', '\\', '%41', '\\u0041'];

  test('every keyword over and over, and every keyword before every filler', () => {
    const slow: string[] = [];
    keywords.forEach((keyword, index) => {
      // Each keyword meets some of the fillers; over all keywords each filler is met hundreds of times.
      for (const separator of [
        separators[index % separators.length]!,
        separators[(index * 7 + 3) % separators.length]!,
      ]) {
        if (isSlow(filled(keyword + separator))) slow.push(`${keyword}${separator} repeated`);
      }
      for (const tail of [tails[index % tails.length]!, tails[(index * 5 + 1) % tails.length]!]) {
        if (isSlow(filled(tail, keyword))) slow.push(`${keyword} and ${tail}`);
      }
    });
    expect(slow).toEqual([]);
  });

  test('tokens of every format, cut short, side by side', () => {
    const generator = new Generator(3);
    const slow = secretFormats.filter((format) => {
      const token = generator.matching(`(?:${format.lead ?? ''})(?:${format.shape})`);
      return isSlow(filled(token.slice(0, -1))) || isSlow(filled(`${token.slice(0, -1)} `));
    });
    expect(slow.map(({ id }) => id)).toEqual([]);
  });

  test('a detector is asked a bounded number of times about a keyword that is everywhere', () => {
    let asked = 0;
    const curious: Detector = { scope: 'everywhere', keywords: ['key'], detect: () => void asked++ };
    createScanner([curious]).scan('key'.repeat(30_000), { context: 'other' });
    expect(asked).toBeLessThan(90_000 / 16 + 65);
  });
});

describe('Ordinary files', () => {
  function* texts(folder: string): Iterable<{ path: string; text: string }> {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) yield* texts(path);
      else if (
        entry.isFile() &&
        /\.(?:[cm]?[jt]s|json|md|ya?ml|txt)$/.test(entry.name) &&
        statSync(path).size < 1_000_000
      )
        yield { path, text: readFileSync(path, 'utf8') };
    }
  }

  test('hold at most one thing in 5 MB that looks like a token', () => {
    let scanned = 0;
    const found: string[] = [];
    for (const { path, text } of texts('node_modules')) {
      // Tools for finding secrets have examples of them.
      if (/secretlint|[/.]cache/.test(path)) continue;
      scanned += text.length;
      for (const { sample, confidence, kind } of scanner.scan(text, { context: 'other' })) {
        if (!sample && confidence !== 'low') found.push(`${path}: ${kind.id}`);
      }
      if (scanned > 15e6) break;
    }
    expect(found.length, found.join('\n')).toBeLessThanOrEqual(scanned / 5e6);
  });
});
