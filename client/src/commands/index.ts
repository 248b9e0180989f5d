import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { AgentTree } from '../views/agent-tree.js';
import { openRule } from './open-rule.js';
import { showWorkspaceFindings } from './show-workspace-findings.js';

export interface Running {
  readonly client: BaseLanguageClient;
  readonly log: vscode.LogOutputChannel;
  readonly tree: AgentTree;
}

/** One line per command; each has its file unless it is a single call. */
export function registerCommands(context: vscode.ExtensionContext, running: Running): void {
  const commands: Record<string, (...args: readonly unknown[]) => unknown> = {
    'sallyport.showLog': () => running.log.show(),
    'sallyport.restart': async () => {
      await running.client.stop();
      await running.client.start();
    },
    'sallyport.openRule': (ruleId) => openRule(ruleId),
    'sallyport.showWorkspaceFindings': () => showWorkspaceFindings(running.client),
    'sallyport.refreshAgents': () => running.tree.refresh(),
  };
  for (const [name, run] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(name, run));
  }
}
