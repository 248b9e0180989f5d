import type { Persona, Severity } from '../finding.js';
import type { TextRange } from '../text/range.js';

/** An accepted finding: where a comment cannot stand (JSON) or would reach the model (prompts). */
export interface PolicyException {
  readonly rule: string;
  /** Glob over paths relative to the policy file's folder. */
  readonly path: string;
  readonly reason: string;
  /** Restricts it to one finding. */
  readonly fingerprint?: string;
  /** The entry in the policy file. */
  readonly range: TextRange;
}

/** The settings of one `sallyport.yaml`, or the defaults. Paths in it are relative to the file's folder. */
export interface Policy {
  readonly persona: Persona;
  /** Per rule id: another severity, or `off`. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  readonly exceptions: readonly PolicyException[];
  /** Globs of files that are left out. */
  readonly exclude: readonly string[];
  /** Where it was read; absent for the defaults. */
  readonly origin?: PolicyOrigin;
}

/** Relates the paths of a scan to the folder of a policy file, which may lie above the scan root. */
export interface PolicyOrigin {
  /** The policy file, relative to the scan root; begins with `../` when it lies above. */
  readonly path: string;
  /** Folder of the policy file with a trailing `/`; "" when that is the scan root or above it. */
  readonly folder: string;
  /** What stands before a path of the scan as seen from the policy file: "packages/app/"; "" unless it lies above. */
  readonly prefix: string;
}

export const defaultPolicy: Policy = { persona: 'regular', rules: new Map(), exceptions: [], exclude: [] };

/** A path of the scan as the globs of its policy file see it. */
export function pathForPolicy(policy: Policy, path: string): string {
  const { folder = '', prefix = '' } = policy.origin ?? {};
  return prefix + (path.startsWith(folder) ? path.slice(folder.length) : path);
}
