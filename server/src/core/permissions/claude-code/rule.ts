import type { CommandPattern } from '../shell/commands.js';

/** A permission rule as Claude Code writes it: `Tool` or `Tool(specifier)`. */
export interface PermissionRule {
  readonly tool: string;
  readonly specifier?: string;
}

export function parseRule(text: string): PermissionRule | undefined {
  const parts = /^\s*([A-Za-z_*][\w*.:-]*)\s*(?:\((.*)\))?\s*$/s.exec(text);
  const tool = parts?.[1];
  if (tool === undefined) return undefined;
  const specifier = parts?.[2]?.trim();
  return specifier === undefined ? { tool } : { tool, specifier };
}

export const shellTools: ReadonlySet<string> = new Set(['Bash', 'PowerShell', 'Monitor']);

/** `Bash`, `Bash()`, `Bash(*)`, `Bash(:*)`, `Bash(**)`: the whole tool. */
export const isUnrestricted = ({ specifier }: PermissionRule): boolean =>
  specifier === undefined || /^:?\*{0,2}$/.test(specifier) || specifier === '* *';

/** What a `Bash(…)` specifier lets through. `npm run *` and the older `npm run:*` mean the same. */
export function commandPattern(
  specifier: string,
): CommandPattern & { readonly fixedAfter: string; readonly joined: boolean } {
  const modern = specifier.replace(/:\*$/, ' *');
  const star = modern.indexOf('*');
  const words = (star < 0 ? modern : modern.slice(0, star))
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const rest = star < 0 ? '' : modern.slice(star).replace(/^[*\s]+/, '');
  return {
    words,
    open: star >= 0,
    fixedAfter: rest,
    joined: star > 0 && !/\s/.test(modern.charAt(star - 1)),
  };
}

/** True when every call that `narrow` matches is matched by `broad` too. */
export function covers(broad: PermissionRule, narrow: PermissionRule): boolean {
  if (!coversTool(broad, narrow)) return false;
  if (isUnrestricted(broad)) return true;
  if (broad.specifier === undefined || narrow.specifier === undefined) return false;
  if (shellTools.has(broad.tool)) return coversCommand(broad.specifier, narrow.specifier);
  return matches(broad.specifier, narrow.specifier);
}

function coversTool(broad: PermissionRule, narrow: PermissionRule): boolean {
  if (broad.tool === narrow.tool) return true;
  if (!broad.tool.startsWith('mcp__') || broad.specifier !== undefined) return false;
  const server = broad.tool.replace(/__\*$/, '');
  const whole = !/^mcp__.+?__./.test(server);
  return (
    (whole && narrow.tool.startsWith(`${server}__`)) || (broad.tool.endsWith('__*') && narrow.tool === server)
  );
}

function coversCommand(broad: string, narrow: string): boolean {
  const [a, b] = [broad.replace(/:\*$/, ' *'), narrow.replace(/:\*$/, ' *')];
  if (a.endsWith(' *') && b === a.slice(0, -2)) return true;
  return matches(a, b);
}

/** Matches a pattern with `*` against a text (whose own `*` are plain characters), without backtracking over more than one star. */
function matches(pattern: string, text: string): boolean {
  const parts = pattern.split(/\*+/);
  const [head = '', ...middle] = parts;
  const tail = middle.pop();
  if (tail === undefined) return pattern === text;
  if (!text.startsWith(head) || !text.endsWith(tail) || text.length < head.length + tail.length) return false;
  let at = head.length;
  for (const part of middle) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > text.length - tail.length) return false;
    at = found + part.length;
  }
  return true;
}

/** Finds the rules that cover a rule among thousands: only those that begin with the same word are compared. */
export class RuleIndex {
  readonly #rules: readonly PermissionRule[];
  readonly #byStart = new Map<string, number[]>();

  constructor(rules: readonly PermissionRule[]) {
    this.#rules = rules;
    for (const [i, rule] of rules.entries()) {
      const start = startOf(rule, 'broad');
      const known = this.#byStart.get(start);
      if (known === undefined) this.#byStart.set(start, [i]);
      else known.push(i);
    }
  }

  /** Indexes of the rules that cover `rule`, itself included where it is among them. */
  *covering(rule: PermissionRule): Generator<number> {
    for (const start of new Set([startOf(rule, 'narrow'), `${family(rule)}\0`])) {
      for (const i of this.#byStart.get(start) ?? []) {
        const broad = this.#rules[i];
        if (broad !== undefined && covers(broad, rule)) yield i;
      }
    }
  }
}

/** Rules of different tools never cover each other, but for those of one MCP server. */
const family = ({ tool }: PermissionRule): string => /^mcp__[^_]*(?:_[^_]+)*/.exec(tool)?.[0] ?? tool;

/** Tool and first word; no word where a rule covers calls with different ones. */
function startOf(rule: PermissionRule, as: 'broad' | 'narrow'): string {
  const [, word = '', next = ''] = /^([^\s*:/]*)([\s\S]?)/.exec(rule.specifier ?? '') ?? [];
  const varies = as === 'broad' && (isUnrestricted(rule) || next === '*');
  return `${family(rule)}\0${varies ? '' : word}`;
}
