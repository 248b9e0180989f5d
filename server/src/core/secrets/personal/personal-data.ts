/** A kind of personal data and how it is told from other numbers and names. Pure data but for the validator. */
export interface PersonalDataType {
  /** "us-ssn": country first, unless it is international. */
  readonly id: string;
  /** For the middle of a sentence: "US social security number". */
  readonly name: string;
  /** Source of a regular expression; its first group, if it has one, is the value. Bounded, without flags. */
  readonly pattern: string;
  /** Check digits or structure; gets the value with spaces, hyphens, dots and slashes taken out. */
  readonly valid: (compact: string, written: string) => boolean;
  /**
   * Words of which one must stand near (source of a case-insensitive expression). Numbers with at most one check digit need them: one number in ten
   * passes by chance.
   */
  readonly near?: string;
  /** `warning` for what identity or money can be stolen with; `info` for what finds a person. */
  readonly severity: 'warning' | 'info';
  /** A value of the same form that belongs to nobody, from public documentation. */
  readonly sample: string;
}
