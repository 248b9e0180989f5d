/** "a/b" of "a/b/c.py"; "" for a file in the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

export const joinPath = (folder: string, name: string): string =>
  folder === '' ? name : `${folder}/${name}`;

/** `folder`, the folder above it, and so on up to the root (""). */
export function foldersUp(folder: string): readonly string[] {
  const parts = folder === '' ? [] : folder.split('/');
  return Array.from({ length: parts.length + 1 }, (_, up) => parts.slice(0, parts.length - up).join('/'));
}

/** True when `path` lies in `folder`, at any depth. */
export const isWithin = (folder: string, path: string): boolean =>
  folder === '' || path.startsWith(`${folder}/`);

/** The way from a folder to a file as import specifiers write it: "./x.js", "../lib/x.js". */
export function relativePath(fromFolder: string, path: string): string {
  const from = fromFolder === '' ? [] : fromFolder.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const up = from.length - shared;
  return (up === 0 ? './' : '../'.repeat(up)) + to.slice(shared).join('/');
}

/** Where a relative specifier leads, without an ending: "../a/b" in folder "x/y" is "x/a/b". */
export function resolveRelative(folder: string, specifier: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
