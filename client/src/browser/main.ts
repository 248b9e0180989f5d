import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activate as activateClient } from '../extension.js';

export { deactivate } from '../extension.js';

/**
 * Entry of the extension in a browser: the server is a web worker. It is started from a blob, since an extension that is installed
 * on a remote may not start workers from its own URIs.
 */
export const activate = (context: vscode.ExtensionContext): Promise<void> =>
  activateClient(context, async (_, options) => {
    const uri = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server-worker.js');
    const code = await vscode.workspace.fs.readFile(uri);
    const blob = URL.createObjectURL(
      new Blob([code as Uint8Array<ArrayBuffer>], { type: 'text/javascript' }),
    );
    // The blob is not revoked: the workbench loads it only after the worker has started with code of its own.
    return new LanguageClient('sallyport', 'Sallyport', new Worker(blob), options);
  });
