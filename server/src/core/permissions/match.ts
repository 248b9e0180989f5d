import type { ConfigNode } from '../config/config-node.js';
import { itemsOf } from '../config/path.js';
import type { Matcher } from './check.js';

export const isTrue: Matcher = (node) => truthOf(node) === true;
export const isFalse: Matcher = (node) => truthOf(node) === false;

/** A boolean as products read it: JSON's, or the words that YAML 1.1 and environment variables use for it. */
export function truthOf(node: ConfigNode | undefined): boolean | undefined {
  if (node?.kind === 'boolean') return node.value;
  if (node?.kind !== 'string') return undefined;
  if (/^(?:true|yes|on)$/i.test(node.value)) return true;
  return /^(?:false|no|off)$/i.test(node.value) ? false : undefined;
}

/** One of some strings, as written. */
export const isOneOf =
  (...values: readonly string[]): Matcher =>
  (node) =>
    node.kind === 'string' && values.includes(node.value);

/** A string that a pattern or predicate accepts. */
export const isText =
  (test: RegExp | ((value: string) => boolean)): Matcher =>
  (node) =>
    node.kind === 'string' && (typeof test === 'function' ? test(node.value) : test.test(node.value));

export const isList =
  (test: (items: readonly ConfigNode[]) => boolean): Matcher =>
  (node) =>
    node.kind === 'list' && test(itemsOf(node));

/** Any value but `null`, an empty string, an empty list or an empty map. */
export const isSet: Matcher = (node) => {
  if (node.kind === 'map') return node.entries.length > 0;
  if (node.kind === 'list') return node.items.length > 0;
  return node.kind !== 'null' && !(node.kind === 'string' && node.value.trim() === '');
};
