import { createHash } from 'node:crypto';
import type { Finding, Location } from '../core/finding.js';
import type { Project } from '../core/project.js';
import { changedLines, type LineSpan } from '../core/text/line-diff.js';
import { LineIndex } from '../core/text/line-index.js';
import { decode, encode } from '../workspace/decode.js';
import type { WorkspaceFiles } from '../workspace/workspace.js';
import { git, gitLine } from './git.js';
import { UsageError } from './io.js';

/** The texts of a workspace as they were at some commit: `undefined` for files that did not exist. */
export type Before = ReadonlyMap<string, string | undefined>;

interface Entry {
  readonly path: string;
  readonly id: string;
}

/**
 * The texts at the point where the current branch left `ref`. Compares by content, so that only the git object database is read: no index,
 * no filters. A file that was only renamed counts as it was.
 */
export async function textsBefore(root: string, ref: string, workspace: WorkspaceFiles): Promise<Before> {
  const commit = await commitOf(root, ref);
  const listing = await git(root, ['ls-tree', '-r', '-z', commit]);
  if (listing === undefined) throw new UsageError(`--changed-since ${ref}: its files cannot be listed`);
  const entries = readTree(listing.toString('utf8'));
  const idByPath = new Map(entries.map(({ path, id }) => [path, id]));
  const ids = new Set(entries.map(({ id }) => id));
  const algorithm = (entries[0]?.id.length ?? 40) === 64 ? 'sha256' : 'sha1';

  const before = new Map<string, string | undefined>();
  const wanted = new Map<string, string>();
  for (const { path, text } of workspace.files) {
    const id = idByPath.get(path);
    const now = blobId(encode(text, workspace.encodings.get(path) ?? 'utf-8'), algorithm);
    if (id === now || (id === undefined && ids.has(now))) before.set(path, text);
    else if (id === undefined) before.set(path, undefined);
    else wanted.set(path, id);
  }
  const blobs = await readBlobs(root, [...wanted.values()]);
  for (const [path, id] of wanted) {
    const bytes = blobs.get(id);
    const decoded = bytes === undefined ? undefined : decode(bytes);
    before.set(path, decoded !== undefined && 'text' in decoded ? decoded.text : undefined);
  }
  return before;
}

async function commitOf(root: string, ref: string): Promise<string> {
  const commit = await gitLine(root, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ]);
  if (commit === undefined) {
    const inside = await gitLine(root, ['rev-parse', '--git-dir']);
    throw new UsageError(
      inside === undefined
        ? '--changed-since needs git and a repository around the root'
        : `--changed-since ${ref}: no such commit`,
    );
  }
  return (await gitLine(root, ['merge-base', commit, 'HEAD'])) ?? commit;
}

/** `<mode> <type> <id>\t<path>\0`, paths relative to the folder that git ran in. */
const readTree = (listing: string): readonly Entry[] =>
  listing.split('\0').flatMap((record) => {
    const match = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(record);
    return match === null ? [] : [{ id: match[1] ?? '', path: match[2] ?? '' }];
  });

const blobId = (bytes: Uint8Array, algorithm: string): string =>
  createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');

/** `<id> blob <size>\n<bytes>\n` for each id. */
async function readBlobs(root: string, ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const blobs = new Map<string, Uint8Array>();
  if (ids.length === 0) return blobs;
  const output = await git(root, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  for (let at = 0; output !== undefined && at < output.length; ) {
    const end = output.indexOf(10, at);
    const [id = '', , size] = output.toString('latin1', at, end === -1 ? output.length : end).split(' ');
    if (end === -1) break;
    const length = size === undefined ? -1 : Number(size);
    if (length >= 0) blobs.set(id, output.subarray(end + 1, end + 1 + length));
    at = end + (length >= 0 ? length + 2 : 1);
  }
  return blobs;
}

/** Tells which findings of an analysis a change touches: by their own lines, or by a step of their path. */
export function touchedBy(before: Before, project: Project): (finding: Finding) => boolean {
  const known = new Map<string, { readonly lines: LineIndex; readonly changed: readonly LineSpan[] }>();
  const changesIn = (path: string) => {
    const found = known.get(path);
    if (found !== undefined) return found;
    const text = project.file(path)?.text ?? '';
    const old = before.get(path);
    const lines = new LineIndex(text);
    const changed = old === undefined ? [{ start: 0, end: lines.lineCount }] : changedLines(old, text);
    known.set(path, { lines, changed });
    return { lines, changed };
  };
  const touched = ({ path, range }: Location): boolean => {
    const { lines, changed } = changesIn(path);
    const first = lines.lineAt(range.start);
    const last = lines.lineAt(range.end);
    return changed.some(({ start, end }) => start <= last && first < end);
  };
  return ({ location, path }) => touched(location) || path.some((step) => touched(step.location));
}
