import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { applyEdits } from '../../server/src/core/text/edits.js';
import { LineIndex } from '../../server/src/core/text/line-index.js';
import { folderReader } from '../../server/src/lsp/folder-reader.js';
import { startServer } from '../../server/src/lsp/server.js';
import { nodeFileSystem } from '../../server/src/workspace/node-file-system.js';
import { testHost } from '../support/host.js';

/** What a current editor can do. */
export const modern: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {}, resourceOperations: ['create'] },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: {},
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } },
      resolveSupport: { properties: ['edit'] },
    },
  },
};

/** Neovim 0.7, eglot 1.9 and their like: diagnostics are pushed, edits come with the action. */
export const plain: ClientCapabilities = {};

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** More workspace folders, by name, with their files. */
  readonly folders?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A client of the server over streams, with files on disk. Close it with `dispose`. */
export class TestClient {
  readonly connection: ProtocolConnection;
  readonly root: string;
  readonly initialized: InitializeResult;
  settings: Readonly<Record<string, unknown>>;
  readonly #home: string;
  readonly #pushed = new Map<string, readonly Diagnostic[]>();
  readonly #versions = new Map<string, number>();
  readonly #texts = new Map<string, string>();
  refreshes = 0;
  /** Everything that the server ever sent, as it went over the wire. */
  readonly traffic: string[] = [];

  private constructor(
    connection: ProtocolConnection,
    home: string,
    initialized: InitializeResult,
    settings: TestClient['settings'],
  ) {
    this.connection = connection;
    this.#home = home;
    this.root = join(home, 'main');
    this.initialized = initialized;
    this.settings = settings;
  }

  static async start(
    files: Readonly<Record<string, string>>,
    options: ClientOptions = {},
  ): Promise<TestClient> {
    const home = mkdtempSync(join(tmpdir(), 'sallyport-lsp-'));
    const folders = { main: files, ...options.folders };
    for (const [folder, content] of Object.entries(folders)) {
      mkdirSync(join(home, folder));
      for (const [path, text] of Object.entries(content)) write(join(home, folder, path), text);
    }
    const up = new PassThrough();
    const down = new PassThrough();
    startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
      version: 'test',
      host: await testHost(),
      reader: folderReader((root) => nodeFileSystem(fileURLToPath(root))),
    });
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const handlers = new Handlers(connection);
    connection.listen();
    const initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: pathToFileURL(join(home, 'main')).href,
      capabilities: options.capabilities ?? modern,
      workspaceFolders: Object.keys(folders).map((name) => ({
        name,
        uri: pathToFileURL(join(home, name)).href,
      })),
      initializationOptions: { settings: options.settings ?? {} },
    });
    const client = new TestClient(connection, home, initialized, options.settings ?? {});
    down.on('data', (chunk: Buffer) => client.traffic.push(chunk.toString()));
    handlers.serve(client);
    await connection.sendNotification('initialized', {});
    return client;
  }

  uri(path: string): string {
    return pathToFileURL(join(this.#home, path.startsWith('../') ? path.slice(3) : `main/${path}`)).href;
  }

  async open(path: string, languageId: string, text: string): Promise<void> {
    this.#texts.set(path, text);
    this.#versions.set(path, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri(path), languageId, version: 1, text },
    });
  }

  /** Replaces `search` by `text` with an incremental change. */
  async change(path: string, search: string, text: string): Promise<void> {
    const before = this.text(path);
    const start = before.indexOf(search);
    if (start === -1) throw new Error(`${JSON.stringify(search)} is not in ${path}`);
    const range = toRange(before, start, start + search.length);
    this.#texts.set(path, before.slice(0, start) + text + before.slice(start + search.length));
    const version = (this.#versions.get(path) ?? 0) + 1;
    this.#versions.set(path, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version },
      contentChanges: [{ range, text }],
    });
  }

  text(path: string): string {
    return this.#texts.get(path) ?? '';
  }

  rangeOf(path: string, search: string): Range {
    const start = this.text(path).indexOf(search);
    return toRange(this.text(path), start, start + search.length);
  }

  async pull(path: string): Promise<readonly Diagnostic[]> {
    const report = await this.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: this.uri(path) },
    });
    return report.kind === 'full' ? report.items : [];
  }

  /** Waits until what the server pushed for a file satisfies `test`. */
  async pushed(
    path: string,
    test: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    for (let i = 0; i < 200; i++) {
      const now = this.#pushed.get(this.uri(path));
      if (now !== undefined && test(now)) return now;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`not pushed for ${path}; last: ${JSON.stringify(this.#pushed.get(this.uri(path)))}`);
  }

  take(uri: string, diagnostics: readonly Diagnostic[]): void {
    this.#pushed.set(uri, diagnostics);
  }

  actions(path: string, range: Range, only?: string[]): Promise<readonly CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: this.uri(path) },
      range,
      context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
    });
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest('codeAction/resolve', action);
  }

  /** Applies a workspace edit as an editor would; gives the texts of all files it touches, by path. */
  async apply(edit: WorkspaceEdit): Promise<Readonly<Record<string, string>>> {
    const touched: Record<string, string> = {};
    for (const change of edit.documentChanges ?? []) {
      if (!('edits' in change)) continue;
      const path = decodeURIComponent(change.textDocument.uri.slice(this.uri('').length));
      const before = touched[path] ?? this.text(path);
      const lines = new LineIndex(before);
      touched[path] = applyEdits(
        before,
        change.edits.map((one) => ({
          range: { start: lines.offsetAt(one.range.start), end: lines.offsetAt(one.range.end) },
          newText: 'newText' in one ? one.newText : '',
        })),
      );
    }
    for (const [path, text] of Object.entries(touched)) {
      if (this.#texts.has(path)) await this.change(path, this.text(path), text);
    }
    return touched;
  }

  writeFile(path: string, text: string): Promise<void> {
    write(fileURLToPath(this.uri(path)), text);
    return this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: this.uri(path), type: 2 }],
    });
  }

  async dispose(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
    rmSync(this.#home, { recursive: true, force: true });
  }
}

/** Requests of the server; some come before `initialize` has been answered. */
class Handlers {
  #client: TestClient | undefined;

  constructor(connection: ProtocolConnection) {
    connection.onRequest('workspace/configuration', () => [this.#client?.settings ?? {}]);
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => {
      if (this.#client !== undefined) this.#client.refreshes++;
      return null;
    });
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) =>
      this.#client?.take(uri, diagnostics),
    );
    connection.onNotification('sallyport/status', () => {});
    connection.onNotification('window/logMessage', () => {});
  }

  serve(client: TestClient): void {
    this.#client = client;
  }
}

function toRange(text: string, start: number, end: number): Range {
  const lines = new LineIndex(text);
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
