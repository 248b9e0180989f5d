import type { Finding } from '../finding.js';
import { isPolicyFile } from '../policy/policies.js';
import { type Policy, type PolicyException, pathForPolicy } from '../policy/policy.js';
import type { Project } from '../project.js';
import { matchesGlob } from '../text/glob.js';
import type { MetaHit } from './apply.js';

/** What the exceptions of the policies ask of the run they speak for. */
export interface ExceptionContext {
  readonly project: Project;
  readonly policyFor: (path: string) => Policy;
  /** Whether a rule reports in a file at all. */
  readonly runs: (ruleId: string, path: string) => boolean;
}

/** The exceptions of all policy files of a run and which of them have accepted something. */
export class Exceptions {
  readonly #context: ExceptionContext;
  readonly #used = new Set<PolicyException>();

  constructor(context: ExceptionContext) {
    this.#context = context;
  }

  /** Why a finding is accepted; `undefined` when no exception names it. */
  reasonFor({ ruleId, fingerprint, location: { path } }: Finding): string | undefined {
    const policy = this.#context.policyFor(path);
    const seen = pathForPolicy(policy, path);
    const accepting = policy.exceptions.find(
      (exception) =>
        exception.rule === ruleId &&
        (exception.fingerprint === undefined || exception.fingerprint === fingerprint) &&
        matchesGlob(seen, exception.path),
    );
    if (accepting !== undefined) this.#used.add(accepting);
    return accepting?.reason;
  }

  /**
   * Exceptions that have accepted nothing. Only of policy files that are part of the run: one that lies above it speaks for files that
   * were not looked at.
   */
  complaints(): MetaHit[] {
    const { project, policyFor } = this.#context;
    return project.paths.filter(isPolicyFile).flatMap((path) => {
      const policy = policyFor(path);
      if (policy.origin?.path !== path) return [];
      return policy.exceptions
        .filter((exception) => !this.#used.has(exception) && this.#couldAccept(exception, policy))
        .map(
          ({ rule, range }): MetaHit => ({
            ruleId: 'suppression-stale',
            hit: {
              location: { path, range },
              message: `Nothing is left for ${rule} that this exception accepts`,
            },
          }),
        );
    });
  }

  /** A rule that does not run where the exception holds may well find something when it does. */
  #couldAccept({ rule, path: glob }: PolicyException, policy: Policy): boolean {
    const { project, policyFor, runs } = this.#context;
    const files = project.paths.filter(
      (path) => policyFor(path) === policy && matchesGlob(pathForPolicy(policy, path), glob),
    );
    return files.length === 0 || files.some((path) => runs(rule, path));
  }
}
