import type { Severity } from '../../finding.js';
import { type Check, check } from '../check.js';
import type { Remedy } from '../remedy.js';
import type { Variant } from '../risk.js';
import { type Listed, listed } from './entries.js';
import { type Inert, inertReason } from './inert.js';
import { covers, RuleIndex } from './rule.js';

const inertRows: Readonly<Record<Inert['variant'], Variant>> = {
  'CC-INERT-PATH': { id: 'CC-INERT-PATH', rule: 'permission-rule-inert' },
  'CC-INERT-PARAM': { id: 'CC-INERT-PARAM', rule: 'permission-rule-inert' },
  'CC-INERT-MCPGLOB': { id: 'CC-INERT-MCPGLOB', rule: 'permission-rule-inert' },
  'CC-INERT-COLON': { id: 'CC-INERT-COLON', rule: 'permission-rule-inert' },
  'CC-INERT-SLASH': { id: 'CC-INERT-SLASH', rule: 'permission-rule-inert' },
};

/** A protection that does nothing is worse than none: its author counts on it. */
function severityOf(variant: Inert['variant'], decision: 'allow' | 'ask' | 'deny'): Severity {
  if (variant === 'CC-INERT-PATH') return decision === 'allow' ? 'info' : 'error';
  if (variant === 'CC-INERT-PARAM' || variant === 'CC-INERT-SLASH')
    return decision === 'deny' ? 'error' : 'warning';
  return 'warning';
}

export const inertEntries: Check = check(Object.values(inertRows), function* (file) {
  for (const decision of ['deny', 'ask', 'allow'] as const) {
    const entries = listed(file, decision);
    for (const entry of entries) {
      const inert = inertReason(entry.rule, decision, file.scope);
      if (inert === undefined) continue;
      yield {
        variant: inertRows[inert.variant],
        severity: severityOf(inert.variant, decision),
        range: entry.range,
        message: `${entry.text} ${decision === 'allow' ? 'has no effect' : 'protects nothing'}: ${inert.why}`,
        remedies: inertRemedies(entry, inert, entries, decision),
      };
    }
  }
});

function inertRemedies(
  entry: Listed,
  inert: Inert,
  entries: readonly Listed[],
  decision: 'allow' | 'ask' | 'deny',
): readonly Remedy[] {
  const drop: Remedy = {
    id: 'remove',
    title: 'Remove the rule that has no effect',
    safety: 'safe',
    steps: [{ do: 'remove', at: [entry.range] }],
  };
  const { instead } = inert;
  if (instead === undefined) return [drop];
  if (entries.some((other) => other.text === instead)) return [drop];
  const rewrite: Remedy = {
    id: 'rewrite',
    title: `Write it as ${instead.length < 40 ? instead : 'the form that works'}`,
    // A restriction that starts to work changes what the agent may do; an allowance even more so.
    safety: decision === 'allow' ? 'unsafe' : 'safe',
    steps: [{ do: 'replace', at: entry.range, value: instead }],
  };
  return decision === 'allow' ? [drop, rewrite] : [rewrite];
}

const shadowed: Variant = { id: 'CC-SHADOW', rule: 'permission-rule-shadowed' };
const subsumed: Variant = { id: 'CC-SUBSUMED', rule: 'permission-rule-shadowed' };

/** Entries that another one makes pointless. */
export const shadowedEntries: Check = check([shadowed, subsumed], function* (file) {
  const allows = listed(file, 'allow').filter(
    ({ rule }) => inertReason(rule, 'allow', file.scope) === undefined,
  );
  const stronger = (['deny', 'ask'] as const).flatMap((decision) =>
    listed(file, decision).map((entry) => ({ ...entry, decision })),
  );
  const amongStronger = new RuleIndex(stronger.map(({ rule }) => rule));
  const amongAllows = new RuleIndex(allows.map(({ rule }) => rule));
  const covered: Listed[] = [];
  for (const [i, entry] of allows.entries()) {
    const over = stronger[first(amongStronger.covering(entry.rule)) ?? -1];
    if (over !== undefined) {
      yield {
        variant: shadowed,
        severity: 'info',
        range: entry.range,
        message: `${entry.text} never applies: ${over.text} in ${over.decision} wins, however specific this is`,
        remedies: [
          {
            id: 'remove',
            title: 'Remove the rule that never applies',
            safety: 'safe',
            steps: [{ do: 'remove', at: [entry.range] }],
          },
        ],
      };
    } else if (addsNothing(allows, amongAllows, i)) {
      covered.push(entry);
    }
  }
  const [narrow] = covered;
  if (narrow === undefined) return;
  yield {
    variant: subsumed,
    severity: 'info',
    range: narrow.range,
    message: `${narrow.text}${covered.length > 1 ? ` and ${covered.length - 1} more` : ''} is already allowed by a broader rule of this list`,
    remedies: [
      {
        id: 'remove',
        title: 'Remove the rules that add nothing',
        safety: 'safe',
        steps: [{ do: 'remove', at: covered.map((entry) => entry.range) }],
      },
    ],
  };
});

/** A broader rule says it already; of two that say the same, the first one stays. */
function addsNothing(allows: readonly Listed[], index: RuleIndex, i: number): boolean {
  const entry = allows[i];
  if (entry === undefined) return false;
  for (const k of index.covering(entry.rule)) {
    const other = allows[k];
    if (k !== i && other !== undefined && (k < i || !covers(entry.rule, other.rule))) return true;
  }
  return false;
}

const first = <T>(items: Iterable<T>): T | undefined => {
  for (const item of items) return item;
  return undefined;
};
