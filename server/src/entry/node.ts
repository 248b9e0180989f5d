import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { ClientFileSystem } from '../lsp/client-file-system.js';
import { folderReader } from '../lsp/folder-reader.js';
import { startServer } from '../lsp/server.js';
import { grammarsInFolder } from '../syntax/node-grammars.js';
import { TreeSitterHost } from '../syntax/tree-sitter-host.js';
import { version } from '../version.js';
import { nodeFileSystem } from '../workspace/node-file-system.js';

/** The language server in Node, over stdio or IPC as the command line says. Folders that are no files are read through the client. */
const connection = createConnection(ProposedFeatures.all);

startServer(connection, {
  version,
  host: new TreeSitterHost(grammarsInFolder(new URL('grammars/', pathToFileURL(__filename)))),
  reader: folderReader((root) =>
    root.startsWith('file:') ? nodeFileSystem(fileURLToPath(root)) : new ClientFileSystem(connection, root),
  ),
});
