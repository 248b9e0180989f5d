import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activate as activateClient } from '../extension.js';

export { deactivate } from '../extension.js';

/** An analysis makes many short-lived objects: with room for them (in MB), a sixth of its time is not spent on collecting them. */
const youngGeneration = '--max-semi-space-size=64';

/** Entry of the extension in Node: the server is a process of its own, spoken to over IPC. It is the command line's own program. */
export const activate = (context: vscode.ExtensionContext): Promise<void> =>
  activateClient(context, async (_, options) => {
    const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'cli.js').fsPath;
    return new LanguageClient(
      'sallyport',
      'Sallyport',
      { module, args: ['lsp'], transport: TransportKind.ipc, options: { execArgv: [youngGeneration] } },
      options,
    );
  });
