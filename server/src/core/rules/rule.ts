import type { Confidence, Location, PathStep, Persona, Severity } from '../finding.js';
import type { Fix } from '../fixes/fix.js';
import type { Project } from '../project.js';
import type { Surface } from '../surface/surface.js';

/** Ids in public taxonomies; the two OWASP LLM lists are numbered differently, so both years are kept. */
export interface Taxonomy {
  readonly owaspLlm2025?: readonly string[];
  readonly owaspLlm2026?: readonly string[];
  readonly owaspAgentic?: readonly string[];
  readonly cwe?: readonly number[];
  readonly atlas?: readonly string[];
}

export type RuleFamily = 'prompt' | 'output' | 'tool' | 'secret' | 'limit' | 'supply' | 'permission' | 'meta';

/** What a rule found, before severity policy, suppression and fingerprinting turn it into a finding. */
export interface Hit {
  readonly location: Location;
  /** One sentence, at most 90 characters where possible (fits one line of Problems). Never a secret. */
  readonly message: string;
  readonly path?: readonly PathStep[];
  /** Overrides of the rule's own values for this hit. */
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly persona?: Persona;
  /** Row of a fact table, as `CC-BASH-ALL`. */
  readonly variant?: string;
  readonly properties?: Readonly<Record<string, string>>;
  /**
   * Tells hits of one rule at one place apart where the text there does not (a source label, a variant).
   * Part of the fingerprint.
   */
  readonly key?: string;
}

/** What a rule may look at. All of it is plain data. */
export interface RuleContext {
  readonly surface: Surface;
  readonly project: Project;
}

/**
 * One file per rule: what it is, why it matters, what to do, how it is found and how it is fixed. The index, the
 * documentation page, the settings schema and the SARIF rule table are derived from it.
 */
export interface Rule<H extends Hit = Hit> {
  /** Names the bad thing in kebab-case; must read well after "ignore". */
  readonly id: string;
  readonly family: RuleFamily;
  /** Version of Sallyport that introduced the rule. */
  readonly since: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The first persona to which it is shown. */
  readonly persona: Persona;
  readonly taxonomy: Taxonomy;
  /** What is wrong, in one sentence without jargon. */
  readonly summary: string;
  /** Why it matters, in Markdown. */
  readonly why: string;
  /** What to do, in Markdown. */
  readonly remedy: string;
  /** Pure and total. Order does not matter: the engine sorts. */
  detect(context: RuleContext): Iterable<H>;
  /** The remedies for one hit, best first. Called lazily; may return none. */
  fixes?(hit: H, context: RuleContext): readonly Fix[];
}

/** Gives a rule's hit type to its own `fixes` while the index sees plain rules. */
export const defineRule = <H extends Hit>(rule: Rule<H>): Rule => rule as unknown as Rule;
