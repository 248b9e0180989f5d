import type { Finding } from '../core/finding.js';
import type { Fix } from '../core/fixes/fix.js';

/** A fix and the finding that it is for. */
export interface Candidate {
  readonly finding: Finding;
  readonly fix: Fix;
}

/**
 * Remembers which fixes left as many findings of their rule in the file as there were before. Tried again they would only pile up.
 */
export class FutileFixes {
  readonly #futile = new Set<string>();

  has(candidate: Candidate): boolean {
    return this.#futile.has(keyOf(candidate));
  }

  /** `before` and `after`: the findings that were selected on either side of applying the fixes. */
  learn(applied: readonly Candidate[], before: readonly Finding[], after: readonly Finding[]): void {
    for (const candidate of applied) {
      if (countLike(candidate.finding, after) >= countLike(candidate.finding, before))
        this.#futile.add(keyOf(candidate));
    }
  }
}

const keyOf = ({ finding, fix }: Candidate): string =>
  [finding.ruleId, finding.location.path, fix.id].join('\0');

const countLike = ({ ruleId, location }: Finding, findings: readonly Finding[]): number =>
  findings.filter((other) => other.ruleId === ruleId && other.location.path === location.path).length;
