import type { Note, Suppressed } from '../analysis.js';
import { type Finding, type Location, type Severity, severities } from '../finding.js';
import type { Fix } from '../fixes/fix.js';
import type { Project } from '../project.js';
import type { Rule } from '../rules/rule.js';
import type { Surface } from '../surface/surface.js';

/** All that a report is made of. Formats are pure functions of it, so that equal scans give equal bytes. */
export interface Report {
  readonly version: string;
  /** The scan root as a `file:` URI with a trailing slash. */
  readonly rootUri: string;
  /** What is reported, in order. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  /** Findings that the baseline accepts. */
  readonly baselined: readonly Finding[];
  readonly notes: readonly Note[];
  /** Number of files that were analyzed. */
  readonly fileCount: number;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly project: Project;
  readonly surface: Surface;
  /** Where secrets stand besides those of the surface; nothing there is shown either. */
  readonly hidden: readonly Location[];
  fixes(finding: Finding): readonly Fix[];
}

export type Counts = Readonly<Record<Severity, number>>;

export function countBySeverity(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** "2 errors, 1 warning", most severe first; "no findings". */
export function describeCounts(findings: readonly Finding[]): string {
  const counts = countBySeverity(findings);
  const parts = severities.filter((s) => counts[s] > 0).map((s) => countOf(counts[s], s));
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}

const countOf = (count: number, severity: Severity): string =>
  severity === 'info' ? `${count} info` : plural(count, severity);

/** "1 file", "3 files" */
export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Values in the order of their first key, each key with its values. */
export function groupBy<T, K>(values: readonly T[], keyOf: (value: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
