import type { Note } from '../analysis.js';
import type { Finding, Location, Severity } from '../finding.js';
import { automaticFix } from '../fixes/automatic.js';
import type { Fix } from '../fixes/fix.js';
import { firstSentence, visible } from './plain-text.js';
import { describeCounts, groupBy, plural, type Report } from './report.js';
import { SourceView } from './source-view.js';

/** How the parts of a text report are marked. No meaning hangs on it: every severity is also a word. */
export interface TextStyle {
  severity(severity: Severity, text: string): string;
  heading(text: string): string;
  faint(text: string): string;
}

export const plainStyle: TextStyle = {
  severity: (_, text) => text,
  heading: (text) => text,
  faint: (text) => text,
};

/** For people: findings by file, each with its line, the way from source to sink, what to do and the fix it would get. */
export function textReport(report: Report, style: TextStyle = plainStyle): string {
  const view = new SourceView(report);
  const lines: string[] = [];
  for (const [path, findings] of groupBy(report.findings, (f) => f.location.path)) {
    lines.push(style.heading(`${visible(path)}: ${describeCounts(findings)}`), '');
    const explained = new Set<string>();
    for (const finding of findings) {
      lines.push(...describe(finding, report, view, style, !explained.has(finding.ruleId)), '');
      explained.add(finding.ruleId);
    }
  }
  lines.push(...noteLines(report.notes, view, style));
  lines.push(summary(report));
  return `${lines.join('\n')}\n`;
}

/** `explain`: also say what to do, once per rule and file. */
function describe(
  finding: Finding,
  report: Report,
  view: SourceView,
  style: TextStyle,
  explain: boolean,
): string[] {
  const rule = report.rules.get(finding.ruleId);
  const fixes = report.fixes(finding);
  return [
    `  ${where(finding.location, view)}  ${style.severity(finding.severity, finding.severity)}  ${clean(view, finding.message)}  ${style.faint(`[${finding.ruleId}]`)}`,
    ...frame(finding.location, view, style),
    ...steps(finding, view),
    ...(rule === undefined || !explain ? [] : [`    do    ${firstSentence(rule.remedy)}`]),
    ...fixes
      .slice(0, shownFixes)
      .map((fix, i) => `    ${i === 0 ? 'fix   ' : '      '}${describeFix(fix, fixes)}`),
    ...(fixes.length > shownFixes
      ? [`          and ${plural(fixes.length - shownFixes, 'more choice')}`]
      : []),
  ];
}

const shownFixes = 3;

const clean = (view: SourceView, text: string): string => visible(view.mask(text));

function where(location: Location, view: SourceView): string {
  const { startLine, startColumn } = view.span(location);
  return `${visible(location.path)}:${startLine + 1}:${startColumn + 1}`;
}

function describeFix(fix: Fix, all: readonly Fix[]): string {
  const words = { safe: 'safe', unsafe: 'changes behavior', manual: 'a choice to make in the editor' };
  const how =
    fix === automaticFix(all, false)
      ? ', applied by --fix'
      : fix === automaticFix(all, true)
        ? ', applied by --unsafe-fixes'
        : '';
  return `${visible(fix.title)} (${words[fix.safety]}${how})`;
}

/** Columns of a source line that are shown. */
const frameWidth = 100;

/** The line of the finding with the place marked below it. */
function frame(location: Location, view: SourceView, style: TextStyle): string[] {
  const { startLine, startColumn, endLine } = view.span(location);
  const { path, range } = location;
  const lineStart = range.start - startColumn;
  const before = visible(view.slice(path, { start: lineStart, end: range.start }));
  const line = visible(view.line(path, startLine));
  if (line.trim() === '') return [];
  const marked =
    startLine === endLine
      ? visible(view.slice(path, range)).length
      : Math.max(1, line.length - before.length);
  const indent = line.length - line.trimStart().length;
  const from = Math.max(Math.min(indent, before.length), before.length - frameWidth / 2);
  const shown = line.slice(from, from + frameWidth);
  const gutter = String(startLine + 1).padStart(6);
  const marks = '^'.repeat(Math.max(1, Math.min(marked, frameWidth - (before.length - from))));
  return [
    style.faint(`${gutter} | `) + shown,
    style.faint(`${' '.repeat(gutter.length)} | `) + ' '.repeat(before.length - from) + marks,
  ];
}

function steps(finding: Finding, view: SourceView): string[] {
  const places = finding.path.map((step) => {
    const { startLine } = view.span(step.location);
    return `${visible(step.location.path)}:${startLine + 1}`;
  });
  const width = Math.max(0, ...places.map((place) => place.length));
  return finding.path.map(
    (step, i) =>
      `    ${i === 0 ? 'path' : '    '}  ${i + 1}. ${(places[i] ?? '').padEnd(width)}  ${clean(view, step.message)}`,
  );
}

/** Files of one kind of note that are listed by name. */
const shownNotes = 10;

function noteLines(notes: readonly Note[], view: SourceView, style: TextStyle): string[] {
  const lines: string[] = [];
  for (const [message, same] of groupBy(notes, (note) => note.message)) {
    for (const note of same.slice(0, shownNotes)) {
      const place =
        note.range === undefined ? visible(note.path) : where({ path: note.path, range: note.range }, view);
      lines.push(`${style.faint('note')}  ${place === '' ? '' : `${place}: `}${clean(view, message)}`);
    }
    if (same.length > shownNotes)
      lines.push(
        `${style.faint('note')}  and ${plural(same.length - shownNotes, 'more file')}: ${clean(view, message)}`,
      );
  }
  return lines.length === 0 ? [] : [...lines, ''];
}

function summary(report: Report): string {
  const fixable = { safe: 0, unsafe: 0 };
  for (const finding of report.findings) {
    const fix = automaticFix(report.fixes(finding), true);
    if (fix?.safety === 'safe') fixable.safe++;
    else if (fix !== undefined) fixable.unsafe++;
  }
  const head = `${plural(report.fileCount, 'file')} scanned: ${describeCounts(report.findings)}`;
  const extras = [
    ...(report.suppressed.length > 0 ? [`${report.suppressed.length} suppressed`] : []),
    ...(report.baselined.length > 0 ? [`${report.baselined.length} in the baseline`] : []),
  ];
  const hints = [
    ...(fixable.safe > 0 ? [`${fixable.safe} fixable with --fix`] : []),
    ...(fixable.unsafe > 0 ? [`${fixable.unsafe} with --unsafe-fixes`] : []),
  ];
  return [
    `${head}${extras.length > 0 ? ` (${extras.join(', ')})` : ''}.`,
    ...(hints.length > 0 ? [`${hints.join(', ')}.`] : []),
  ].join('\n');
}
