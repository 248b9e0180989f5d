import type { Severity } from '../../finding.js';
import type { TextRange } from '../../text/range.js';
import { type Check, check } from '../check.js';
import type { ConfigFile } from '../product.js';
import type { Remedy } from '../remedy.js';
import type { Variant } from '../risk.js';
import type { CommandDanger } from './commands.js';

/** An entry of a product's list of commands that run unasked. */
export interface AllowedCommand {
  /** As written. */
  readonly text: string;
  readonly danger: CommandDanger | 'unanchored' | undefined;
  readonly range: TextRange;
}

const severities: Readonly<Record<NonNullable<AllowedCommand['danger']>, Severity>> = {
  everything: 'error',
  shell: 'error',
  network: 'error',
  destructive: 'error',
  runner: 'warning',
  unanchored: 'warning',
  broad: 'info',
};

const meanings: Readonly<Record<NonNullable<AllowedCommand['danger']>, string>> = {
  everything: 'lets every command run without asking',
  shell: 'hands any text to a shell without asking',
  network: 'sends and fetches anything without asking',
  destructive: 'cannot be undone, and runs without asking',
  runner: 'runs whatever follows it without asking',
  unanchored: 'fits anywhere in a command line, behind any program; start it with ^',
  broad: 'allows all its options and sub-commands, those that run other programs too',
};

/** Reports the dangerous entries of an allow list: one hit per severity, however many entries there are. */
export const commandAllowList = <C extends AllowedCommand>(
  variant: Variant,
  commandsIn: (file: ConfigFile) => readonly C[],
  remedy: (entries: readonly C[]) => Remedy,
): Check =>
  check([variant], function* (file) {
    const groups = new Map<Severity, C[]>();
    // Some products ask their rules in another order than that of the text.
    const commands = [...commandsIn(file)].sort((a, b) => a.range.start - b.range.start);
    const runs = commands.some(({ danger }) => danger === 'runner');
    for (const entry of commands) {
      if (entry.danger === undefined) continue;
      // Programs that run others are one problem of a list, whether they always do or by an option.
      const severity = severities[entry.danger === 'broad' && runs ? 'runner' : entry.danger];
      groups.set(severity, [...(groups.get(severity) ?? []), entry]);
    }
    for (const [severity, all] of groups) {
      const entries = [...all].sort((a, b) => Number(a.danger === 'broad') - Number(b.danger === 'broad'));
      const [first] = entries;
      if (first?.danger === undefined) continue;
      const also = entries.length === 1 ? '' : ` (and ${entries.length - 1} more like it)`;
      yield {
        variant,
        severity,
        range: first.range,
        message: `${first.text} ${meanings[first.danger]}${also}`,
        remedies: [remedy(entries)],
      };
    }
  });

/** Takes the entries out of their list. */
export const removeEntries = (entries: readonly AllowedCommand[]): Remedy => ({
  id: 'remove',
  title: entries.length === 1 ? 'Remove it from the allow list' : 'Remove them from the allow list',
  safety: 'unsafe',
  steps: [{ do: 'remove', at: entries.map((entry) => entry.range) }],
});
