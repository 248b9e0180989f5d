import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Analysis, Suppressed } from '../core/analysis.js';
import {
  type Baseline,
  type BaselineEntry,
  compareWithBaseline,
  readBaseline,
} from '../core/baseline/baseline.js';
import { atLeast, type Finding, type Severity } from '../core/finding.js';
import { type Before, textsBefore, touchedBy } from './changes.js';
import { type Io, UsageError } from './io.js';
import type { Workspace } from './workspace.js';

/** What of an analysis is reported. */
export interface Selected {
  readonly findings: readonly Finding[];
  readonly baselined: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  /** Entries of the baseline whose finding is gone. */
  readonly gone: readonly BaselineEntry[];
}

export interface SelectOptions {
  readonly severity: Severity;
  readonly changedSince: string | undefined;
  readonly baseline: string | undefined;
}

/** Prepares the filter of the options, once; it is applied again after each round of fixes. */
export async function selection(
  workspace: Workspace,
  { severity, changedSince, baseline }: SelectOptions,
  io: Io,
): Promise<(analysis: Analysis) => Selected> {
  const analysed = new Set(workspace.files.map(({ path }) => path));
  const before: Before | undefined =
    changedSince === undefined ? undefined : await textsBefore(workspace.scope.root, changedSince, workspace);
  const accepted: Baseline =
    baseline === undefined ? { entries: [] } : await loadBaseline(resolve(io.cwd, baseline), baseline);
  return (analysis) => {
    const touched = before === undefined ? () => true : touchedBy(before, analysis.project);
    const inScope = (finding: Finding): boolean => analysed.has(finding.location.path);
    const wanted = (finding: Finding): boolean =>
      inScope(finding) && atLeast(finding.severity, severity) && touched(finding);
    const { gone } = compareWithBaseline(analysis.findings, accepted);
    const { fresh, known } = compareWithBaseline(analysis.findings.filter(wanted), accepted);
    return {
      findings: fresh,
      baselined: known,
      suppressed: analysis.suppressed.filter(({ finding }) => wanted(finding)),
      gone: gone.filter(({ path }) => analysed.has(path)),
    };
  };
}

export async function loadBaseline(file: string, asWritten: string): Promise<Baseline> {
  const content = await readFile(file, 'utf8').catch(() => undefined);
  if (content === undefined) throw new UsageError(`--baseline ${asWritten}: no such file`);
  const read = readBaseline(content);
  if (read === undefined) throw new UsageError(`--baseline ${asWritten}: not a baseline file`);
  return read;
}
