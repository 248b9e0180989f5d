import type { Severity } from '../finding.js';
import type { Report } from './report.js';
import { SourceView } from './source-view.js';

const severityWords: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  info: 'minor',
  hint: 'info',
};

/** GitLab's Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export function gitlabReport(report: Report): string {
  const view = new SourceView(report);
  const issues = report.findings.map((finding) => {
    const { startLine, endLine } = view.span(finding.location);
    return {
      description: view.mask(finding.message),
      check_name: finding.ruleId,
      fingerprint: finding.fingerprint,
      severity: severityWords[finding.severity],
      location: {
        path: finding.location.path,
        lines: { begin: startLine + 1, end: endLine + 1 },
      },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
