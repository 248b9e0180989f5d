import ignore, { type Ignore } from 'ignore';
import type { Repository } from './file-system.js';

interface Layer {
  /** Folder of the ignore file with a trailing `/`, as seen from the top of the repository; "" for the top. */
  readonly base: string;
  readonly patterns: Ignore;
}

/**
 * What git ignores, as seen from one folder: the ignore files from the top of the repository down to it. Immutable; each folder
 * adds its own layer. As in git, the deepest file with an opinion wins.
 */
export class IgnoreRules {
  readonly #prefix: string;
  /** Deepest first. */
  readonly #layers: readonly Layer[];

  private constructor(prefix: string, layers: readonly Layer[]) {
    this.#prefix = prefix;
    this.#layers = layers;
  }

  static outside(repository: Repository | undefined): IgnoreRules {
    const prefix = repository === undefined || repository.prefix === '' ? '' : `${repository.prefix}/`;
    const layers = (repository?.ignores ?? []).map(({ folder, patterns }) => layer(folder, patterns));
    return new IgnoreRules(prefix, layers.reverse());
  }

  /** The root itself lies in a folder that git ignores. */
  get ignoresRoot(): boolean {
    const parts = this.#prefix.split('/').filter(Boolean);
    const top = new IgnoreRules('', this.#layers);
    return parts.some((_, i) => top.ignores(parts.slice(0, i + 1).join('/'), true));
  }

  /** The rules inside `folder` (relative to the root), which has an ignore file with these patterns. */
  within(folder: string, patterns: string): IgnoreRules {
    return new IgnoreRules(this.#prefix, [layer(this.#prefix + folder, patterns), ...this.#layers]);
  }

  /** No rules, but the same place in the repository: for folders that were asked for by name although they are ignored. */
  forgotten(): IgnoreRules {
    return new IgnoreRules(this.#prefix, []);
  }

  ignores(path: string, isFolder: boolean): boolean {
    const full = this.#prefix + path + (isFolder ? '/' : '');
    for (const { base, patterns } of this.#layers) {
      if (!full.startsWith(base) || full.length === base.length) continue;
      const verdict = patterns.test(full.slice(base.length));
      if (verdict.ignored) return true;
      if (verdict.unignored) return false;
    }
    return false;
  }
}

function layer(folder: string, patterns: string): Layer {
  const clean = folder.replace(/\/+$/, '');
  return {
    base: clean === '' ? '' : `${clean}/`,
    patterns: ignore({ allowRelativePaths: true, ignorecase: false }).add(patterns),
  };
}
