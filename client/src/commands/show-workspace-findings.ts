import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { workspaceFindingsRequest } from '../protocol.js';

interface WorkspaceFinding {
  readonly uri: string;
  readonly diagnostic: {
    readonly message: string;
    readonly code: string;
    readonly range: { readonly start: vscode.Position };
  };
}

/** A list of every finding of the workspace, whatever the scope setting publishes; choosing one goes there. */
export async function showWorkspaceFindings(client: BaseLanguageClient): Promise<void> {
  const findings = await client.sendRequest<readonly WorkspaceFinding[]>(workspaceFindingsRequest);
  if (findings.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('Sallyport found nothing in this workspace.'));
    return;
  }
  const items = findings.map(({ uri, diagnostic }) => ({
    label: diagnostic.message,
    description: diagnostic.code,
    detail: `${vscode.workspace.asRelativePath(vscode.Uri.parse(uri))}:${diagnostic.range.start.line + 1}`,
    uri,
    start: diagnostic.range.start,
  }));
  const chosen = await vscode.window.showQuickPick(items, { matchOnDescription: true, matchOnDetail: true });
  if (chosen === undefined) return;
  const position = new vscode.Position(chosen.start.line, chosen.start.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(chosen.uri), {
    selection: new vscode.Range(position, position),
  });
}
