import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isAgentFile } from '../core/workspace/agent-files.js';
import { within } from '../workspace/node-file-system.js';
import { UsageError } from './io.js';

/** Where a scan happens: an absolute root and the paths in it that were asked for, relative with `/`. */
export interface Scope {
  readonly root: string;
  readonly paths: readonly string[];
  /** As the user wrote them, by relative path. */
  readonly asWritten: ReadonlyMap<string, string>;
}

/**
 * The root is `--root`, else the current folder if everything that was asked for lies in it, else the nearest folder above all of it.
 * Without a path the root itself is scanned. A folder of an agent product (`.claude`) never is a default root: its files are
 * told by their path from the project above.
 */
export async function scopeOf(
  cwd: string,
  requested: readonly string[],
  root: string | undefined,
): Promise<Scope> {
  const base = root === undefined ? undefined : resolve(cwd, root);
  if (base !== undefined && !(await isFolder(base))) throw new UsageError(`--root ${root} is not a folder`);
  if (requested.length === 0) {
    const chosen = base ?? projectOf(cwd, '_');
    return scope(chosen, [base === undefined ? (within(chosen, cwd) ?? '') : '']);
  }
  const targets = await Promise.all(requested.map((path) => located(resolve(cwd, path))));
  const chosen = base ?? (await defaultRoot(cwd, targets));
  const real = await realpath(chosen);
  const paths = targets.map((target, i) => {
    const path = within(chosen, target.given) ?? within(real, target.real);
    if (path === undefined) throw new UsageError(`${requested[i]} lies outside of the root ${root}`);
    return path;
  });
  return { ...scope(chosen, paths), asWritten: new Map(paths.map((path, i) => [path, requested[i] ?? ''])) };
}

const scope = (root: string, paths: readonly string[]): Scope => ({
  root,
  paths: [...new Set(paths)],
  asWritten: new Map(),
});

interface Target {
  readonly given: string;
  /** Links in the folders above followed, but not the last part: a link may be what was asked for. */
  readonly real: string;
  /** The folder that stands for it when it becomes the root. */
  readonly folder: string;
}

async function located(given: string): Promise<Target> {
  const parent = await realpath(dirname(given)).catch(() => dirname(given));
  const real = join(parent, given.slice(dirname(given).length));
  return { given, real, folder: (await isFolder(given)) ? given : dirname(given) };
}

async function defaultRoot(cwd: string, targets: readonly Target[]): Promise<string> {
  const real = await realpath(cwd);
  const inside = (target: Target): boolean =>
    within(cwd, target.given) !== undefined || within(real, target.real) !== undefined;
  if (targets.every(inside)) return projectOf(cwd, '_');
  let common = targets[0]?.folder ?? cwd;
  while (targets.some((target) => within(common, target.folder) === undefined)) common = dirname(common);
  const [only, ...more] = targets;
  const isFile = only !== undefined && more.length === 0 && only.folder !== only.given;
  return projectOf(common, isFile ? basename(only.given) : '_');
}

/** Levels that the files of an agent product lie below their project (`.github/workflows/x.yml` has two). */
const deepest = 4;

/** The folder above those of an agent product, if `folder` is one of them; else `folder` itself. */
function projectOf(folder: string, name: string): string {
  if (isAgentFile(name)) return folder;
  let path = name;
  let above = folder;
  for (let level = 0; level < deepest && dirname(above) !== above; level++) {
    path = `${basename(above)}/${path}`;
    above = dirname(above);
    if (isAgentFile(path)) return above;
  }
  return folder;
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
