import type { Finding, Severity } from '../finding.js';
import { describeCounts, plural, type Report } from './report.js';
import { SourceView } from './source-view.js';

const command: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions: each finding becomes an annotation at its line. */
export function githubReport(report: Report): string {
  const view = new SourceView(report);
  const lines = report.findings.map((finding) => annotation(finding, view));
  return `${[...lines, `${plural(report.fileCount, 'file')} scanned: ${describeCounts(report.findings)}.`].join('\n')}\n`;
}

function annotation(finding: Finding, view: SourceView): string {
  const { startLine, startColumn, endLine, endColumn } = view.span(finding.location);
  const properties: readonly (readonly [string, string | number])[] = [
    ['file', finding.location.path],
    ['line', startLine + 1],
    ['endLine', endLine + 1],
    // Columns mean something to GitHub only within one line.
    ...(startLine === endLine
      ? ([
          ['col', startColumn + 1],
          ['endColumn', endColumn + 1],
        ] as const)
      : []),
    ['title', finding.ruleId],
  ];
  const steps = finding.path.map(
    ({ location, message }, i) =>
      `${i + 1}. ${location.path}:${view.span(location).startLine + 1} ${message}`,
  );
  const message = view.mask([finding.message, ...steps].join('\n'));
  const list = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  return `::${command[finding.severity]} ${list}::${escapeData(message)}`;
}

const escapeData = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
