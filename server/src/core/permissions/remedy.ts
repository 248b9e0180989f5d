import type { ConfigValue } from '../config/edit.js';
import type { FixSafety } from '../fixes/fix.js';
import type { TextEdit } from '../text/edits.js';
import type { TextRange } from '../text/range.js';

/**
 * One change of a config file, as data, in terms of the document as it was read: an entry is named by the span of its key, a value or an
 * item by its own span. It becomes text edits when somebody asks for the fix.
 */
export type RemedyStep =
  /** Gives the value at `at` another one. */
  | { readonly do: 'replace'; readonly at: TextRange; readonly value: ConfigValue }
  /** Takes out entries of maps or items of lists, with their separators. */
  | { readonly do: 'remove'; readonly at: readonly TextRange[] }
  /** Takes items out of their list and appends them to the list at `to` (made when missing). */
  | { readonly do: 'move'; readonly at: readonly TextRange[]; readonly to: readonly string[] }
  /** Sets the entry at a path, making the maps on the way. */
  | { readonly do: 'put'; readonly path: readonly string[]; readonly value: ConfigValue }
  /** Appends values to the list at a path (made when missing). */
  | { readonly do: 'append'; readonly path: readonly string[]; readonly values: readonly ConfigValue[] }
  | { readonly do: 'rename'; readonly at: TextRange; readonly key: string }
  /** Replaces a wildcard item by one item per command of the project's own scripts, written by `format` with `{}` for the command. */
  | { readonly do: 'narrow'; readonly at: TextRange; readonly format: string }
  /** Writes the version that the project already uses behind a package name; `at` is the string that holds `spec`. */
  | {
      readonly do: 'pin';
      readonly at: TextRange;
      readonly spec: string;
      readonly name: string;
      readonly ecosystem: 'npm' | 'python';
    }
  /** Edits of the bare text, for Markdown bodies and parts of strings. */
  | { readonly do: 'edit'; readonly edits: readonly TextEdit[] };

/** A way out: all steps together are one fix. When a step cannot be done (no known version, no scripts), there is no fix. */
export interface Remedy {
  /** Unique among the remedies of one risk: "default-mode", "ask-first", "pin-version". */
  readonly id: string;
  /** Imperative, at most 70 characters. */
  readonly title: string;
  readonly safety: FixSafety;
  readonly steps: readonly RemedyStep[];
}
