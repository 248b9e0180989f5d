import {
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  CreateFile,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Finding, Severity } from '../core/finding.js';
import type { FileChange } from '../core/fixes/fix.js';
import type { LineIndex } from '../core/text/line-index.js';
import type { TextRange } from '../core/text/range.js';
import type { Session } from './session.js';

export const SOURCE = 'sallyport';

/** What a diagnostic carries so that an action can find its finding again. */
export interface DiagnosticData {
  readonly fingerprint: string;
}

const severityCodes: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export const toRange = (lines: LineIndex, range: TextRange): Range => ({
  start: lines.positionAt(range.start),
  end: lines.positionAt(range.end),
});

export const fromRange = (lines: LineIndex, range: Range): TextRange => ({
  start: lines.offsetAt(range.start),
  end: lines.offsetAt(range.end),
});

export function toDiagnostic(
  finding: Finding,
  session: Session,
  ruleUri: ((ruleId: string) => string) | undefined,
): Diagnostic {
  const data: DiagnosticData = { fingerprint: finding.fingerprint };
  return {
    range: toRange(session.lines(finding.location.path), finding.location.range),
    severity: severityCodes[finding.severity],
    source: SOURCE,
    code: finding.ruleId,
    message: finding.message,
    data,
    ...(ruleUri === undefined ? {} : { codeDescription: { href: ruleUri(finding.ruleId) } }),
    ...(finding.ruleId === 'suppression-stale' ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(finding.path.length === 0
      ? {}
      : {
          relatedInformation: finding.path.map((step, i) => ({
            location: {
              uri: session.uriOf(step.location.path),
              range: toRange(session.lines(step.location.path), step.location.range),
            },
            message: `${i + 1}. ${step.message}`,
          })),
        }),
  };
}

export interface EditOptions {
  /** Version of a document as the client has it; `null` for files that are not open. */
  readonly versionOf: (uri: string) => number | null;
  /** The client can create files; one that cannot opens the new file when it is asked to insert text into it. */
  readonly createsFiles: boolean;
  /** Label under which the client asks for consent; left out for edits that need none. */
  readonly confirm?: string;
}

/** One workspace edit for all changes of a fix: one step to undo. */
export function toWorkspaceEdit(
  changes: readonly FileChange[],
  session: Session,
  options: EditOptions,
): WorkspaceEdit {
  const id = 'sallyport';
  const annotations: Record<string, ChangeAnnotation> =
    options.confirm === undefined ? {} : { [id]: { label: options.confirm, needsConfirmation: false } };
  const annotate = options.confirm === undefined ? {} : { annotationId: id };
  const documentChanges = changes.flatMap((change) => {
    const uri = session.uriOf(change.path);
    if ('create' in change) {
      const text: AnnotatedTextEdit | { range: Range; newText: string } = {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        newText: change.create,
        ...annotate,
      };
      return [
        ...(options.createsFiles ? [CreateFile.create(uri, { overwrite: false, ignoreIfExists: true })] : []),
        TextDocumentEdit.create({ uri, version: null }, [text]),
      ];
    }
    const lines = session.lines(change.path);
    const edits = change.edits.map((edit) => ({
      range: toRange(lines, edit.range),
      newText: edit.newText,
      ...annotate,
    }));
    return [TextDocumentEdit.create({ uri, version: options.versionOf(uri) }, edits)];
  });
  return options.confirm === undefined
    ? { documentChanges }
    : { documentChanges, changeAnnotations: annotations };
}

/** For clients without `documentChanges` (only edits of existing files can be said this way). */
export function toPlainEdit(changes: readonly FileChange[], session: Session): WorkspaceEdit {
  const edits: NonNullable<WorkspaceEdit['changes']> = {};
  for (const change of changes) {
    const uri = session.uriOf(change.path);
    if ('create' in change) {
      edits[uri] = [
        {
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
          newText: change.create,
        },
      ];
    } else {
      const lines = session.lines(change.path);
      edits[uri] = change.edits.map((edit) => ({ range: toRange(lines, edit.range), newText: edit.newText }));
    }
  }
  return { changes: edits };
}
