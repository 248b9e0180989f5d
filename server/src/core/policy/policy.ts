import type { Persona, Severity } from '../finding.js';

/** An accepted finding: where a comment cannot stand (JSON) or would reach the model (prompts). */
export interface PolicyException {
  readonly rule: string;
  /** Glob over paths relative to the policy file's folder. */
  readonly path: string;
  readonly reason: string;
  /** Restricts it to one finding. */
  readonly fingerprint?: string;
}

/** The settings of one `sallyport.yaml`, or the defaults. Paths in it are relative to the file's folder. */
export interface Policy {
  readonly persona: Persona;
  /** Per rule id: another severity, or `off`. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  readonly exceptions: readonly PolicyException[];
  /** Globs of files that are left out. */
  readonly exclude: readonly string[];
}

export const defaultPolicy: Policy = { persona: 'regular', rules: new Map(), exceptions: [], exclude: [] };
