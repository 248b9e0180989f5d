import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCommands } from './commands/index.js';
import { RulePages } from './rule-pages.js';
import { serveFiles } from './serve-files.js';
import { StatusItem } from './status-item.js';
import { AgentTree } from './views/agent-tree.js';

/** Makes a client for the place the extension runs in; it is not started yet. */
export type MakeClient = (
  context: vscode.ExtensionContext,
  options: LanguageClientOptions,
) => Promise<BaseLanguageClient>;

/** Languages and files whose documents the server sees. It stays silent about those that have nothing to do with models. */
const selector = [
  'python',
  'typescript',
  'typescriptreact',
  'javascript',
  'javascriptreact',
  'java',
  'json',
  'jsonc',
  'yaml',
  'toml',
  'markdown',
  'prompt',
  'instructions',
  'chatagent',
  'dockercompose',
  'dockerfile',
  'shellscript',
  'makefile',
  'jinja',
  'handlebars',
  'dotenv',
  'properties',
  'jsonl',
  'plaintext',
  'dotprompt',
  'prompty',
  'poml',
  'baml',
  'rail',
  'colang',
  'modelfile',
  'prompt-jinja',
  'prompt-mustache',
  'prompt-go',
  'prompt-semantic-kernel',
  'prompt-text',
].map((language) => ({ language }));

let running: BaseLanguageClient | undefined;

/** The part of activation that is the same in Node and in the browser. Shows nothing; problems go to the log and the status item. */
export async function activate(context: vscode.ExtensionContext, makeClient: MakeClient): Promise<void> {
  const log = vscode.window.createOutputChannel('Sallyport', { log: true });
  const status = new StatusItem(selector);
  const tree = new AgentTree(() => running);
  context.subscriptions.push(log, status, tree, RulePages.register(context));

  const client = await makeClient(context, {
    documentSelector: selector,
    outputChannel: log,
    diagnosticPullOptions: { onChange: true, onFocus: true },
    initializationOptions: {
      settings: plainSettings(),
      ruleScheme: RulePages.scheme,
      fileSystem: true,
    },
  });
  running = client;
  serveFiles(client, context);
  status.follow(client);
  registerCommands(context, { client, log, tree });
  context.subscriptions.push({ dispose: () => void client.dispose() });
  try {
    await client.start();
    tree.refresh();
  } catch (error) {
    log.error(`The language server did not start: ${error instanceof Error ? error.message : String(error)}`);
    status.failed();
  }
}

/** A worker is spoken to by structured clone, which refuses the functions of a configuration object. */
function plainSettings(): Record<string, unknown> {
  const settings = vscode.workspace.getConfiguration('sallyport');
  return Object.fromEntries(['persona', 'scope', 'severity'].map((key) => [key, settings.get(key)]));
}

export async function deactivate(): Promise<void> {
  await running?.stop();
  running = undefined;
}
