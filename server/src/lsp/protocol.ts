/**
 * Requests and notifications beyond LSP. Documented in `docs/protocol.md`. Plain names and plain data, so that the client
 * need not share code with the server.
 */
export const protocol = {
  /** Server → client, notification: what the server is doing, for the status item. */
  status: 'sallyport/status',
  /** Server → client, request (worker only): the entries of a folder. */
  readDirectory: 'sallyport/fs/readDirectory',
  /** Server → client, request (worker only): a file's bytes. */
  readFile: 'sallyport/fs/readFile',
  /** Client → server, request: what agents may do in the workspace. */
  agentInventory: 'sallyport/agentInventory',
  /** Client → server, request: all findings of the workspace, whatever the scope. */
  workspaceFindings: 'sallyport/workspaceFindings',
  /** Client → server, notification (worker only): grammars as bytes, sent before `initialize`. */
  grammars: 'sallyport/grammars',
} as const;

export interface StatusParams {
  readonly state: 'loading' | 'ready';
  readonly findings: number;
  readonly files: number;
  /** Milliseconds of the last analysis. */
  readonly elapsed: number;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly type: 'file' | 'directory' | 'symlink' | 'other';
  /** Bytes. */
  readonly size: number;
}

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
