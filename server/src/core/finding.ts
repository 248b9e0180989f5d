import type { TextRange } from './text/range.js';

/** `error`: exploitable as written; `warning`: dangerous given plausible input; `info`: practice; `hint`: housekeeping. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';
export type Confidence = 'high' | 'medium' | 'low';
/** Who is shown a finding: everybody, those who asked for more, or an auditor who wants all of it. */
export type Persona = 'regular' | 'strict' | 'audit';

export const severities = ['error', 'warning', 'info', 'hint'] as const satisfies readonly Severity[];
export const personas = ['regular', 'strict', 'audit'] as const satisfies readonly Persona[];

/** True when `a` is at least as severe as `b`. */
export const atLeast = (a: Severity, b: Severity): boolean => severities.indexOf(a) <= severities.indexOf(b);

/** One level less severe; `info` stays `info` (a hint is housekeeping, never a weak danger). */
export const lower = (severity: Severity): Severity => (severity === 'error' ? 'warning' : 'info');

/** A place in a file. `path` is relative to the scan root, with `/` between its parts. */
export interface Location {
  readonly path: string;
  readonly range: TextRange;
}

/** One step of the way from a source to a sink, in the order in which the data travels. */
export interface PathStep {
  readonly location: Location;
  /** Short and without a full stop: "request body read here", "sent to the model as system prompt". */
  readonly message: string;
}

/** Plain, serialisable data; the same bytes in the editor, on the command line and in the worker. Holds no secret. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly persona: Persona;
  /** One sentence: what is wrong here. */
  readonly message: string;
  /** The sink argument, the prompt element, the callee (for limits) or the config entry. */
  readonly location: Location;
  /** From source to sink; empty when nothing flows. */
  readonly path: readonly PathStep[];
  /** Stable over edits elsewhere in the file: rule, path and the text around the finding, never a secret. */
  readonly fingerprint: string;
  /** `variant` (row of a fact table), `label` (taint label), `sink` (sink kind) and the like. */
  readonly properties: Readonly<Record<string, string>>;
}
