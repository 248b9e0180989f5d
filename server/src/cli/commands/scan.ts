import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Analysis, Note } from '../../core/analysis.js';
import { atLeast, type Location, severities } from '../../core/finding.js';
import { formatNames, formats } from '../../core/report/formats.js';
import { plural, type Report } from '../../core/report/report.js';
import { textReport } from '../../core/report/text.js';
import { holdsSecret } from '../../core/rules/anchor.js';
import { rules } from '../../core/rules/index.js';
import { applyFixes } from '../apply-fixes.js';
import { type Command, choice, isSet, text } from '../command.js';
import { exit, type Io, UsageError } from '../io.js';
import { type Selected, selection } from '../select.js';
import { styleFor } from '../style.js';
import { notesOf, openWorkspace, type Workspace, workspaceOptions } from '../workspace.js';

export const scan: Command = {
  name: 'scan',
  usage: 'scan [PATH...]',
  summary: 'Looks for risks in files and folders and reports them.',
  options: {
    format: { value: 'FORMAT', help: `${formatNames.join(', ')} (default: text)` },
    output: { value: 'FILE', help: 'write the report to a file instead of standard output' },
    severity: {
      value: 'LEVEL',
      help: `lowest level that is reported: ${severities.join(', ')} (default: info)`,
    },
    'fail-on': { value: 'LEVEL', help: 'lowest level that makes the exit code 1 (default: warning)' },
    'changed-since': { value: 'REF', help: 'report only what the changes since this commit touch' },
    baseline: { value: 'FILE', help: 'leave out what this file accepts (see "sallyport baseline")' },
    fix: { help: 'apply safe fixes' },
    'unsafe-fixes': { help: 'apply safe fixes and guards that change behavior' },
    ...workspaceOptions,
  },
  async run(args, io) {
    const format = choice(args, 'format', formatNames, 'text');
    const severity = choice(args, 'severity', severities, 'info');
    const failOn = choice(args, 'fail-on', severities, 'warning');
    const output = text(args, 'output');
    const withUnsafe = isSet(args, 'unsafe-fixes');
    const workspace = await openWorkspace(args, io);
    const select = await selection(
      workspace,
      { severity, changedSince: text(args, 'changed-since'), baseline: text(args, 'baseline') },
      io,
    );
    const analysis =
      withUnsafe || isSet(args, 'fix') ? await fixed(workspace, select, withUnsafe, io) : workspace.analysis;
    const selected = select(analysis);
    const report = toReport(workspace, analysis, selected, io);
    const written =
      format === 'text'
        ? textReport(report, styleFor(io.color && output === undefined))
        : formats[format](report);
    if (output === undefined) io.out(written);
    else await save(resolve(io.cwd, output), output, written);
    if (workspace.missing.length > 0) return exit.trouble;
    return report.findings.some((finding) => atLeast(finding.severity, failOn)) ? exit.findings : exit.clean;
  },
};

async function fixed(
  workspace: Workspace,
  select: (analysis: Analysis) => Selected,
  withUnsafe: boolean,
  io: Io,
): Promise<Analysis> {
  const { analysis, applied, paths, problems } = await applyFixes(
    workspace,
    (current) => select(current).findings,
    withUnsafe,
  );
  io.err(
    `sallyport: ${plural(applied, 'fix').replace('fixs', 'fixes')} applied in ${plural(paths.length, 'file')}\n`,
  );
  for (const problem of problems) io.err(`sallyport: ${problem}\n`);
  return analysis;
}

function toReport(workspace: Workspace, analysis: Analysis, selected: Selected, io: Io): Report {
  const gone: readonly Note[] =
    selected.gone.length === 0
      ? []
      : [
          {
            path: '',
            kind: 'policy',
            message: `${plural(selected.gone.length, 'finding')} of the baseline no longer there; "sallyport baseline --prune" drops them`,
          },
        ];
  return {
    version: io.version,
    rootUri: `${pathToFileURL(workspace.scope.root).href.replace(/\/$/, '')}/`,
    findings: selected.findings,
    suppressed: selected.suppressed,
    baselined: selected.baselined,
    notes: [...notesOf(workspace, analysis), ...gone],
    fileCount: workspace.files.length,
    rules: new Map(rules.map((rule) => [rule.id, rule])),
    project: analysis.project,
    surface: analysis.surface,
    hidden: secretPlaces(analysis),
    fixes: (finding) => analysis.fixes(finding),
  };
}

/** What a rule about secrets points at is not shown, reported or not; where data flows, it points at a variable. */
function secretPlaces({ findings, suppressed }: Analysis): readonly Location[] {
  const secretRules = new Set(rules.filter(holdsSecret).map(({ id }) => id));
  return [...findings, ...suppressed.map(({ finding }) => finding)]
    .filter(({ ruleId, path }) => secretRules.has(ruleId) && path.length === 0)
    .map(({ location }) => location);
}

async function save(file: string, asWritten: string, content: string): Promise<void> {
  try {
    await writeFile(file, content);
  } catch {
    throw new UsageError(`--output ${asWritten}: cannot be written`);
  }
}
