import type { Analysis } from '../../server/src/core/analysis.js';
import { Engine } from '../../server/src/core/engine.js';
import type { Finding } from '../../server/src/core/finding.js';
import type { FileChange, Fix } from '../../server/src/core/fixes/fix.js';
import type { Host } from '../../server/src/core/host.js';
import { languageOf } from '../../server/src/core/languages/language.js';
import { defaultPolicy } from '../../server/src/core/policy/policy.js';
import { NodeFlag } from '../../server/src/core/syntax-tree.js';
import { applyEdits } from '../../server/src/core/text/edits.js';

/** The files of a project after a fix. */
export function applyFix(
  files: Readonly<Record<string, string>>,
  fix: Pick<Fix, 'changes'>,
): Record<string, string> {
  const after = { ...files };
  for (const change of fix.changes) after[change.path] = changed(files, change);
  return after;
}

function changed(files: Readonly<Record<string, string>>, change: FileChange): string {
  if ('create' in change) {
    if (files[change.path] !== undefined) throw new Error(`${change.path} would be overwritten`);
    return change.create;
  }
  const before = files[change.path];
  if (before === undefined) throw new Error(`${change.path} does not exist`);
  return applyEdits(before, change.edits);
}

export type Files = Readonly<Record<string, string>>;

/** Compiling the models takes longer than analysing a case, so that all cases share an engine. */
const engines = new WeakMap<Host, { readonly engine: Engine; readonly paths: Set<string> }>();

function analyse(host: Host, files: Files): Analysis {
  const known = engines.get(host);
  const { engine, paths } = known ?? {
    engine: new Engine({ host, policyFor: () => ({ ...defaultPolicy, persona: 'audit' }) }),
    paths: new Set<string>(),
  };
  if (known === undefined) engines.set(host, { engine, paths });
  for (const path of paths) if (files[path] === undefined) engine.delete(path);
  paths.clear();
  for (const [path, text] of Object.entries(files)) {
    engine.set({ path, text });
    paths.add(path);
  }
  return engine.analyse();
}

/** The files of a case and what is found in them. */
export class Bench {
  readonly host: Host;
  readonly files: Files;
  readonly analysis: Analysis;
  /** Computed at once, as the engine goes on to other files. */
  readonly #fixes: ReadonlyMap<Finding, readonly Fix[]>;

  constructor(host: Host, files: Files) {
    this.host = host;
    this.files = files;
    this.analysis = analyse(host, files);
    this.#fixes = new Map(this.analysis.findings.map((finding) => [finding, this.analysis.fixes(finding)]));
  }

  fixes(finding: Finding): readonly Fix[] {
    return this.#fixes.get(finding) ?? [];
  }
}

/** What is wrong with a fix, in words; nothing when it keeps its promises. */
export function problemsOf(bench: Bench, finding: Finding | undefined, fix: Fix): string[] {
  const { host, files, analysis: before } = bench;
  const problems: string[] = [];
  const after = applyFix(files, fix);
  for (const [path, text] of Object.entries(after)) {
    if (text !== files[path] && errorsIn(host, path, text) > errorsIn(host, path, files[path] ?? '')) {
      problems.push(`${path} no longer parses`);
    }
  }
  const now = analyse(host, after);
  const left = (one: Finding): number => count(now, one) - count(before, one);
  if (finding !== undefined && left(finding) >= 0) problems.push('the finding is still there');
  for (const other of now.findings) {
    if (left(other) > 0 && !isAfterthought(other))
      problems.push(`new: ${other.ruleId} in ${other.location.path}: ${other.message}`);
  }
  if (fix.title.length > 70) problems.push(`the title is too long: ${fix.title}`);
  return [...new Set(problems)];
}

/** What a fix may bring about: a comment that is of no use any more, and practice rules that only auditors see. */
const isAfterthought = ({ ruleId, persona }: Finding): boolean =>
  ruleId === 'suppression-stale' || persona === 'audit';

/** Findings of the same rule in the same file. Messages may change with what stands around. */
const count = ({ findings }: Analysis, { ruleId, location }: Finding): number =>
  findings.filter((one) => one.ruleId === ruleId && one.location.path === location.path).length;

function errorsIn(host: Host, path: string, text: string): number {
  const language = languageOf(path);
  const tree = language === undefined ? undefined : host.parse(language, text, path);
  return tree === undefined
    ? 0
    : tree.flags.filter((flags) => (flags & (NodeFlag.error | NodeFlag.missing)) !== 0).length;
}
