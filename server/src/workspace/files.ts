import type { Note } from '../core/analysis.js';
import { isAgentFile } from '../core/workspace/agent-files.js';
import { hasBinaryExtension } from '../core/workspace/binary-extensions.js';
import { isExcludedFolder, virtualEnvironmentMarker } from '../core/workspace/excluded-folders.js';
import { maxFolderDepth, maxIgnoredFolders } from '../core/workspace/limits.js';
import type { FileSystem, FolderEntry } from './file-system.js';
import { IgnoreRules } from './ignore-rules.js';

export interface Discovery {
  /** Paths of the files to analyse, sorted. */
  readonly paths: readonly string[];
  /** Those of `paths` that were asked for by name; no exclude applies to them. */
  readonly named: ReadonlySet<string>;
  /** What was asked for and does not exist. */
  readonly missing: readonly string[];
  readonly notes: readonly Note[];
}

interface Folder {
  readonly path: string;
  /** The folder's path with all links followed. */
  readonly real: string;
  readonly rules: IgnoreRules;
  /** Git ignores it: only agent files in it count. */
  readonly ignored: boolean;
  readonly depth: number;
}

/** Orders paths the same way on every machine. */
export const byPath = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const join = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/**
 * Finds the files under `paths` ("" is the whole root): every text file, hidden folders included, but not what tools fetched or
 * made, and not what git ignores, except agent files. A path that is asked for overrides every exclude.
 */
export async function discoverFiles(fs: FileSystem, paths: readonly string[]): Promise<Discovery> {
  const walk = new Walk(fs);
  const above = IgnoreRules.outside(await fs.repository().catch(() => undefined));
  // Who scans an ignored folder wants to see what is in it.
  const outside = above.ignoresRoot ? above.forgotten() : above;
  for (const path of paths) await walk.start(path, outside);
  return walk.result();
}

class Walk {
  readonly #fs: FileSystem;
  /** Path of each file found, with where it really is. */
  readonly #files = new Map<string, string>();
  readonly #named = new Set<string>();
  readonly #missing: string[] = [];
  readonly #notes: Note[] = [];
  readonly #linkedFolders = new Set<string>();
  #ignoredFolders = 0;

  constructor(fs: FileSystem) {
    this.#fs = fs;
  }

  result(): Discovery {
    return {
      paths: this.#withoutDoubles().sort(byPath),
      named: this.#named,
      missing: this.#missing,
      notes: [...this.#notes].sort((a, b) => byPath(a.path, b.path)),
    };
  }

  /** Walks what was asked for. */
  async start(path: string, outside: IgnoreRules): Promise<void> {
    const status = await this.#fs.status(path).catch(() => undefined);
    if (status === undefined) {
      this.#missing.push(path);
      return;
    }
    const real = await this.#fs.resolveLink(path).catch(() => undefined);
    if (real === undefined) {
      this.#note(path, 'symbolic link that leads out of the root, skipped');
    } else if (status.kind === 'folder') {
      await this.#walk({ path, real, rules: await this.#rulesAt(path, outside), ignored: false, depth: 0 });
    } else if (status.kind === 'file') {
      this.#named.add(path);
      this.#files.set(path, real);
    } else {
      this.#note(path, 'neither a file nor a folder, skipped');
    }
  }

  /** The ignore rules in force at a folder that was asked for; none from above if git ignores the folder itself. */
  async #rulesAt(path: string, outside: IgnoreRules): Promise<IgnoreRules> {
    let rules = outside;
    const parts = path === '' ? [] : path.split('/');
    for (let i = 0; i < parts.length; i++) {
      const above = parts.slice(0, i).join('/');
      rules = await this.#withIgnoreFile(above, rules);
      if (rules.ignores(parts.slice(0, i + 1).join('/'), true)) return rules.forgotten();
    }
    return rules;
  }

  async #withIgnoreFile(folder: string, rules: IgnoreRules): Promise<IgnoreRules> {
    const bytes = await this.#fs.readFile(join(folder, '.gitignore')).catch(() => undefined);
    return bytes === undefined ? rules : rules.within(folder, new TextDecoder().decode(bytes));
  }

  async #walk(start: Folder): Promise<void> {
    const pending: Folder[] = [start];
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      const entries = await this.#fs.readFolder(folder.path).catch(() => undefined);
      if (entries === undefined) {
        this.#note(folder.path, 'folder cannot be read, skipped');
        continue;
      }
      if (folder !== start && entries.some(({ name }) => name === virtualEnvironmentMarker)) continue;
      const rules = entries.some(({ name }) => name === '.gitignore')
        ? await this.#withIgnoreFile(folder.path, folder.rules)
        : folder.rules;
      for (const entry of entries) {
        const next = await this.#visit({ ...folder, rules }, entry);
        if (next !== undefined) pending.push(next);
      }
    }
  }

  /** Takes note of a file; gives back a folder that has to be walked. */
  async #visit(parent: Folder, entry: FolderEntry): Promise<Folder | undefined> {
    const path = join(parent.path, entry.name);
    if (entry.kind === 'link') return this.#visitLink(parent, path);
    const real = join(parent.real, entry.name);
    if (entry.kind === 'folder') return this.#enter(parent, path, real);
    if (entry.kind === 'file') this.#take(parent, path, real);
    return undefined;
  }

  async #visitLink(parent: Folder, path: string): Promise<Folder | undefined> {
    const target = await this.#fs.resolveLink(path).catch(() => undefined);
    const status = target === undefined ? undefined : await this.#fs.status(path).catch(() => undefined);
    if (target === undefined || status === undefined) {
      if (!this.#ignored(parent, path, false))
        this.#note(path, 'symbolic link that leads nowhere or out of the root, skipped');
      return undefined;
    }
    if (target.split('/').some(isExcludedFolder)) return undefined;
    if (status.kind === 'file') {
      this.#take(parent, path, target);
      return undefined;
    }
    if (status.kind !== 'folder' || this.#linkedFolders.has(target)) return undefined;
    if (target === '' || `${parent.real}/`.startsWith(`${target}/`)) {
      this.#note(path, 'symbolic link to a folder above it (a loop), skipped');
      return undefined;
    }
    this.#linkedFolders.add(target);
    return this.#enter(parent, path, target);
  }

  #enter(parent: Folder, path: string, real: string): Folder | undefined {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (isExcludedFolder(name)) return undefined;
    if (parent.depth >= maxFolderDepth) {
      this.#note(path, 'nested too deep, skipped');
      return undefined;
    }
    const ignored = this.#ignored(parent, path, true);
    if (ignored && this.#ignoredFolders++ >= maxIgnoredFolders) {
      if (this.#ignoredFolders === maxIgnoredFolders + 1)
        this.#note(
          path,
          `more than ${maxIgnoredFolders} ignored folders: agent files were not looked for in the rest`,
        );
      return undefined;
    }
    return { path, real, rules: parent.rules, ignored, depth: parent.depth + 1 };
  }

  #take(parent: Folder, path: string, real: string): void {
    if (hasBinaryExtension(path) || this.#files.has(path)) return;
    if (this.#ignored(parent, path, false) && !isReadThoughIgnored(path)) return;
    this.#files.set(path, real);
  }

  #ignored(parent: Folder, path: string, isFolder: boolean): boolean {
    return parent.ignored || parent.rules.ignores(path, isFolder);
  }

  #note(path: string, message: string): void {
    this.#notes.push({ path, kind: 'skipped', message });
  }

  /** One file is read once, however many links lead to it; unless a link's name makes it an agent file. */
  #withoutDoubles(): string[] {
    const taken = new Set<string>();
    for (const [path, real] of this.#files) if (path === real) taken.add(real);
    return [...this.#files]
      .filter(([path, real]) => {
        if (path === real || this.#named.has(path)) return true;
        if (isAgentFile(path) && !isAgentFile(real)) return true;
        if (taken.has(real)) return false;
        taken.add(real);
        return true;
      })
      .map(([path]) => path);
  }
}

/** `.env` files hold what must not be read from where git ignores them, even in an agent's folder. */
function isReadThoughIgnored(path: string): boolean {
  return isAgentFile(path) && !path.slice(path.lastIndexOf('/') + 1).startsWith('.env');
}
