import type { ConfigNode } from '../config/config-node.js';
import { type KeyPattern, type Selected, select } from '../config/path.js';
import type { Severity } from '../finding.js';
import type { TextRange } from '../text/range.js';
import type { ConfigScope } from './agent-config.js';
import type { ConfigFile } from './product.js';
import type { Remedy } from './remedy.js';
import type { Risk, Variant } from './risk.js';

/** Looks at one file and tells what is dangerous about it. Pure and total. */
export interface Check {
  /** All variants that it can report. */
  readonly variants: readonly Variant[];
  run(file: ConfigFile): Iterable<Risk>;
}

/** A value that a check is looking at. */
export interface Found extends Selected {
  readonly file: ConfigFile;
}

export type Matcher = (node: ConfigNode, found: Found) => boolean;

/** A setting that is dangerous for some of its values: most rows of the inventory are one of these. */
export interface Setting extends Variant {
  readonly at: KeyPattern | readonly KeyPattern[];
  readonly when: Matcher;
  readonly severity: Severity | ((found: Found) => Severity | undefined);
  readonly says: string | ((found: Found) => string);
  readonly remedy?: RemedyOf | readonly RemedyOf[];
}

/** Builds the way out for a value that was found. */
export type RemedyOf = (found: Found) => Remedy | undefined;

export function setting(row: Setting): Check {
  const { at, when, severity, says, remedy, ...variant } = row;
  const patterns = typeof at === 'string' ? [at] : at;
  const remedies = remedy === undefined ? [] : typeof remedy === 'function' ? [remedy] : remedy;
  return {
    variants: [variant],
    *run(file) {
      for (const selected of patterns.flatMap((pattern) => select(file.root, pattern))) {
        const found: Found = { ...selected, file };
        if (!when(found.node, found)) continue;
        const level = typeof severity === 'function' ? severity(found) : severity;
        if (level === undefined) continue;
        yield {
          variant,
          severity: level,
          range: rangeOf(found),
          message: typeof says === 'function' ? says(found) : says,
          ...(found.entry === undefined ? {} : { keys: found.keys }),
          remedies: remedies.flatMap((build) => build(found) ?? []),
        };
      }
    },
  };
}

/** A check whose logic is its own; `variants` are the rows that it covers. */
export const check = (variants: readonly Variant[], run: (file: ConfigFile) => Iterable<Risk>): Check => ({
  variants,
  run,
});

/** What a value is reported at: the entry ("key": value), only its key where the value is a map or list, or the item of a list. */
export function rangeOf({ entry, node }: Selected): TextRange {
  if (entry === undefined) return node.range;
  return node.kind === 'map' || node.kind === 'list' ? entry.keyRange : entry.range;
}

/** A severity per scope of the file. */
export const byScope =
  (levels: Partial<Record<ConfigScope, Severity>> & { readonly otherwise: Severity }) =>
  (found: Found): Severity =>
    levels[found.file.scope] ?? levels.otherwise;
