import type { Finding, Location } from '../finding.js';
import type { FileChange, Fix } from '../fixes/fix.js';
import { countBySeverity, type Report } from './report.js';
import { SourceView } from './source-view.js';

/** Grows when a field is removed or changes its meaning; new fields do not count. */
const schemaVersion = 1;

/**
 * One JSON document; `schemas/report.schema.json` describes it. Lines and columns start at 1 and count UTF-16 units; offsets
 * start at 0.
 */
export function jsonReport(report: Report): string {
  const view = new SourceView(report);
  const finding = (f: Finding) => ({
    ruleId: f.ruleId,
    severity: f.severity,
    confidence: f.confidence,
    persona: f.persona,
    message: view.mask(f.message),
    location: place(view, f.location),
    path: f.path.map((step) => ({ ...place(view, step.location), message: view.mask(step.message) })),
    fingerprint: f.fingerprint,
    properties: f.properties,
  });
  const document = {
    schemaVersion,
    tool: { name: 'sallyport', version: report.version },
    summary: {
      files: report.fileCount,
      findings: report.findings.length,
      bySeverity: countBySeverity(report.findings),
      suppressed: report.suppressed.length,
      baselined: report.baselined.length,
      notes: report.notes.length,
    },
    findings: report.findings.map((f) => ({
      ...finding(f),
      fixes: report.fixes(f).map((x) => fix(view, x)),
    })),
    suppressed: report.suppressed.map(({ finding: f, reason, origin }) => ({
      ...finding(f),
      reason,
      origin,
    })),
    notes: report.notes.map(({ path, kind, message, range }) => ({
      path,
      kind,
      message: view.mask(message),
      ...(range === undefined ? {} : place(view, { path, range })),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function place(view: SourceView, location: Location) {
  const span = view.span(location);
  return {
    path: location.path,
    start: { line: span.startLine + 1, column: span.startColumn + 1, offset: location.range.start },
    end: { line: span.endLine + 1, column: span.endColumn + 1, offset: location.range.end },
  };
}

function fix(view: SourceView, { id, title, safety, preferred, changes }: Fix) {
  const readable = changes.every((change) => !holdsSecret(view, change));
  return {
    id,
    title,
    safety,
    preferred,
    /** Left out when an edit moves text that holds a secret; the editor and `--fix` still apply it. */
    ...(readable ? { changes: changes.map((change) => fileChange(view, change)) } : {}),
  };
}

const fileChange = (view: SourceView, change: FileChange) =>
  'create' in change
    ? { path: change.path, create: change.create }
    : {
        path: change.path,
        edits: change.edits.map(({ range, newText }) => ({
          ...place(view, { path: change.path, range }),
          newText,
        })),
      };

export const holdsSecret = (view: SourceView, change: FileChange): boolean =>
  'create' in change
    ? view.holdsSecret(change.create)
    : change.edits.some(({ newText }) => view.holdsSecret(newText));
