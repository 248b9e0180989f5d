import type { Analysis } from '../core/analysis.js';
import { lineBreakOf } from '../core/config/layout.js';
import type { Finding } from '../core/finding.js';
import { automaticFix } from '../core/fixes/automatic.js';
import { combineFixes } from '../core/fixes/combine.js';
import type { FileChange, Fix } from '../core/fixes/fix.js';
import type { SourceFile } from '../core/project.js';
import { applyEdits } from '../core/text/edits.js';
import type { Encoding } from '../workspace/decode.js';
import { type Candidate, FutileFixes } from './futile-fixes.js';
import type { Workspace } from './workspace.js';
import { FileWriter } from './write-file.js';

/** Fixes may uncover further ones; after this many rounds what is left is reported. */
const maxRounds = 10;

export interface Fixed {
  readonly analysis: Analysis;
  /** Number of fixes applied. */
  readonly applied: number;
  /** Files that were written, sorted. */
  readonly paths: readonly string[];
  /** Why files could not be written, one line each. */
  readonly problems: readonly string[];
}

/** Applies the fixes of the selected findings, safe ones and, if asked for, the preferred unsafe ones, until none is left. */
export async function applyFixes(
  workspace: Workspace,
  select: (analysis: Analysis) => readonly Finding[],
  withUnsafe: boolean,
): Promise<Fixed> {
  const writer = new FileWriter(workspace.scope.root);
  const encodings = new Map<string, Encoding>(workspace.encodings);
  const written = new Set<string>();
  const problems = new Set<string>();
  const futile = new FutileFixes();
  let { analysis } = workspace;
  let findings = select(analysis);
  let applied = 0;
  for (let round = 0; round < maxRounds; round++) {
    const candidates: Candidate[] = [];
    for (const finding of findings) {
      const fix = automaticFix(analysis.fixes(finding), withUnsafe);
      if (fix === undefined || futile.has({ finding, fix })) continue;
      if (await canWrite(fix, analysis, writer, encodings, problems)) candidates.push({ finding, fix });
    }
    const taken = harmless(candidates, analysis, workspace, problems);
    if (taken.length === 0) break;
    const combined = combineFixes(taken.map(({ fix }) => fix));
    const updated: SourceFile[] = [];
    for (const change of combined.changes) {
      const text = textAfter(change, analysis);
      const problem = await writer.write(change.path, text, encodings.get(change.path) ?? 'utf-8');
      if (problem !== undefined) {
        problems.add(problem);
        continue;
      }
      updated.push({ path: change.path, text });
      written.add(change.path);
    }
    if (updated.length === 0) break;
    applied += taken.length;
    await workspace.analyser.update(updated);
    analysis = workspace.analyser.analyse();
    const before = findings;
    findings = select(analysis);
    futile.learn(taken, before, findings);
  }
  return { analysis, applied, paths: [...written].sort(), problems: [...problems] };
}

/** A fix is applied whole or not at all: every file must be as it was read, and a new one must not exist yet. */
async function canWrite(
  fix: Fix,
  analysis: Analysis,
  writer: FileWriter,
  encodings: ReadonlyMap<string, Encoding>,
  problems: Set<string>,
): Promise<boolean> {
  for (const change of fix.changes) {
    const known = 'create' in change ? undefined : analysis.project.file(change.path)?.text;
    const problem =
      'create' in change || known !== undefined
        ? await writer.check(change.path, known, encodings.get(change.path) ?? 'utf-8')
        : `${change.path}: not part of the scan, left as it is`;
    if (problem !== undefined) {
      problems.add(problem);
      return false;
    }
  }
  return true;
}

/** The fixes that go together and leave every file as free of syntax errors as it was. */
function harmless(
  candidates: readonly Candidate[],
  analysis: Analysis,
  { analyser }: Workspace,
  problems: Set<string>,
): readonly Candidate[] {
  const taken: Candidate[] = [];
  for (const candidate of candidates) {
    const { fix } = candidate;
    const { applied, changes } = combineFixes([...taken.map((other) => other.fix), fix]);
    if (!applied.includes(fix)) continue;
    const broken = changes.find((change) => {
      const { path } = change;
      if (!fix.changes.some((own) => own.path === path)) return false;
      const before = analysis.project.file(path);
      const errors = before === undefined ? 0 : analyser.syntaxErrors(before);
      return analyser.syntaxErrors({ path, text: textAfter(change, analysis) }) > errors;
    });
    if (broken === undefined) taken.push(candidate);
    else problems.add(`${broken.path}: "${fix.title}" does not fit here, left as it is`);
  }
  return taken;
}

/** New lines end as those of the file do. */
function textAfter(change: FileChange, { project }: Analysis): string {
  if ('create' in change) return change.create;
  const text = project.file(change.path)?.text ?? '';
  const crlf = lineBreakOf(text) === '\r\n';
  const edits = crlf
    ? change.edits.map(({ range, newText }) => ({ range, newText: newText.replace(/\r?\n/g, '\r\n') }))
    : change.edits;
  return applyEdits(text, edits);
}
