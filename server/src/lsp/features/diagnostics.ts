import {
  type ClientCapabilities,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { atLeast } from '../../core/finding.js';
import { hash } from '../../core/text/hash.js';
import { toDiagnostic } from '../convert.js';
import type { Feature, Server } from '../server.js';
import type { Session } from '../session.js';
import { currentSettings } from './settings.js';

/** Milliseconds of quiet before diagnostics are pushed. A client that pulls decides for itself. */
const PUSH_DELAY = 150;

const pulls = (capabilities: ClientCapabilities): boolean =>
  capabilities.textDocument?.diagnostic !== undefined;

export const diagnosticOptions = (capabilities: ClientCapabilities): Partial<ServerCapabilities> =>
  pulls(capabilities)
    ? {
        diagnosticProvider: {
          identifier: 'sallyport',
          interFileDependencies: true,
          workspaceDiagnostics: false,
        },
      }
    : {};

/**
 * Push and pull behind one interface. Open documents are pulled where the client can; everything else (clients that cannot, files that are not
 * open under the scope `workspace`) is pushed.
 */
export function registerDiagnostics(server: Server): Feature {
  const { connection, sessions, capabilities } = server;
  const pulling = pulls(capabilities);
  const published = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastOthers = '';

  if (pulling) {
    connection.languages.diagnostics.on(
      async ({ textDocument, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
        const { session, path } = sessions.of(textDocument.uri);
        await session.settled();
        if (token.isCancellationRequested) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
        const items = diagnosticsOf(server, session, path);
        const resultId = hash(JSON.stringify(items));
        return resultId === previousResultId
          ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
          : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
      },
    );
  }

  const push = async (): Promise<void> => {
    for (const session of sessions.all) {
      await session.settled();
      const { scope } = currentSettings(server);
      const wanted = new Set<string>();
      if (!pulling) for (const path of session.openPaths) wanted.add(path);
      if (scope === 'workspace') {
        for (const { location } of session.analysis().findings)
          if (!pulling || !session.isOpen(location.path)) wanted.add(location.path);
      }
      const uris = new Set<string>();
      for (const path of wanted) {
        const uri = session.uriOf(path);
        uris.add(uri);
        publish(uri, diagnosticsOf(server, session, path));
      }
      for (const uri of published.keys()) {
        if (session.pathOf(uri) !== undefined && !uris.has(uri)) publish(uri, []);
      }
    }
    if (pulling && capabilities.workspace?.diagnostics?.refreshSupport) refreshOthers();
  };

  const publish = (uri: string, diagnostics: readonly Diagnostic[]): void => {
    const digest = diagnostics.length === 0 ? '' : hash(JSON.stringify(diagnostics));
    if ((published.get(uri) ?? '') === digest) return;
    if (digest === '') published.delete(uri);
    else published.set(uri, digest);
    void connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
  };

  /** An edit in one file changes findings in others: asks the client to pull again, only when something did change. */
  const refreshOthers = (): void => {
    const state = hash(
      sessions.all
        .map((session) =>
          session
            .analysis()
            .findings.map((finding) => finding.fingerprint)
            .join(),
        )
        .join('\n'),
    );
    if (state !== lastOthers && lastOthers !== '') connection.languages.diagnostics.refresh();
    lastOthers = state;
  };

  return {
    changed: () => {
      clearTimeout(timer);
      timer = setTimeout(() => void push(), PUSH_DELAY);
    },
  };
}

function diagnosticsOf(server: Server, session: Session, path: string): Diagnostic[] {
  const { severity } = currentSettings(server);
  const scheme = server.client.ruleScheme;
  const ruleUri = scheme === undefined ? undefined : (ruleId: string) => `${scheme}:/${ruleId}.md`;
  return session
    .analysis()
    .findings.filter(
      (finding) =>
        finding.location.path === path &&
        (finding.severity === 'hint' || atLeast(finding.severity, severity)),
    )
    .map((finding) => toDiagnostic(finding, session, ruleUri));
}
