import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { ClientFileSystem, toBytes } from '../lsp/client-file-system.js';
import { folderReader } from '../lsp/folder-reader.js';
import { protocol } from '../lsp/protocol.js';
import { startServer } from '../lsp/server.js';
import { TreeSitterHost } from '../syntax/tree-sitter-host.js';
import { version } from '../version.js';

/** The language server as a web worker: no disk, no network; files and grammars come from the client as bytes. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
const bytes = async (name: string): Promise<Uint8Array> =>
  toBytes(await connection.sendRequest(protocol.grammar, { name }));

startServer(connection, {
  version,
  host: new TreeSitterHost({
    runtime: () => bytes('web-tree-sitter.wasm'),
    grammar: (language) => bytes(`tree-sitter-${language}.wasm`),
  }),
  reader: folderReader((root) => new ClientFileSystem(connection, root)),
});
