import type { ConfigValue } from '../config/edit.js';
import type { RemedyOf } from './check.js';

/** "Set `permissions.defaultMode` to default". Behaviour changes, so a person decides. */
export const setTo =
  (value: ConfigValue, title?: string): RemedyOf =>
  (found) => ({
    id: 'safe-value',
    title:
      title ?? `Set ${nameOf(found.keys)} to ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    safety: 'unsafe',
    steps: [{ do: 'replace', at: found.node.range, value }],
  });

/** Takes the entry or item out. */
export const remove =
  (title?: string): RemedyOf =>
  (found) => ({
    id: 'remove',
    title: title ?? `Remove ${nameOf(found.keys)}`,
    safety: 'unsafe',
    steps: [{ do: 'remove', at: [found.entry?.keyRange ?? found.node.range] }],
  });

/** Moves the item to another list of the same file. */
export const moveTo =
  (to: readonly string[], title: string): RemedyOf =>
  (found) => ({
    id: `move-to-${to.at(-1) ?? ''}`,
    title,
    safety: 'unsafe',
    steps: [{ do: 'move', at: [found.node.range], to }],
  });

/** The key that a person would name: the last one that is no index. */
const nameOf = (keys: readonly string[]): string =>
  keys.filter((key) => !/^\d+$/.test(key)).at(-1) ?? 'this entry';
