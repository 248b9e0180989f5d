import type { Persona, Severity } from '../core/finding.js';

/** Client settings (section `sallyport`). Anything malformed counts as not set. */
export interface Settings {
  /** `undefined`: as the policy file says. */
  readonly persona: Persona | undefined;
  /** Which files' findings are published: those of open documents, or of the whole workspace. */
  readonly scope: 'open' | 'workspace';
  /** Lowest severity that is published. */
  readonly severity: Severity;
}

export const defaultSettings: Settings = { persona: undefined, scope: 'open', severity: 'info' };

export function readSettings(value: unknown): Settings {
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return {
    persona: oneOf(given.persona, ['regular', 'strict', 'audit']),
    scope: oneOf(given.scope, ['open', 'workspace']) ?? defaultSettings.scope,
    severity: oneOf(given.severity, ['error', 'warning', 'info', 'hint']) ?? defaultSettings.severity,
  };
}

const oneOf = <T extends string>(value: unknown, allowed: readonly T[]): T | undefined =>
  allowed.find((candidate) => candidate === value);
