/** What a sentence that turns an agent against the person it works for wants. */
export type DirectiveKind =
  | 'conceal'
  | 'override'
  | 'send'
  | 'read-secrets'
  | 'unattended'
  | 'decode'
  | 'backdoor';

/** How such sentences are put in one language. Expressions are searched in a text of any length: every gap in them is bounded. */
export interface Language {
  /** "Chinese". */
  readonly name: string;
  /** Letters or common words without which a text holds no sentence of this language. */
  readonly cue: RegExp;
  readonly patterns: readonly (readonly [kind: DirectiveKind, match: RegExp])[];
  /** Further ones, searched only in texts in which one of their rarer words stands. */
  readonly rarer?: { readonly cue: RegExp; readonly patterns: Language['patterns'] };
  /** Words that turn a sentence around, right in front of it or right behind it: "never", "…してはいけません". Hiding something is negative itself. */
  readonly negatedBefore: RegExp;
  readonly negatedAfter?: RegExp;
  /** The same in the middle: "Sende … niemals an …". */
  readonly negatedWithin?: RegExp;
  /** Words around a sentence that quote it: documentation of attacks is no attack. */
  readonly quoting: RegExp;
}

/** Names of credentials that are the same in every language. */
export const universalSecrets = String.raw`\.env\b|~\/\.(?:ssh|aws|config|kube)|id_rsa|api[ _-]?keys?|access tokens?`;

/** A pattern that is put together from parts; letters of any alphabet, capitals or not. */
export const sentence = (...parts: readonly string[]): RegExp => new RegExp(parts.join(''), 'giu');
