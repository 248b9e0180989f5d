import { range, type TextRange } from '../../text/range.js';
import type { ToolGrant } from '../agent-config.js';
import type { ConfigFile } from '../product.js';
import { type AllowedCommand, commandAllowList } from '../shell/allow-list.js';
import { commandDanger } from '../shell/commands.js';

interface PrefixRule {
  readonly decision: string;
  /** One list of words per alternative. */
  readonly words: readonly (readonly string[])[];
  readonly range: TextRange;
}

/** `prefix_rule(pattern = ["git", ["push", "fetch"]], decision = "allow")`, the only form of these Starlark files. */
function prefixRules({ text }: ConfigFile): readonly PrefixRule[] {
  return [...text.matchAll(/\bprefix_rule\s*\(([^()]{0,2000})\)/g)].flatMap((match) => {
    const [whole, body = ''] = match;
    const decision = /\bdecision\s*=\s*["'](\w+)["']/.exec(body)?.[1] ?? 'allow';
    const pattern = /\bpattern\s*=\s*\[((?:[^[\]]|\[[^[\]]*\])*)\]/.exec(body)?.[1];
    const commented = /#[^\n]*$/.test(text.slice(0, match.index).split('\n').at(-1) ?? '');
    if (pattern === undefined || commented) return [];
    return [
      { decision, words: alternatives(pattern), range: range(match.index, match.index + whole.length) },
    ];
  });
}

const allowedPrefixes = (file: ConfigFile): readonly AllowedCommand[] =>
  prefixRules(file)
    .filter(({ decision }) => decision === 'allow')
    .map(({ words, range: span }) => {
      const dangers = words.map((one) => commandDanger({ words: one, open: true }));
      const danger = dangers.find((found) => found !== undefined);
      return { text: words[dangers.indexOf(danger)]?.join(' ') ?? '', danger, range: span };
    });

const decisions: Readonly<Record<string, ToolGrant['decision']>> = {
  allow: 'allow',
  prompt: 'ask',
  forbidden: 'deny',
};

export const ruleGrants = (file: ConfigFile): readonly ToolGrant[] =>
  prefixRules(file).flatMap(({ decision, words, range: span }) => {
    const known = decisions[decision];
    if (known === undefined) return [];
    return words.map((one) => ({
      tool: 'shell',
      specifier: one.join(' '),
      matches: 'prefix' as const,
      decision: known,
      capabilities: ['shell'] as const,
      effective: true,
      range: span,
    }));
  });

/** One list of words per alternative of the first place that has some. */
function alternatives(pattern: string): readonly (readonly string[])[] {
  const words: string[][] = [...pattern.matchAll(/\[([^\]]*)\]|"([^"]*)"|'([^']*)'/g)].map((match) =>
    match[1] === undefined
      ? [match[2] ?? match[3] ?? '']
      : [...match[1].matchAll(/["']([^"']*)["']/g)].map((m) => m[1] ?? ''),
  );
  const branching = words.find((choices) => choices.length > 1) ?? [''];
  return branching
    .slice(0, 20)
    .map((choice) => words.map((choices) => (choices === branching ? choice : (choices[0] ?? ''))));
}

export const ruleFileCheck = commandAllowList(
  { id: 'CX-RULES', rule: 'excessive-tool-grant' },
  allowedPrefixes,
  (entries) => ({
    id: 'remove',
    title: entries.length === 1 ? 'Remove the rule' : 'Remove these rules',
    safety: 'unsafe',
    steps: [{ do: 'edit', edits: entries.map((entry) => ({ range: entry.range, newText: '' })) }],
  }),
);
