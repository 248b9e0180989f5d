import type { Confidence } from '../../finding.js';
import type { TextRange } from '../../text/range.js';
import type { SecretFormat } from '../formats/format.js';

/** What is known about a kind of secret, whether it is a row of the format table or found by other means. */
export type SecretKind = Pick<
  SecretFormat,
  'id' | 'provider' | 'noun' | 'publishable' | 'revoke' | 'variable' | 'ai'
>;

/**
 * How much the way of finding tells about the value. Where two candidates overlap, the higher one stays: a token with marks of its own, a
 * value beside its provider's name, a form that many providers share, a value in a sentence about passwords, a value of something named "secret".
 */
export const specificity = { marked: 5, named: 4, shared: 3, prose: 2, generic: 1 } as const;
export type Specificity = (typeof specificity)[keyof typeof specificity];

/** A possible secret, with its value. Candidates live within one scan and are never handed out. */
export interface Candidate {
  readonly kind: SecretKind;
  readonly specificity: Specificity;
  /** Of the value alone, in the text that is scanned. */
  readonly range: TextRange;
  readonly value: string;
  readonly confidence: Confidence;
  readonly sample: boolean;
  readonly publishable?: boolean;
  /** Tests of structure that the value passed: "github", "age". */
  readonly checks?: readonly string[];
  /** What the value tells about itself and may be shown. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** Where a detector works: in every file, where keys are to be expected (prompts, LLM code, configuration), or in prompts only. */
export type Scope = 'everywhere' | 'guarded' | 'prompts';

/** Recognises one kind of secret at the places where one of its keywords occurs. */
export interface Detector {
  readonly scope: Scope;
  /** In lower case; matched without regard to case. */
  readonly keywords: readonly string[];
  /**
   * Looks at an occurrence of a keyword (`start` to `end`) and reports what it finds there. Must look at a bounded stretch of the text
   * only, so that the time for a text grows with its length.
   */
  detect(text: string, start: number, end: number, report: (candidate: Candidate) => void): void;
}
