import type { TextEdit } from '../text/edits.js';

/**
 * `safe`: the meaning stays but for the guard; `unsafe`: the guard changes behaviour; `manual`: one of several choices,
 * never applied without a person.
 */
export type FixSafety = 'safe' | 'unsafe' | 'manual';

/** What one fix does to one file: edits of an existing file, or a file made anew. */
export type FileChange =
  | { readonly path: string; readonly edits: readonly TextEdit[] }
  | { readonly path: string; readonly create: string };

/** A complete remedy: applying all its changes is one undo step and removes the finding. */
export interface Fix {
  /** Names the guard or edit, unique among the fixes of one finding: "redact-pii", "env-var", "pin-version". */
  readonly id: string;
  /** Imperative, at most 70 characters: "Redact personal data before the call". */
  readonly title: string;
  readonly safety: FixSafety;
  /** At most one fix of a finding is preferred. */
  readonly preferred: boolean;
  readonly changes: readonly FileChange[];
}
