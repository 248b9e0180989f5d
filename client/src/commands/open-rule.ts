import * as vscode from 'vscode';
import { RulePages } from '../rule-pages.js';

/** Opens the page of a rule; asks for its name when none is given. */
export async function openRule(ruleId: unknown): Promise<void> {
  const chosen =
    typeof ruleId === 'string'
      ? ruleId
      : await vscode.window.showInputBox({ prompt: vscode.l10n.t('Name of the rule') });
  if (chosen === undefined || chosen === '') return;
  const uri = vscode.Uri.from({ scheme: RulePages.scheme, path: `/${chosen}.md` });
  await vscode.commands.executeCommand('markdown.showPreview', uri);
}
