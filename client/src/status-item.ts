import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Status, statusNotification } from './protocol.js';

/** Entry in the language status menu: how many findings, and that nothing left the machine. */
export class StatusItem implements vscode.Disposable {
  readonly #item: vscode.LanguageStatusItem;

  constructor(selector: vscode.DocumentSelector) {
    this.#item = vscode.languages.createLanguageStatusItem('sallyport', selector);
    this.#item.name = 'Sallyport';
    this.#item.text = 'Sallyport';
    this.#item.busy = true;
    this.#item.command = { command: 'sallyport.showLog', title: vscode.l10n.t('Show log') };
  }

  follow(client: BaseLanguageClient): void {
    client.onNotification(statusNotification, (status: Status) => {
      this.#item.busy = status.state === 'loading';
      this.#item.text =
        status.findings === 1
          ? vscode.l10n.t('Sallyport: 1 finding')
          : vscode.l10n.t('Sallyport: {0} findings', status.findings);
      this.#item.detail = vscode.l10n.t('{0} files, checked locally in {1} ms', status.files, status.elapsed);
    });
  }

  failed(): void {
    this.#item.busy = false;
    this.#item.severity = vscode.LanguageStatusSeverity.Error;
    this.#item.text = vscode.l10n.t('Sallyport could not start');
  }

  dispose(): void {
    this.#item.dispose();
  }
}
