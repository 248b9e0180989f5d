/** What this client says to the server beyond LSP; see `docs/protocol.md`. */

export const statusNotification = 'sallyport/status';

export interface Status {
  readonly state: 'loading' | 'ready';
  readonly findings: number;
  readonly files: number;
  /** Milliseconds. */
  readonly elapsed: number;
}

export const readFolderRequest = 'sallyport/fs/readFolder';
export const readFileRequest = 'sallyport/fs/readFile';
export const statusRequest = 'sallyport/fs/status';
export const grammarRequest = 'sallyport/fs/grammar';

export interface FileParams {
  readonly uri: string;
}

export const agentInventoryRequest = 'sallyport/agentInventory';

export interface AgentInventoryItem {
  readonly product: string;
  readonly tool: string;
  readonly specifier?: string;
  readonly decision: 'allow' | 'ask' | 'deny';
  readonly risk: 'high' | 'medium' | 'low';
  readonly effective: boolean;
  readonly note?: string;
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

export const workspaceFindingsRequest = 'sallyport/workspaceFindings';
