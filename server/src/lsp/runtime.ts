import type { Host } from '../core/host.js';
import type { PolicyAbove } from '../core/policy/policies.js';
import type { SourceFile } from '../core/project.js';
import type { LanguageId } from '../core/syntax-tree.js';
import type { WorkspaceFiles } from '../workspace/workspace.js';

/** What the server needs from the place it runs in: Node over stdio or IPC, or a browser worker. */
export interface Runtime {
  readonly host: SyntaxHost;
  readonly reader: WorkspaceReader;
  readonly version: string;
}

/** A host whose grammars are loaded on demand and that parses open documents incrementally. */
export interface SyntaxHost extends Host {
  load(languages: Iterable<LanguageId>): Promise<void>;
  retain(key: string): void;
  release(key: string): void;
}

/** Reads the files of a workspace folder, by the same rules as the command line. */
export interface WorkspaceReader {
  /** All files of the folder that are analyzed, the policies, and a note for each file that was skipped. */
  readAll(root: string): Promise<WorkspaceFiles & { readonly policiesAbove: readonly PolicyAbove[] }>;
  /** One file, or `undefined` when it is gone or not among those that are analysed. */
  read(root: string, path: string): Promise<SourceFile | undefined>;
}
