/**
 * Requests and notifications beyond LSP. Documented in `docs/protocol.md`. Plain names and plain data: the client has its own
 * copy of the names, as the two ends are bundled with different versions of the protocol library.
 */
export const protocol = {
  /** Server → client, notification: what the server is doing, for the status item. */
  status: 'sallyport/status',
  /** Server → client, requests of a server without a disk. Parameters: `{ uri }`. */
  readFolder: 'sallyport/fs/readFolder',
  readFile: 'sallyport/fs/readFile',
  fileStatus: 'sallyport/fs/status',
  /** Server → client, request of a worker: the bytes of one of the extension's WebAssembly files. Parameters: `{ name }`. */
  grammar: 'sallyport/fs/grammar',
  /** Client → server, request: what agents may do in the workspace. */
  agentInventory: 'sallyport/agentInventory',
  /** Client → server, request: all findings of the workspace, whatever the scope. */
  workspaceFindings: 'sallyport/workspaceFindings',
} as const;

export interface StatusParams {
  readonly state: 'loading' | 'ready';
  readonly findings: number;
  readonly files: number;
  /** Milliseconds of the last analysis. */
  readonly elapsed: number;
}

export interface AgentInventoryItem {
  readonly product: string;
  readonly tool: string;
  readonly specifier?: string;
  readonly decision: 'allow' | 'ask' | 'deny';
  readonly risk: 'high' | 'medium' | 'low';
  readonly effective: boolean;
  /** Why it has no effect, or what it allows, in plain words. */
  readonly note?: string;
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
  /** Zero-based, UTF-16 units. */
  readonly character: number;
}
