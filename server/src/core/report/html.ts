import { type Finding, severities } from '../finding.js';
import { escapeXml, visible, withoutMarkdown } from './plain-text.js';
import { countBySeverity, describeCounts, groupBy, plural, type Report } from './report.js';
import { SourceView } from './source-view.js';

/**
 * One page that needs nothing else: no scripts, no requests, readable without color, with landmarks and headings for screen readers.
 */
export function htmlReport(report: Report): string {
  const view = new SourceView(report);
  const files = [...groupBy(report.findings, ({ location }) => location.path)];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Sallyport report: ${escapeXml(describeCounts(report.findings))}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Sallyport report</h1>
<p>${escapeXml(`${plural(report.fileCount, 'file')} scanned: ${describeCounts(report.findings)}.`)}</p>
${summaryTable(report)}
</header>
${
  files.length === 0
    ? ''
    : `<nav aria-label="Files">
<h2>Files</h2>
<ul>
${files.map(([path, findings], i) => `<li><a href="#file-${i + 1}">${text(path)}</a> (${escapeXml(describeCounts(findings))})</li>`).join('\n')}
</ul>
</nav>`
}
<main>
${files.map(([path, findings], i) => fileSection(path, findings, i + 1, report, view)).join('\n')}
${notes(report, view)}
</main>
</body>
</html>
`;
}

const text = (value: string): string => escapeXml(visible(value));

function summaryTable({ findings, suppressed, baselined }: Report): string {
  const counts = countBySeverity(findings);
  const rows = [
    ...severities.map((severity) => [severity, counts[severity]] as const),
    ['suppressed', suppressed.length] as const,
    ['in the baseline', baselined.length] as const,
  ];
  return `<table>
<caption>Findings by severity</caption>
<thead><tr><th scope="col">Severity</th><th scope="col">Count</th></tr></thead>
<tbody>
${rows.map(([name, count]) => `<tr><th scope="row">${name}</th><td>${count}</td></tr>`).join('\n')}
</tbody>
</table>`;
}

const fileSection = (
  path: string,
  findings: readonly Finding[],
  number: number,
  report: Report,
  view: SourceView,
): string => `<section aria-labelledby="file-${number}">
<h2 id="file-${number}">${text(path)}</h2>
${findings.map((finding) => article(finding, report, view)).join('\n')}
</section>`;

function article(finding: Finding, report: Report, view: SourceView): string {
  const rule = report.rules.get(finding.ruleId);
  const { startLine, startColumn } = view.span(finding.location);
  const fixes = report.fixes(finding);
  const steps = finding.path.map(
    ({ location, message }) =>
      `<li><code>${text(`${location.path}:${view.span(location).startLine + 1}`)}</code> ${text(view.mask(message))}</li>`,
  );
  return `<article class="${finding.severity}">
<h3><span class="severity">${finding.severity}</span> ${text(view.mask(finding.message))}</h3>
<p><code>${escapeXml(finding.ruleId)}</code> at line ${startLine + 1}, column ${startColumn + 1}</p>
<pre><code>${startLine + 1} | ${text(view.line(finding.location.path, startLine).slice(0, maxLine))}</code></pre>
${steps.length === 0 ? '' : `<h4>Path</h4>\n<ol>\n${steps.join('\n')}\n</ol>`}
${rule === undefined ? '' : `<h4>Why it matters</h4>\n<p>${escapeXml(withoutMarkdown(rule.why))}</p>\n<h4>What to do</h4>\n<p>${escapeXml(withoutMarkdown(rule.remedy))}</p>`}
${fixes.length === 0 ? '' : `<h4>Fixes</h4>\n<ul>\n${fixes.map(({ title, safety }) => `<li>${text(title)} (${safety})</li>`).join('\n')}\n</ul>`}
</article>`;
}

/** Columns of a source line that are shown. */
const maxLine = 300;

function notes(report: Report, view: SourceView): string {
  if (report.notes.length === 0) return '';
  const items = report.notes.map(
    ({ path, message }) =>
      `<li>${path === '' ? '' : `<code>${text(path)}</code>: `}${text(view.mask(message))}</li>`,
  );
  return `<section aria-labelledby="notes">\n<h2 id="notes">Notes</h2>\n<ul>\n${items.join('\n')}\n</ul>\n</section>`;
}

const style = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: bold; }
th, td { text-align: left; padding: .2rem 1rem .2rem 0; }
article { border-left: .4rem solid; padding: .1rem 1rem; margin: 1.5rem 0; }
article.error { border-color: #c4314b; }
article.warning { border-color: #b8860b; }
article.info, article.hint { border-color: #4a7ebb; }
.severity { text-transform: uppercase; font-size: .8em; border: 1px solid; border-radius: .3rem; padding: 0 .4rem; }
pre { overflow-x: auto; padding: .5rem; border: 1px solid; border-radius: .3rem; }
a:focus-visible { outline: .2rem solid; }
`;
