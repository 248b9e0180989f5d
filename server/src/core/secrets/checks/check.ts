/** Outcome of a test on one token. */
export interface CheckResult {
  readonly passed: boolean;
  /** Facts that the token itself tells, safe to show: "account": "123456789012". */
  readonly facts?: Readonly<Record<string, string>>;
  /** The token says of itself that it is public (role "anon"). */
  readonly publishable?: boolean;
  /** The token is of no use any more, or says that it is a demonstration. */
  readonly expired?: boolean;
  /** It was issued as bait: whoever uses it is noticed, and gains nothing. */
  readonly decoy?: boolean;
}

export type Check = (token: string) => CheckResult;

export const verdict = (passed: boolean): CheckResult => ({ passed });
