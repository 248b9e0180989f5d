import {
  type ClientCapabilities,
  type Connection,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActionOptions, registerCodeActions } from './features/code-action.js';
import { registerCompletion } from './features/completion.js';
import { diagnosticOptions, registerDiagnostics } from './features/diagnostics.js';
import { registerHover } from './features/hover.js';
import { registerInventory } from './features/inventory.js';
import { registerSettings } from './features/settings.js';
import { registerStatus } from './features/status.js';
import { registerWatchedFiles } from './features/watched-files.js';
import { registerFolders } from './features/workspace-folders.js';
import type { Runtime } from './runtime.js';
import { Sessions } from './session.js';
import { readSettings } from './settings.js';
import { lastSegment } from './uri.js';

/** What a feature wants to hear of. */
export interface Feature {
  /** The client is ready for requests of the server. */
  readonly initialized?: () => void;
  /** Findings may have changed. */
  readonly changed?: () => void;
}

/** Everything a feature needs. Made once `initialize` has told what the client can do. */
export interface Server {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly sessions: Sessions;
  readonly capabilities: ClientCapabilities;
  /** What the client passed as `initializationOptions`. */
  readonly client: ClientOptions;
  /** Something changed: diagnostics are due, now or when the client asks. */
  readonly changed: () => void;
}

export interface ClientOptions {
  /** Scheme under which the client shows a rule's page (`sallyport-rule`), if it can. */
  readonly ruleScheme?: string;
}

/** Serves one client over any transport. Does not throw; a request that fails is answered with an error by the library. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments(TextDocument);
  let features: readonly Feature[] = [];

  connection.onInitialize((params): InitializeResult => {
    const options = asRecord(params.initializationOptions);
    const sessions = new Sessions(runtime, readSettings(options.settings));
    const ruleScheme = options.ruleScheme;
    const server: Server = {
      connection,
      documents,
      sessions,
      capabilities: params.capabilities,
      client: typeof ruleScheme === 'string' ? { ruleScheme } : {},
      changed: () => {
        for (const feature of features) feature.changed?.();
      },
    };
    const folders =
      params.workspaceFolders ??
      (params.rootUri ? [{ uri: params.rootUri, name: lastSegment(params.rootUri) }] : []);
    features = [
      registerDiagnostics(server),
      registerStatus(server),
      registerSettings(server),
      registerFolders(server, folders),
      registerWatchedFiles(server),
    ];
    registerCodeActions(server);
    registerHover(server);
    registerCompletion(server);
    registerInventory(server);
    registerDocuments(server);
    return {
      serverInfo: { name: 'sallyport', version: runtime.version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
        codeActionProvider: codeActionOptions,
        hoverProvider: true,
        completionProvider: { triggerCharacters: ['"', "'", '('] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...diagnosticOptions(params.capabilities),
      },
    };
  });

  connection.onInitialized(() => {
    for (const feature of features) feature.initialized?.();
  });
  documents.listen(connection);
  connection.listen();
}

/** Feeds open documents to their sessions. */
function registerDocuments({ documents, sessions, changed }: Server): void {
  documents.onDidChangeContent(({ document }) => {
    const { session, path } = sessions.of(document.uri);
    void session.update(path, document.getText()).then(changed);
  });
  documents.onDidClose(({ document }) => {
    const { session, path } = sessions.of(document.uri);
    void session.close(path).then(changed);
  });
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
