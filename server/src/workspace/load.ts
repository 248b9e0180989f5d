import type { Note } from '../core/analysis.js';
import type { SourceFile } from '../core/project.js';
import { inMegabytes, maxFileBytes } from '../core/workspace/limits.js';
import { decode, type Encoding } from './decode.js';
import type { FileSystem } from './file-system.js';

export type Loaded = { readonly file: SourceFile; readonly encoding: Encoding } | { readonly note: Note };

/** Reads one file; what cannot be used as text becomes one clear note. Never rejects. */
export async function loadFile(fs: FileSystem, path: string): Promise<Loaded> {
  const skipped = (message: string): Loaded => ({ note: { path, kind: 'skipped', message } });
  try {
    const { size, kind } = await fs.status(path);
    if (kind !== 'file') return skipped('not a regular file, skipped');
    if (size > maxFileBytes)
      return skipped(`too large (${inMegabytes(size)}; the limit is ${inMegabytes(maxFileBytes)}), skipped`);
    const decoded = decode(await fs.readFile(path));
    if ('problem' in decoded) return skipped(decoded.problem);
    return { file: { path, text: decoded.text }, encoding: decoded.encoding };
  } catch {
    return skipped('cannot be read, skipped');
  }
}

/** Files that are read at the same time. */
const parallel = 16;

/** Reads files in any order and hands them out in the order of `paths`. */
export async function loadFiles(
  fs: FileSystem,
  paths: readonly string[],
  onRead: (done: number) => void = () => {},
): Promise<Loaded[]> {
  const results: Loaded[] = new Array(paths.length);
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let i = next++; i < paths.length; i = next++) {
      results[i] = await loadFile(fs, paths[i] ?? '');
      onRead(++done);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return results;
}
