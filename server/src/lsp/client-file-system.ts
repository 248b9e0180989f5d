import type { Connection } from 'vscode-languageserver';
import type { FileStatus, FileSystem, FolderEntry, Repository } from '../workspace/file-system.js';
import { protocol } from './protocol.js';
import { uriOf } from './uri.js';

/** Reads a folder through the client: the only way in a web worker and for virtual workspaces. */
export class ClientFileSystem implements FileSystem {
  readonly #connection: Connection;
  readonly #root: string;

  constructor(connection: Connection, root: string) {
    this.#connection = connection;
    this.#root = root;
  }

  readFolder(path: string): Promise<readonly FolderEntry[]> {
    return this.#connection.sendRequest(protocol.readFolder, { uri: this.#uri(path) });
  }

  async readFile(path: string): Promise<Uint8Array> {
    return toBytes(await this.#connection.sendRequest<unknown>(protocol.readFile, { uri: this.#uri(path) }));
  }

  status(path: string): Promise<FileStatus> {
    return this.#connection.sendRequest(protocol.fileStatus, { uri: this.#uri(path) });
  }

  /** Editors do not say where links lead, so none is followed; the root itself is where it is. */
  async resolveLink(path: string): Promise<string | undefined> {
    return path === '' ? path : undefined;
  }

  async repository(): Promise<Repository | undefined> {
    return { prefix: '', ignores: [], policies: [] };
  }

  #uri(path: string): string {
    return path === '' ? this.#root : uriOf(this.#root, path);
  }
}

/** Bytes survive `postMessage` as they are; over JSON they arrive as an object with numeric keys. */
export function toBytes(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return Uint8Array.from(value as number[]);
  return typeof value === 'object' && value !== null
    ? Uint8Array.from(Object.values(value) as number[])
    : new Uint8Array();
}
