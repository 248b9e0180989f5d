import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { Feature, Server } from '../server.js';

/** Follows changes on disk: other branches, other editors, generated files. */
export function registerWatchedFiles({ connection, sessions, capabilities, changed }: Server): Feature {
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    await Promise.all(
      changes.map(({ uri }) => {
        const { session, path } = sessions.of(uri);
        return session.refresh(path);
      }),
    );
    changed();
  });
  return {
    initialized: () => {
      if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
        void connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: '**/*' }],
        });
      }
    },
  };
}
