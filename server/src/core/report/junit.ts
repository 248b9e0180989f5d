import { atLeast, type Finding } from '../finding.js';
import { escapeXml } from './plain-text.js';
import { groupBy, type Report } from './report.js';
import { SourceView } from './source-view.js';

/**
 * JUnit XML, which nearly every CI system shows: a suite per file, a case per finding. Warnings and errors are failures; notes pass and
 * carry their text. A scan without findings is one case that passes.
 */
export function junitReport(report: Report): string {
  const view = new SourceView(report);
  const suites = [...groupBy(report.findings, ({ location }) => location.path)].map(([path, findings]) =>
    suite(
      path,
      findings.map((finding) => testCase(finding, view)),
      findings.filter(fails).length,
    ),
  );
  const clean = suite('sallyport', ['    <testcase classname="sallyport" name="no findings"/>'], 0);
  const failures = report.findings.filter(fails).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="sallyport" tests="${Math.max(1, report.findings.length)}" failures="${failures}" errors="0">`,
    ...(suites.length === 0 ? [clean] : suites),
    '</testsuites>',
    '',
  ].join('\n');
}

const fails = ({ severity }: Finding): boolean => atLeast(severity, 'warning');

const suite = (name: string, cases: readonly string[], failures: number): string =>
  [
    `  <testsuite name="${escapeXml(name)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0">`,
    ...cases,
    '  </testsuite>',
  ].join('\n');

function testCase(finding: Finding, view: SourceView): string {
  const { startLine, startColumn } = view.span(finding.location);
  const { path } = finding.location;
  const steps = finding.path.map(
    ({ location, message }, i) =>
      `${i + 1}. ${location.path}:${view.span(location).startLine + 1} ${message}`,
  );
  const message = escapeXml(view.mask(finding.message));
  const details = escapeXml(view.mask([`${path}:${startLine + 1}:${startColumn + 1}`, ...steps].join('\n')));
  const name = escapeXml(`${finding.ruleId} at ${startLine + 1}:${startColumn + 1}`);
  const open = `    <testcase classname="${escapeXml(path)}" name="${name}" file="${escapeXml(path)}" line="${startLine + 1}">`;
  const body = fails(finding)
    ? `      <failure message="${message}" type="${finding.severity}">${details}</failure>`
    : `      <system-out>${message}\n${details}</system-out>`;
  return [open, body, '    </testcase>'].join('\n');
}
