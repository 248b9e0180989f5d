import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { type PolicyAbove, policyFileNames } from '../core/policy/policies.js';
import type { EntryKind, FileSystem, OuterIgnore, Repository } from './file-system.js';

const kindOf = (entry: Dirent): EntryKind =>
  entry.isSymbolicLink() ? 'link' : entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';

/** Path with `/` between its parts. */
export const toSlashes = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'));

/** `path` as seen from `root`; `undefined` when it lies outside. Both absolute. */
export function within(root: string, path: string): string | undefined {
  const inside = relative(root, path);
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
    ? undefined
    : toSlashes(inside);
}

/** The files of a folder on disk. */
export function nodeFileSystem(root: string): FileSystem {
  const at = (path: string): string => join(root, path);
  return {
    async readFolder(path) {
      const entries = await readdir(at(path), { withFileTypes: true });
      return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
    },
    readFile: (path) => readFile(at(path)),
    async status(path) {
      const found = await stat(at(path));
      return {
        kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other',
        size: found.size,
      };
    },
    async resolveLink(path) {
      return within(await realpath(root), await realpath(at(path)));
    },
    repository: () => repositoryOf(root),
  };
}

/** Top folder of the git repository that holds `folder` (absolute); found without running git. */
export async function gitTop(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    if (await lstat(join(at, '.git')).catch(() => undefined)) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** Folders from `top` down to, but without, `folder`. */
export function foldersAbove(top: string, folder: string): readonly string[] {
  const above: string[] = [];
  for (let at = folder; at !== top && dirname(at) !== at; ) {
    at = dirname(at);
    above.unshift(at);
  }
  return above;
}

async function repositoryOf(root: string): Promise<Repository | undefined> {
  const top = await gitTop(root);
  if (top === undefined) return undefined;
  const ignores: OuterIgnore[] = [];
  const policies: PolicyAbove[] = [];
  const add = async (folder: string, file: string): Promise<void> => {
    const patterns = await readFile(file, 'utf8').catch(() => undefined);
    if (patterns !== undefined) ignores.push({ folder: toSlashes(relative(top, folder)), patterns });
  };
  await add(top, join(top, '.git', 'info', 'exclude'));
  const above = foldersAbove(top, root);
  for (const [i, folder] of above.entries()) {
    await add(folder, join(folder, '.gitignore'));
    for (const name of policyFileNames) {
      const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
      if (text === undefined) continue;
      policies.push({
        levels: above.length - i,
        name,
        text,
        prefix: `${toSlashes(relative(folder, root))}/`,
      });
      break;
    }
  }
  return { prefix: toSlashes(relative(top, root)), ignores, policies };
}
