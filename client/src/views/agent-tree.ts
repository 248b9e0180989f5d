import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type AgentInventoryItem, agentInventoryRequest } from '../protocol.js';

type Node = { readonly product: string; readonly items: readonly AgentInventoryItem[] } | AgentInventoryItem;

const icons: Record<AgentInventoryItem['risk'], string> = { high: 'error', medium: 'warning', low: 'pass' };

/** "What can this agent do?": the effective grants of every agent in the workspace, by product, riskiest first. */
export class AgentTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #client: () => BaseLanguageClient | undefined;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<Node>;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: () => BaseLanguageClient | undefined) {
    this.#client = client;
    this.#view = vscode.window.createTreeView('sallyport.agents', { treeDataProvider: this });
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node !== undefined) return 'items' in node ? [...node.items] : [];
    const client = this.#client();
    if (client === undefined || !client.isRunning()) return [];
    const items = await client.sendRequest<readonly AgentInventoryItem[]>(agentInventoryRequest);
    const byProduct = new Map<string, AgentInventoryItem[]>();
    for (const item of items) byProduct.set(item.product, [...(byProduct.get(item.product) ?? []), item]);
    return [...byProduct].map(([product, list]) => ({ product, items: list }));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if ('items' in node) {
      const item = new vscode.TreeItem(node.product, vscode.TreeItemCollapsibleState.Expanded);
      item.description = vscode.l10n.t('{0} entries', node.items.length);
      return item;
    }
    const name = node.specifier === undefined ? node.tool : `${node.tool}(${node.specifier})`;
    const item = new vscode.TreeItem(name);
    item.description = [node.decision, ...(node.effective ? [] : [vscode.l10n.t('no effect')])].join(', ');
    item.tooltip = node.note;
    item.iconPath = new vscode.ThemeIcon(node.effective ? icons[node.risk] : 'circle-slash');
    item.accessibilityInformation = {
      label: `${name}, ${item.description}, ${vscode.l10n.t('risk')} ${node.risk}`,
    };
    const place = new vscode.Position(node.line, node.character);
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Open'),
      arguments: [vscode.Uri.parse(node.uri), { selection: new vscode.Range(place, place) }],
    };
    return item;
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }
}
