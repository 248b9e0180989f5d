import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { atLeast, type Finding, type Persona, personas, severities } from '../../core/finding.js';
import { formatNames, formats } from '../../core/report/formats.js';
import type { Report } from '../../core/report/report.js';
import { textReport } from '../../core/report/text.js';
import { rules } from '../../core/rules/index.js';
import { nodeFileSystem } from '../../workspace/node-file-system.js';
import { readWorkspace } from '../../workspace/workspace.js';
import { openAnalyser } from '../analyser.js';
import { type Command, choice, text } from '../command.js';
import { exit, type Io } from '../io.js';
import { progressBar } from '../progress.js';
import { scopeOf } from '../roots.js';
import { styleFor } from '../style.js';

export const scan: Command = {
  name: 'scan',
  usage: 'scan [PATH...]',
  summary: 'Looks for risks and reports them.',
  options: {
    format: { value: 'FORMAT', help: `${formatNames.join(', ')} (default: text)` },
    output: { value: 'FILE', help: 'write the report to a file instead of standard output' },
    root: { value: 'DIR', help: 'folder that paths in the report are relative to' },
    severity: { value: 'LEVEL', help: 'lowest level that is reported (default: info)' },
    'fail-on': { value: 'LEVEL', help: 'lowest level that makes the exit code 1 (default: warning)' },
    persona: { value: 'NAME', help: 'regular, strict or audit; overrides the policy file' },
    'no-cache': { help: 'do not use the cache of earlier runs' },
  },
  async run(args, io) {
    const format = choice(args, 'format', formatNames, 'text');
    const severity = choice(args, 'severity', severities, 'info');
    const failOn = choice(args, 'fail-on', severities, 'warning');
    const persona: Persona | undefined =
      args.values['persona'] === undefined ? undefined : choice(args, 'persona', personas, 'regular');
    const output = text(args, 'output');
    const scope = await scopeOf(io.cwd, args.positionals, text(args, 'root'));
    const progress = progressBar(io);

    const fs = nodeFileSystem(scope.root);
    const ruleIds = rules.map(({ id }) => id);
    const workspace = await readWorkspace(fs, scope.paths, ruleIds, (done, total) =>
      progress.show('reading', done, total),
    );
    progress.show('analyzing');
    const analyser = await openAnalyser([...workspace.files, ...workspace.context], {
      grammars: io.grammars,
      policies: workspace.policies,
      persona,
    });
    const analysis = analyser.analyse();
    const analysed = new Set(workspace.files.map(({ path }) => path));
    const isReported = (finding: Finding): boolean =>
      analysed.has(finding.location.path) && atLeast(finding.severity, severity);
    const report: Report = {
      version: io.version,
      rootUri: `${pathToFileURL(scope.root).href.replace(/\/$/, '')}/`,
      findings: analysis.findings.filter(isReported),
      suppressed: analysis.suppressed.filter(({ finding }) => isReported(finding)),
      baselined: [],
      notes: [...workspace.notes, ...analysis.notes],
      fileCount: workspace.files.length,
      rules: new Map(rules.map((rule) => [rule.id, rule])),
      project: analysis.project,
      surface: analysis.surface,
      fixes: (finding) => analysis.fixes(finding),
    };
    const written =
      format === 'text'
        ? textReport(report, styleFor(io.color && output === undefined))
        : formats[format](report);
    progress.clear();
    if (output === undefined) io.out(written);
    else await writeFile(resolve(io.cwd, output), written);
    for (const path of workspace.missing)
      io.err(`sallyport: ${scope.asWritten.get(path) ?? path}: no such file or folder\n`);
    return exitCode(report.findings, workspace.missing, failOn, io);
  },
};

function exitCode(
  findings: readonly Finding[],
  missing: readonly string[],
  failOn: Finding['severity'],
  _io: Io,
): number {
  if (missing.length > 0) return exit.trouble;
  return findings.some((finding) => atLeast(finding.severity, failOn)) ? exit.findings : exit.clean;
}
