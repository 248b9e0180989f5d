import type { Note } from '../analysis.js';
import type { SourceFile } from '../project.js';
import { matchesGlob } from '../text/glob.js';
import { defaultPolicy, type Policy, type PolicyOrigin, pathForPolicy } from './policy.js';
import { readPolicy } from './read-policy.js';

/** The first one counts where a folder has both. */
export const policyFileNames = ['sallyport.yaml', 'sallyport.yml'] as const;

export const isPolicyFile = (path: string): boolean =>
  policyFileNames.some((name) => path === name || path.endsWith(`/${name}`));

/** A policy file in a folder above the scan root, up to the top of its repository. */
export interface PolicyAbove {
  /** Levels above the root: 1 for the folder that holds it. */
  readonly levels: number;
  readonly name: string;
  readonly text: string;
  /** Where the root lies as seen from the file, with a trailing `/`: "packages/app/". */
  readonly prefix: string;
}

/** The policy files of one root. The nearest one at or above a path holds for it, alone. */
export class Policies {
  /** By folder with a trailing `/`; "" for the root. */
  readonly #byFolder = new Map<string, Policy>();
  readonly #outer: Policy;
  readonly #files: ReadonlyMap<string, SourceFile>;
  readonly #above: readonly PolicyAbove[];
  readonly #ruleIds: readonly string[];
  readonly notes: readonly Note[];

  /** `above`: policy files over the root, outermost first; the nearest one holds where the root has none. */
  constructor(files: Iterable<SourceFile>, above: readonly PolicyAbove[], ruleIds: readonly string[]) {
    this.#files = new Map(
      [...files].filter(({ path }) => isPolicyFile(path)).map((file) => [file.path, file]),
    );
    this.#above = above;
    this.#ruleIds = ruleIds;
    const notes: Note[] = [];
    const read = (text: string, origin: PolicyOrigin): Policy => {
      const { policy, problems } = readPolicy(text, ruleIds);
      for (const { range, message } of problems)
        notes.push({ path: origin.path, kind: 'policy', message, range });
      return { ...policy, origin };
    };
    const nearest = above.at(-1);
    this.#outer =
      nearest === undefined
        ? defaultPolicy
        : read(nearest.text, {
            path: '../'.repeat(nearest.levels) + nearest.name,
            folder: '',
            prefix: nearest.prefix,
          });
    const sorted = [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const { path, text } of sorted) {
      const folder = path.slice(0, path.lastIndexOf('/') + 1);
      if (!this.#byFolder.has(folder)) this.#byFolder.set(folder, read(text, { path, folder, prefix: '' }));
    }
    this.notes = notes;
  }

  /** The policies after some files have changed; other files than policies are passed over. */
  updated(files: readonly SourceFile[]): Policies {
    const changed = files.filter(({ path }) => isPolicyFile(path));
    return changed.length === 0
      ? this
      : new Policies([...this.#files.values(), ...changed], this.#above, this.#ruleIds);
  }

  for(path: string): Policy {
    for (let end = path.lastIndexOf('/'); end !== -1; end = path.lastIndexOf('/', end - 1)) {
      const policy = this.#byFolder.get(path.slice(0, end + 1));
      if (policy !== undefined) return policy;
      if (end === 0) break;
    }
    return this.#byFolder.get('') ?? this.#outer;
  }

  /** True when the policy in force leaves the file out. */
  excludes(path: string): boolean {
    const policy = this.for(path);
    const seen = pathForPolicy(policy, path);
    return policy.exclude.some((glob) => matchesGlob(seen, glob));
  }
}
