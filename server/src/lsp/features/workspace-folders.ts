import type { WorkspaceFolder } from 'vscode-languageserver';
import type { Feature, Server } from '../server.js';

/** Opens a session per workspace folder and follows folders that come and go. */
export function registerFolders(
  { connection, documents, sessions, capabilities, changed }: Server,
  folders: readonly WorkspaceFolder[],
): Feature {
  const add = ({ uri }: WorkspaceFolder): void => {
    const session = sessions.addFolder(uri);
    session.ready.then(changed, (error: unknown) => {
      connection.console.error(
        `cannot read the folder ${uri}: ${error instanceof Error ? error.message : String(error)}`,
      );
      changed();
    });
  };
  const follow = (): void => {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) {
        for (const path of sessions.removeFolder(uri)?.openPaths ?? []) {
          void connection.sendDiagnostics({ uri: `${uri}/${path}`, diagnostics: [] });
        }
      }
      for (const folder of added) add(folder);
      // Documents of a removed folder live on in a session of their own, those of an added one move into it.
      for (const document of documents.all()) {
        const { session, path } = sessions.of(document.uri);
        void session.update(path, document.getText()).then(changed);
      }
      changed();
    });
  };
  return {
    initialized: () => {
      for (const folder of folders) add(folder);
      if (capabilities.workspace?.workspaceFolders === true) follow();
    },
  };
}
