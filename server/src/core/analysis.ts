import type { Finding } from './finding.js';
import type { Fix } from './fixes/fix.js';
import type { Project } from './project.js';
import type { Surface } from './surface/surface.js';
import type { TextRange } from './text/range.js';

/** Something the reader of a report should know that is no finding: a file that was skipped, cut short or could not be parsed. */
export interface Note {
  readonly path: string;
  readonly kind: 'skipped' | 'syntax' | 'budget' | 'policy' | 'internal';
  /** One clear line without a full stop: "not valid JSON: a comma is missing". */
  readonly message: string;
  readonly range?: TextRange;
}

/** A finding that a comment or an entry of the policy file accepts, with the reason given there. */
export interface Suppressed {
  readonly finding: Finding;
  readonly reason: string;
  readonly origin: 'comment' | 'policy';
}

/** What one run over a workspace gives. Plain data but for `fixes`. */
export interface Analysis {
  /** Sorted by path, then range, then rule id. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly notes: readonly Note[];
  readonly surface: Surface;
  readonly project: Project;
  /** The remedies for a finding of this analysis, best first; computed on demand, as only those that are shown are needed. */
  fixes(finding: Finding): readonly Fix[];
}
