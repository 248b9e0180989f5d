import type { Severity } from '../finding.js';
import type { Capability } from '../surface/model-use.js';
import type { TextRange } from '../text/range.js';
import type { ToolGrant } from './agent-config.js';
import { type Check, check } from './check.js';
import type { ConfigFile } from './product.js';
import type { Remedy } from './remedy.js';
import type { Variant } from './risk.js';
import { covers } from './wildcard.js';

/** A permission rule of a product that asks its rules in some order and takes the first answer. */
export interface OrderedRule {
  /** May hold `*`. */
  readonly tool: string;
  /** What the call must look like, `*` for any text; absent: every call of the tool. */
  readonly pattern?: string;
  /** Further conditions. Rules with different ones are not compared, save that a rule without any covers those with some. */
  readonly condition?: string;
  readonly decision: ToolGrant['decision'];
  /** Reported, and named in fixes: the key of an entry, or the whole item. */
  readonly range: TextRange;
}

/** Rules that are compared with each other: far more than people write, few enough to compare all pairs. */
const limit = 400;

export const coversRule = (broad: OrderedRule, narrow: OrderedRule): boolean =>
  covers(broad.tool, narrow.tool) &&
  (broad.pattern === undefined || coversPattern(broad.pattern, narrow.pattern)) &&
  (broad.condition === undefined || broad.condition === narrow.condition);

/** `git *` also stands for `git` alone, in every product that has such patterns. */
const coversPattern = (broad: string, narrow: string | undefined): boolean =>
  covers(broad, narrow ?? '*') || (broad.endsWith(' *') && narrow === broad.slice(0, -2));

/** For each rule that never decides, the one that always answers before it. `asked`: in the order in which the product asks. */
export function neverReached<R extends OrderedRule>(asked: readonly R[]): ReadonlyMap<R, R> {
  const found = new Map<R, R>();
  const compared = asked.slice(0, limit);
  for (const [i, rule] of compared.entries()) {
    const first = compared.slice(0, i).find((earlier) => coversRule(earlier, rule));
    if (first !== undefined) found.set(rule, first);
  }
  return found;
}

/** Rules that do decide. */
export function reached<R extends OrderedRule>(asked: readonly R[]): readonly R[] {
  const dead = neverReached(asked);
  return asked.filter((rule) => !dead.has(rule));
}

export function orderedGrants(
  asked: readonly OrderedRule[],
  capabilitiesOf: (tool: string) => readonly Capability[],
  inert?: string,
): readonly ToolGrant[] {
  const dead = neverReached(asked);
  return asked.map((rule) => {
    const winner = dead.get(rule);
    const because = inert ?? (winner === undefined ? undefined : `${nameOf(winner)} decides before it`);
    return {
      tool: rule.tool,
      ...(rule.pattern === undefined ? {} : { specifier: rule.pattern }),
      decision: rule.decision,
      capabilities: capabilitiesOf(rule.tool),
      effective: because === undefined,
      ...(because === undefined ? {} : { inertBecause: because }),
      range: rule.range,
    };
  });
}

/** "bash git push *: deny". */
export const nameOf = ({ tool, pattern, decision }: OrderedRule): string =>
  `${pattern === undefined ? tool : `${tool} ${pattern}`}: ${decision}`;

const strictness = { allow: 0, ask: 1, deny: 2 } as const;

export interface ShadowOptions<R extends OrderedRule> {
  readonly rulesOf: (file: ConfigFile) => readonly (readonly R[])[];
  /** Continues "X never decides: Y …": "comes later, and the last match wins". */
  readonly why: string;
  /** For an allowance that a stricter rule takes back; what protects nothing is a warning anyway. */
  readonly severity: Severity;
  /** A way to give the dead rules their effect back; removing them is offered anyway. */
  readonly revive?: (winner: R, dead: readonly R[], file: ConfigFile) => Remedy | undefined;
}

/** Reports rules that never decide: one hit per rule that wins over them. `rulesOf` gives lists that the product asks one by one. */
export const shadowedRules = <R extends OrderedRule>(variant: Variant, options: ShadowOptions<R>): Check =>
  check([variant], function* (file) {
    for (const asked of options.rulesOf(file)) {
      const losers = new Map<R, R[]>();
      for (const [loser, winner] of neverReached(asked))
        losers.set(winner, [...(losers.get(winner) ?? []), loser]);
      for (const [winner, dead] of losers) {
        const inOrder = [...dead].sort((a, b) => a.range.start - b.range.start);
        const [first] = inOrder;
        if (first === undefined) continue;
        const undone = dead.some((rule) => strictness[rule.decision] > strictness[winner.decision]);
        const same = dead.every((rule) => rule.decision === winner.decision);
        const more = dead.length > 1 ? ` and ${dead.length - 1} more never decide` : ' never decides';
        const revived = same ? undefined : options.revive?.(winner, inOrder, file);
        yield {
          variant,
          severity: undone ? 'warning' : same ? 'info' : options.severity,
          range: first.range,
          message: `${nameOf(first)}${more}: ${nameOf(winner)} ${options.why}`,
          remedies: [...(revived === undefined ? [] : [revived]), removeDead(inOrder)],
        };
      }
    }
  });

const removeDead = (dead: readonly OrderedRule[]): Remedy => ({
  id: 'remove',
  title: dead.length === 1 ? 'Remove the rule that never decides' : 'Remove the rules that never decide',
  safety: 'safe',
  steps: [{ do: 'remove', at: dead.map(({ range }) => range) }],
});
