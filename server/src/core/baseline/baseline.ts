import type { Finding } from '../finding.js';

/** One accepted finding. Rule and path are there for people who read the file. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly path: string;
}

/** Findings that were there when a project began to look; they are counted, not reported. */
export interface Baseline {
  readonly entries: readonly BaselineEntry[];
}

const version = 1;

export const baselineOf = (findings: readonly Finding[]): Baseline => ({
  entries: findings.map(({ fingerprint, ruleId, location }) => ({
    fingerprint,
    rule: ruleId,
    path: location.path,
  })),
});

/** One line per entry, sorted, so that changes to the file read well in a review. */
export function writeBaseline({ entries }: Baseline): string {
  const sorted = [...new Map(entries.map((entry) => [entry.fingerprint, entry])).values()].sort(
    (a, b) => compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint),
  );
  const lines = sorted.map(
    ({ fingerprint, rule, path }) => `    ${JSON.stringify({ fingerprint, rule, path })}`,
  );
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": ${version},\n  "findings": ${list}\n}\n`;
}

/** `undefined` when the text is no baseline. */
export function readBaseline(text: string): Baseline | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(document) || document.version !== version || !Array.isArray(document.findings))
    return undefined;
  const entries: BaselineEntry[] = [];
  for (const entry of document.findings as readonly unknown[]) {
    if (!isRecord(entry)) return undefined;
    const { fingerprint, rule, path } = entry;
    if (typeof fingerprint !== 'string' || typeof rule !== 'string' || typeof path !== 'string')
      return undefined;
    entries.push({ fingerprint, rule, path });
  }
  return { entries };
}

export interface Compared {
  /** Not in the baseline. */
  readonly fresh: readonly Finding[];
  readonly known: readonly Finding[];
  /** Entries whose finding is gone: they can be dropped. */
  readonly gone: readonly BaselineEntry[];
}

export function compareWithBaseline(findings: readonly Finding[], { entries }: Baseline): Compared {
  const accepted = new Set(entries.map(({ fingerprint }) => fingerprint));
  const found = new Set(findings.map(({ fingerprint }) => fingerprint));
  return {
    fresh: findings.filter(({ fingerprint }) => !accepted.has(fingerprint)),
    known: findings.filter(({ fingerprint }) => accepted.has(fingerprint)),
    gone: entries.filter(({ fingerprint }) => !found.has(fingerprint)),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
