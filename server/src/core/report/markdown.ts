import { atLeast, type Finding, type Severity, severities } from '../finding.js';
import type { FileChange, Fix } from '../fixes/fix.js';
import { diffLines } from './diff.js';
import { firstSentence, visible } from './plain-text.js';
import { describeCounts, groupBy, plural, type Report } from './report.js';
import { SourceView } from './source-view.js';

/** Findings that are shown in full: a review comment has a size limit, and a reader has less patience than that. */
const shownInFull = 25;
/** Further findings of one rule that are shown by their place alone. */
const shownByName = 20;
/** Longer suggestions are left to the editor, in lines. */
const maxDiffLines = 40;

/** A comment for a review: what matters, by risk, with suggested edits; the rest in one line. */
export function markdownReport(report: Report): string {
  const view = new SourceView(report);
  const matters = report.findings.filter(({ severity }) => atLeast(severity, 'warning'));
  const rest = report.findings.length - matters.length;
  const lines = [`## Sallyport: ${describeCounts(report.findings)}`, ''];
  if (report.findings.length === 0)
    lines.push(`Nothing to report in ${plural(report.fileCount, 'file')}.`, '');
  let left = shownInFull;
  for (const severity of severities) {
    const findings = matters.filter((finding) => finding.severity === severity);
    for (const [ruleId, same] of groupBy(findings, (finding) => finding.ruleId)) {
      lines.push(...heading(ruleId, severity, same.length, report));
      for (const finding of same.slice(0, left)) lines.push(...describe(finding, report, view), '');
      const listed = same.slice(left, left + shownByName);
      lines.push(...listed.map((finding) => `- ${place(finding, view)}`));
      if (same.length > left + listed.length) lines.push(`- and ${same.length - left - listed.length} more`);
      if (same.length > left) lines.push('');
      left = Math.max(0, left - same.length);
    }
  }
  if (rest > 0) lines.push(...others(report, view));
  if (report.notes.length > 0)
    lines.push(
      `_${plural(report.notes.length, 'file or setting')} could not be read in full; \`sallyport scan\` says which._`,
      '',
    );
  return `${lines.join('\n').trimEnd()}\n`;
}

function heading(ruleId: string, severity: Severity, count: number, report: Report): string[] {
  const rule = report.rules.get(ruleId);
  const title = `### ${severity === 'error' ? 'Error' : 'Warning'}: \`${ruleId}\`${count > 1 ? ` (${count})` : ''}`;
  return rule === undefined
    ? [title, '']
    : [
        title,
        '',
        `${escapeMarkdown(rule.summary)} **What to do:** ${escapeMarkdown(firstSentence(rule.remedy))}`,
        '',
      ];
}

function describe(finding: Finding, report: Report, view: SourceView): string[] {
  const fix = report.fixes(finding).find(({ preferred }) => preferred) ?? report.fixes(finding)[0];
  const steps = finding.path.map(
    ({ location, message }, i) =>
      `  ${i + 1}. ${code(`${visible(location.path)}:${view.span(location).startLine + 1}`)} ${escapeMarkdown(visible(view.mask(message)))}`,
  );
  return [
    `- ${place(finding, view)}: ${escapeMarkdown(visible(view.mask(finding.message)))}`,
    ...(steps.length === 0 ? [] : ['', ...steps]),
    ...(fix === undefined ? [] : suggestion(fix, view)),
  ];
}

function suggestion(fix: Fix, view: SourceView): string[] {
  const diffs = fix.changes.flatMap((change) => diffOf(change, view));
  const kind = { safe: 'safe', unsafe: 'changes behavior', manual: 'one of several choices' }[fix.safety];
  const title = `**Suggested edit:** ${escapeMarkdown(fix.title)} (${kind})`;
  if (diffs.length === 0 || diffs.length > maxDiffLines) return ['', `  ${title}`];
  const fence = fenceFor(diffs.join('\n'));
  return ['', `  ${title}`, '', `  ${fence}diff`, ...diffs.map((line) => `  ${line}`), `  ${fence}`];
}

function diffOf(change: FileChange, view: SourceView): string[] {
  if ('create' in change)
    return [
      `+++ ${visible(change.path)} (new file, ${plural(change.create.split('\n').length - 1, 'line')})`,
    ];
  return [
    `--- ${visible(change.path)}`,
    ...diffLines(change.path, change.edits, view).map((line) => visible(line.replace(/[\r\n]/g, ''))),
  ];
}

function others(report: Report, view: SourceView): string[] {
  const minor = report.findings.filter(({ severity }) => !atLeast(severity, 'warning'));
  const rows = [...groupBy(minor, ({ ruleId }) => ruleId)].map(
    ([ruleId, same]) =>
      `- \`${ruleId}\` (${same.length}): ${same
        .slice(0, 5)
        .map((finding) => place(finding, view))
        .join(', ')}${same.length > 5 ? ', ...' : ''}`,
  );
  return [
    '<details>',
    `<summary>${plural(minor.length, 'note')} on good practice</summary>`,
    '',
    ...rows,
    '',
    '</details>',
    '',
  ];
}

const place = ({ location }: Finding, view: SourceView): string =>
  code(`${visible(location.path)}:${view.span(location).startLine + 1}`);

/** A code span, whatever its text holds. */
function code(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  return text.startsWith('`') || text.endsWith('`') ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

const fenceFor = (text: string): string => '`'.repeat(Math.max(3, longestRun(text) + 1));

const longestRun = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));

/** Text that says what it says: no markup, no HTML, nobody is mentioned. */
const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\*_[\]|]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/@/g, '&#64;');
