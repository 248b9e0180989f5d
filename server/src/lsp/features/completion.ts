import { CompletionItemKind } from 'vscode-languageserver';
import { completeAt } from '../../core/permissions/complete.js';
import { toRange } from '../convert.js';
import type { Server } from '../server.js';

/** Safe values and tool names inside agent configs. */
export function registerCompletion({ connection, sessions }: Server): void {
  connection.onCompletion(async ({ textDocument, position }, token) => {
    const { session, path } = sessions.of(textDocument.uri);
    await session.settled();
    if (token.isCancellationRequested) return [];
    const { surface, project } = session.analysis();
    const lines = session.lines(path);
    const offset = lines.offsetAt(position);
    return surface.configs
      .filter((config) => config.path === path)
      .flatMap((config) => completeAt(config, offset, project))
      .map(({ label, detail, replace }) => ({
        label,
        detail,
        kind: CompletionItemKind.Value,
        textEdit: { range: toRange(lines, replace), newText: label },
      }));
  });
}
