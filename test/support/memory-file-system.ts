import type { EntryKind, FileSystem, Repository } from '../../server/src/workspace/file-system.js';

/** A link and where it leads, as a path of the root; `undefined` for out of it. */
export const linkTo = (target: string | undefined) => ({ target });
type Node = string | Uint8Array | { readonly target: string | undefined };

/** Files and links in memory; folders exist where files are. */
export function memoryFileSystem(
  files: Readonly<Record<string, Node>>,
  repository?: Repository,
): FileSystem & { readonly reads: readonly string[] } {
  const reads: string[] = [];
  const isFolder = (path: string) =>
    path === '' || Object.keys(files).some((key) => key.startsWith(`${path}/`));
  /** Follows links in any part of the path. */
  const resolve = (path: string, depth = 0): string | undefined => {
    if (depth > 20) return undefined;
    const parts = path.split('/');
    for (let i = 1; i <= parts.length; i++) {
      const node = files[parts.slice(0, i).join('/')];
      if (node === undefined || typeof node === 'string' || node instanceof Uint8Array) continue;
      if (node.target === undefined) return undefined;
      const rest = parts.slice(i).join('/');
      return resolve([node.target, rest].filter((part) => part !== '').join('/'), depth + 1);
    }
    return files[path] !== undefined || isFolder(path) ? path : undefined;
  };
  const real = (path: string): string => {
    const found = resolve(path);
    if (found === undefined) throw new Error(`no ${path}`);
    return found;
  };
  return {
    reads,
    async readFolder(path) {
      const folder = real(path);
      if (!isFolder(folder)) throw new Error(`${path} is no folder`);
      const prefix = folder === '' ? '' : `${folder}/`;
      const entries = new Map<string, EntryKind>();
      for (const [key, node] of Object.entries(files)) {
        if (!key.startsWith(prefix)) continue;
        const [name = '', ...more] = key.slice(prefix.length).split('/');
        const kind = typeof node === 'string' || node instanceof Uint8Array ? 'file' : 'link';
        entries.set(name, more.length > 0 ? 'folder' : kind);
      }
      return [...entries].map(([name, kind]) => ({ name, kind }));
    },
    async readFile(path) {
      reads.push(path);
      const node = files[real(path)];
      if (typeof node === 'string') return new TextEncoder().encode(node);
      if (node instanceof Uint8Array) return node;
      throw new Error(`${path} is no file`);
    },
    async status(path) {
      const found = real(path);
      if (isFolder(found)) return { kind: 'folder', size: 0 };
      const node = files[found];
      return { kind: 'file', size: typeof node === 'string' || node instanceof Uint8Array ? node.length : 0 };
    },
    resolveLink: async (path) => resolve(path),
    repository: async () => repository,
  };
}
