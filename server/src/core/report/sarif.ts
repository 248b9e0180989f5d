import type {
  ArtifactLocation,
  Log,
  Notification,
  PhysicalLocation,
  Region,
  Replacement,
  Result,
  Fix as SarifFix,
  Suppression,
} from 'sarif';
import type { Note } from '../analysis.js';
import type { Finding, Location, Severity } from '../finding.js';
import type { FileChange, Fix } from '../fixes/fix.js';
import { holdsSecret } from './json.js';
import { encodePath } from './plain-text.js';
import type { Report } from './report.js';
import { ruleTable } from './sarif-rules.js';
import { SourceView } from './source-view.js';

/** OASIS SARIF 2.1.0, as code scanning services and viewers read it. URIs are relative to the scan root. */
export function sarifReport(report: Report): string {
  const view = new SourceView(report);
  const { descriptors, indexOf } = ruleTable(report);
  const result = (finding: Finding) => toResult(finding, report, view, indexOf.get(finding.ruleId));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'sallyport',
            version: report.version,
            semanticVersion: report.version,
            rules: descriptors,
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [rootId]: { uri: report.rootUri } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.notes.map((note) => notification(note, view)),
          },
        ],
        results: [
          ...report.findings.map(result),
          ...report.suppressed.map(({ finding, reason, origin }) => ({
            ...result(finding),
            suppressions: [accepted(origin === 'comment' ? 'inSource' : 'external', reason)],
          })),
          ...report.baselined.map((finding) => ({
            ...result(finding),
            suppressions: [accepted('external', 'listed in the baseline')],
          })),
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const rootId = 'SRCROOT';

const accepted = (kind: Suppression['kind'], justification: string): Suppression => ({
  kind,
  status: 'accepted',
  justification,
});

/** SARIF has no word below "note". */
export const sarifLevel = (severity: Severity): 'error' | 'warning' | 'note' =>
  severity === 'error' || severity === 'warning' ? severity : 'note';

function toResult(finding: Finding, report: Report, view: SourceView, ruleIndex: number | undefined): Result {
  const steps = finding.path.map(({ location, message }) => ({ location, message: view.mask(message) }));
  const fixes = report
    .fixes(finding)
    .filter((fix) => fix.safety !== 'manual' && fix.changes.every((change) => !holdsSecret(view, change)));
  return {
    ruleId: finding.ruleId,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: sarifLevel(finding.severity),
    message: { text: view.mask(finding.message) },
    locations: [{ physicalLocation: physical(finding.location, view) }],
    partialFingerprints: { 'sallyport/v1': finding.fingerprint },
    ...(steps.length === 0
      ? {}
      : {
          codeFlows: [
            {
              threadFlows: [
                {
                  locations: steps.map(({ location, message }) => ({
                    location: { physicalLocation: physical(location, view), message: { text: message } },
                  })),
                },
              ],
            },
          ],
          relatedLocations: steps.map(({ location, message }, id) => ({
            id: id + 1,
            physicalLocation: physical(location, view),
            message: { text: message },
          })),
        }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => toFix(fix, view)) }),
    properties: {
      ...finding.properties,
      severity: finding.severity,
      confidence: finding.confidence,
      persona: finding.persona,
    },
  };
}

const artifact = (path: string): ArtifactLocation => ({ uri: encodePath(path), uriBaseId: rootId });

function physical(location: Location, view: SourceView): PhysicalLocation {
  const text = view.slice(location.path, location.range);
  return {
    artifactLocation: artifact(location.path),
    region: { ...region(location, view), ...(text === '' ? {} : { snippet: { text } }) },
  };
}

function region(location: Location, view: SourceView): Region {
  const span = view.span(location);
  return {
    startLine: span.startLine + 1,
    startColumn: span.startColumn + 1,
    endLine: span.endLine + 1,
    endColumn: span.endColumn + 1,
    charOffset: location.range.start,
    charLength: location.range.end - location.range.start,
  };
}

const toFix = ({ title, safety, preferred, changes }: Fix, view: SourceView): SarifFix => ({
  description: { text: safety === 'safe' ? title : `${title} (changes behavior)` },
  artifactChanges: changes.map((change) => ({
    artifactLocation: artifact(change.path),
    replacements: replacements(change, view),
  })),
  properties: { safety, preferred },
});

function replacements(change: FileChange, view: SourceView): Replacement[] {
  if ('create' in change) {
    const deletedRegion = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
    return [{ deletedRegion, insertedContent: { text: change.create } }];
  }
  return change.edits.map(({ range, newText }) => ({
    deletedRegion: region({ path: change.path, range }, view),
    ...(newText === '' ? {} : { insertedContent: { text: newText } }),
  }));
}

function notification({ path, kind, message, range }: Note, view: SourceView): Notification {
  const location: PhysicalLocation =
    range === undefined
      ? { artifactLocation: artifact(path) }
      : { artifactLocation: artifact(path), region: region({ path, range }, view) };
  return {
    descriptor: { id: kind },
    level: kind === 'internal' ? 'error' : kind === 'skipped' ? 'note' : 'warning',
    message: { text: view.mask(message) },
    ...(path === '' ? {} : { locations: [{ physicalLocation: location }] }),
  };
}
