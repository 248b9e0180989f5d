import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FileParams,
  grammarRequest,
  readFileRequest,
  readFolderRequest,
  statusRequest,
} from './protocol.js';

const kinds = new Map<vscode.FileType, string>([
  [vscode.FileType.File, 'file'],
  [vscode.FileType.Directory, 'folder'],
]);

/** Lets a server that has no disk (web worker, virtual workspace) read the workspace through the editor, and its own grammars. */
export function serveFiles(client: BaseLanguageClient, context: vscode.ExtensionContext): void {
  client.onRequest(readFolderRequest, async ({ uri }: FileParams) => {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri));
    return entries.map(([name, type]) => ({
      name,
      kind: (type & vscode.FileType.SymbolicLink) !== 0 ? 'link' : (kinds.get(type) ?? 'other'),
    }));
  });
  client.onRequest(readFileRequest, ({ uri }: FileParams) =>
    vscode.workspace.fs.readFile(vscode.Uri.parse(uri)),
  );
  client.onRequest(statusRequest, async ({ uri }: FileParams) => {
    const status = await vscode.workspace.fs.stat(vscode.Uri.parse(uri));
    return { kind: kinds.get(status.type & ~vscode.FileType.SymbolicLink) ?? 'other', size: status.size };
  });
  client.onRequest(grammarRequest, ({ name }: { name: string }) =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', 'grammars', name)),
  );
}
