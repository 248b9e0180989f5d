import type { Note } from '../core/analysis.js';
import { isPolicyFile, Policies } from '../core/policy/policies.js';
import type { SourceFile } from '../core/project.js';
import { isManifest } from '../core/workspace/manifests.js';
import type { Encoding } from './decode.js';
import type { FileSystem } from './file-system.js';
import { byPath, discoverFiles, join } from './files.js';
import { loadFile, loadFiles } from './load.js';

export interface WorkspaceFiles {
  /** What is analysed, sorted by path. */
  readonly files: readonly SourceFile[];
  /** Manifests and policy files above what was asked for: they are read, but nothing is reported in them. */
  readonly context: readonly SourceFile[];
  /** How each file is stored. */
  readonly encodings: ReadonlyMap<string, Encoding>;
  readonly policies: Policies;
  /** What was asked for and does not exist. */
  readonly missing: readonly string[];
  readonly notes: readonly Note[];
}

/** Told how many of how many files have been read. */
export type OnRead = (done: number, total: number) => void;

/**
 * Reads the files of a root that are to be analysed: those below `paths` ("" is the whole root), less what the policy excludes. Editor
 * and command line share this, so that they see the same files.
 */
export async function readWorkspace(
  fs: FileSystem,
  paths: readonly string[],
  ruleIds: readonly string[],
  onRead: OnRead = () => {},
): Promise<WorkspaceFiles> {
  const found = await discoverFiles(fs, paths);
  const encodings = new Map<string, Encoding>();
  const notes: Note[] = [...found.notes];
  const take = async (wanted: readonly string[], onProgress?: (done: number) => void) => {
    const files: SourceFile[] = [];
    for (const loaded of await loadFiles(fs, wanted, onProgress)) {
      if ('note' in loaded) notes.push(loaded.note);
      else {
        files.push(loaded.file);
        encodings.set(loaded.file.path, loaded.encoding);
      }
    }
    return files;
  };
  const above = await contextFiles(fs, paths, new Set(found.paths));
  const policyFiles = await take(found.paths.filter(isPolicyFile));
  const repository = await fs.repository().catch(() => undefined);
  const policies = new Policies([...policyFiles, ...above], repository?.policies ?? [], ruleIds);
  const rest = found.paths.filter(
    (path) =>
      !isPolicyFile(path) && (!policies.excludes(path) || isNamed(path, found.named, paths, policies)),
  );
  const files = await take(rest, (done) => onRead(done, rest.length));
  return {
    files: [...files, ...policyFiles].sort((a, b) => byPath(a.path, b.path)),
    context: above,
    encodings,
    policies,
    missing: found.missing,
    notes: [...notes, ...policies.notes].sort((a, b) => byPath(a.path, b.path)),
  };
}

/** A file that was asked for, or that lies in a folder that was asked for although the policy excludes it. */
const isNamed = (
  path: string,
  named: ReadonlySet<string>,
  paths: readonly string[],
  policies: Policies,
): boolean =>
  named.has(path) ||
  paths.some((asked) => asked !== '' && path.startsWith(`${asked}/`) && policies.excludes(join(asked, '_')));

async function contextFiles(
  fs: FileSystem,
  paths: readonly string[],
  known: ReadonlySet<string>,
): Promise<readonly SourceFile[]> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let at = path; at !== ''; ) {
      at = at.slice(0, Math.max(0, at.lastIndexOf('/')));
      folders.add(at);
    }
  }
  const context: SourceFile[] = [];
  for (const folder of [...folders].sort(byPath)) {
    const entries = await fs.readFolder(folder).catch(() => []);
    for (const { name, kind } of entries) {
      const path = join(folder, name);
      if (kind !== 'file' || known.has(path) || !isContext(name)) continue;
      const loaded = await loadFile(fs, path);
      if ('file' in loaded) context.push(loaded.file);
    }
  }
  return context;
}

const isContext = (name: string): boolean => isManifest(name) || isPolicyFile(name);
