import type { Severity } from '../server/src/core/finding.js';

export interface RuleCase {
  readonly title: string;
  /** Must give nothing for the rule. */
  readonly silent: boolean;
  readonly blocks: readonly {
    readonly language: string;
    readonly file: string;
    readonly lines: readonly string[];
  }[];
}

export function readCases(markdown: string): RuleCase[];

export function expectations(
  lines: readonly string[],
  ruleId: string,
): { readonly line: number; readonly severity?: Severity }[];

export function withoutMarker(line: string): string[];
