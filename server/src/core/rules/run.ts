import type { Note } from '../analysis.js';
import { type Confidence, type Finding, lower, personas, type Severity } from '../finding.js';
import type { Policy } from '../policy/policy.js';
import { hash } from '../text/hash.js';
import type { TextRange } from '../text/range.js';
import { isTestCode } from '../workspace/test-code.js';
import { anchorOf } from './anchor.js';
import type { Hit, Rule, RuleContext } from './rule.js';

/** A finding with what its rule needs in order to compute fixes. */
export interface Reported {
  readonly finding: Finding;
  readonly rule: Rule;
  readonly hit: Hit;
}

/** A hit and the rule that made it. */
export interface Detected {
  readonly rule: Rule;
  readonly hit: Hit;
}

/** Runs every rule. A rule that fails gives a note and costs nothing else. */
export function detect(
  context: RuleContext,
  rules: readonly Rule[],
): { readonly detected: readonly Detected[]; readonly notes: readonly Note[] } {
  const detected: Detected[] = [];
  const notes: Note[] = [];
  for (const rule of rules) {
    try {
      for (const hit of rule.detect(context)) detected.push({ rule, hit });
    } catch (error) {
      notes.push({
        path: '',
        kind: 'internal',
        message: `rule ${rule.id} failed and was left out: ${messageOf(error)}`,
      });
    }
  }
  return { detected, notes };
}

export interface ReportOptions {
  readonly policyFor: (path: string) => Policy;
  /** Spans of a file that must not enter a fingerprint. */
  readonly confidentialIn: (path: string) => readonly TextRange[];
}

/** Turns hits into findings: policy applied, duplicates dropped, sorted by path, place and rule. */
export function report(
  detected: readonly Detected[],
  context: RuleContext,
  options: ReportOptions,
): readonly Reported[] {
  const candidates = [...detected].sort((a, b) => compare(a.rule, a.hit, b.rule, b.hit));
  const reported: Reported[] = [];
  const seen = new Set<string>();
  const twins = new Map<string, number>();
  const tests = new Map<string, boolean>();
  for (const { rule, hit: found } of candidates) {
    const { path, range } = found.location;
    const hit = inTests(rule, path, context, tests) ? { ...found, confidence: 'low' as const } : found;
    const severity = severityOf(rule, hit, options.policyFor(path));
    const identity = [rule.id, path, range.start, range.end, hit.key ?? ''].join('\0');
    if (severity === undefined || seen.has(identity)) continue;
    seen.add(identity);
    const anchor = anchorOf(rule, hit, context, options.confidentialIn(path));
    const twin = twins.get(anchor) ?? 0;
    twins.set(anchor, twin + 1);
    reported.push({ rule, hit, finding: toFinding(rule, hit, severity, hash(`${anchor}\0${twin}`)) });
  }
  return reported;
}

/**
 * In a test, what code does is seldom meant: clients are stand-ins, and options are there to be compared. A key is a key wherever it
 * stands.
 */
function inTests(
  { family }: Rule,
  path: string,
  { project }: RuleContext,
  known: Map<string, boolean>,
): boolean {
  if (family === 'secret' || family === 'meta') return false;
  const before = known.get(path);
  if (before !== undefined) return before;
  const module = project.module(path);
  const is = module !== undefined && isTestCode(module);
  known.set(path, is);
  return is;
}

/** The order in which findings are listed. */
export const compareReported = (a: Reported, b: Reported): number => compare(a.rule, a.hit, b.rule, b.hit);

/** True when the policy lets the rule report anything in a file. */
export function runsUnder(rule: Rule, policy: Policy): boolean {
  const chosen = policy.rules.get(rule.id);
  return chosen === undefined
    ? personas.indexOf(rule.persona) <= personas.indexOf(policy.persona)
    : chosen !== 'off';
}

/** `undefined` when policy or persona hides the hit. */
function severityOf(rule: Rule, hit: Hit, policy: Policy): Severity | undefined {
  const chosen = policy.rules.get(rule.id);
  if (chosen === 'off') return undefined;
  if (chosen !== undefined) return chosen;
  if (personas.indexOf(hit.persona ?? rule.persona) > personas.indexOf(policy.persona)) return undefined;
  const severity = hit.severity ?? rule.severity;
  return severity !== 'hint' && confidenceOf(rule, hit) === 'low' ? lower(severity) : severity;
}

const confidenceOf = (rule: Rule, hit: Hit): Confidence => hit.confidence ?? rule.confidence;

function toFinding(rule: Rule, hit: Hit, severity: Severity, fingerprint: string): Finding {
  return {
    ruleId: rule.id,
    severity,
    confidence: confidenceOf(rule, hit),
    persona: hit.persona ?? rule.persona,
    message: hit.message,
    location: hit.location,
    path: hit.path ?? [],
    fingerprint,
    properties:
      hit.variant === undefined ? (hit.properties ?? {}) : { ...hit.properties, variant: hit.variant },
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const compare = (ruleA: Rule, a: Hit, ruleB: Rule, b: Hit): number =>
  compareText(a.location.path, b.location.path) ||
  a.location.range.start - b.location.range.start ||
  a.location.range.end - b.location.range.end ||
  compareText(ruleA.id, ruleB.id) ||
  compareText(a.key ?? '', b.key ?? '') ||
  compareText(a.message, b.message);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
