import * as vscode from 'vscode';

/** Shows the documentation of a rule as a read-only document: `sallyport-rule:/llm-output-to-shell.md`. */
export class RulePages implements vscode.TextDocumentContentProvider {
  static readonly scheme = 'sallyport-rule';
  readonly #folder: vscode.Uri;

  private constructor(extension: vscode.Uri) {
    this.#folder = vscode.Uri.joinPath(extension, 'docs', 'rules');
  }

  static register(context: vscode.ExtensionContext): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider(
      RulePages.scheme,
      new RulePages(context.extensionUri),
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const name = uri.path.replace(/^\/+/, '');
    if (!/^[a-z0-9-]+\.md$/.test(name)) return vscode.l10n.t('There is no such rule.');
    try {
      return new TextDecoder().decode(
        await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#folder, name)),
      );
    } catch {
      return vscode.l10n.t('There is no such rule.');
    }
  }
}
