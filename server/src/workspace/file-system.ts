import type { PolicyAbove } from '../core/policy/policies.js';

/** What an entry of a folder is; a link has not been followed. */
export type EntryKind = 'file' | 'folder' | 'link' | 'other';

export interface FolderEntry {
  readonly name: string;
  readonly kind: EntryKind;
}

export interface FileStatus {
  /** Links are followed. */
  readonly kind: 'file' | 'folder' | 'other';
  /** Bytes. */
  readonly size: number;
}

/** Patterns of an ignore file that stands above the root or outside the tree. */
export interface OuterIgnore {
  /** Folder that the patterns are relative to, as seen from the top of the repository ("" for the top, "a/b" below). */
  readonly folder: string;
  readonly patterns: string;
}

export interface Repository {
  /** Where the scan root lies in its repository: "" for the top, "packages/app" below it. */
  readonly prefix: string;
  /** `.git/info/exclude` and the `.gitignore` files of the folders above the root, outermost first. */
  readonly ignores: readonly OuterIgnore[];
  /** Policy files of the folders above the root, outermost first. */
  readonly policies?: readonly PolicyAbove[];
}

/**
 * The files of one root, wherever they are: on disk, or behind an editor. Paths are relative to the root with `/` between their
 * parts; "" is the root. Every method rejects when the path cannot be read.
 */
export interface FileSystem {
  readFolder(path: string): Promise<readonly FolderEntry[]>;
  readFile(path: string): Promise<Uint8Array>;
  status(path: string): Promise<FileStatus>;
  /** Where a link leads, relative to the root; `undefined` when that lies outside of it or nowhere. */
  resolveLink(path: string): Promise<string | undefined>;
  /** The git repository that holds the root; `undefined` without one, or when it cannot be told. */
  repository(): Promise<Repository | undefined>;
}
