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
    const config = surface.configs.find((candidate) => candidate.path === path);
    if (config === undefined) return [];
    const lines = session.lines(path);
    return completeAt(config, lines.offsetAt(position), project).map(({ label, detail, replace }) => ({
      label,
      detail,
      kind: CompletionItemKind.Value,
      textEdit: { range: toRange(lines, replace), newText: label },
    }));
  });
}
