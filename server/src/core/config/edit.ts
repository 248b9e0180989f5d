import type { TextEdit } from '../text/edits.js';
import type { TextRange } from '../text/range.js';
import type { ConfigDocument, ConfigEntry, ConfigNode } from './config-node.js';
import * as block from './edit-block.js';
import * as flow from './edit-flow.js';
import { descendants, entriesOf, entryAt, itemsOf } from './path.js';
import { type ConfigValue, keyText, valueText } from './write.js';

export type { ConfigValue } from './write.js';

/** A document together with the text that it was read from. */
export interface ConfigSource {
  readonly text: string;
  readonly document: ConfigDocument;
}

/**
 * Edits of a config text that change what is asked for and nothing else: comments, key order, indentation, quotes and trailing commas of
 * the rest stay byte for byte. An entry is named by the span of its key, a value or an item by its own span. Each function answers
 * `undefined` when the document has no such place.
 */
export type ConfigEdits = readonly TextEdit[] | undefined;

/** Gives a value another value. */
export function replaceValue(source: ConfigSource, at: TextRange, value: ConfigValue): ConfigEdits {
  const place = placeOf(source, at);
  if (place === undefined) return undefined;
  const { node, entry } = place;
  if (entry !== undefined && isBlock(source, node)) return block.replaceValue(source, entry, value);
  const text = valueText(source, value, node);
  if (node.range.start !== node.range.end || entry === undefined)
    return [{ range: node.range, newText: text }];
  // A key without a value.
  const colon = source.text.slice(entry.keyRange.end, node.range.start).includes(':');
  return [{ range: node.range, newText: colon ? ` ${text}` : `: ${text}` }];
}

/** Takes out entries (named by the span of their key) or items (by their own), with separators and the comment behind them. */
export function removeAll(source: ConfigSource, targets: readonly TextRange[]): ConfigEdits {
  const byParent = new Map<ConfigNode, Set<TextRange>>();
  for (const target of targets) {
    const place = placeOf(source, target);
    if (place?.parent === undefined) return undefined;
    const spans = byParent.get(place.parent) ?? new Set();
    spans.add(place.entry?.range ?? place.node.range);
    byParent.set(place.parent, spans);
  }
  const edits: TextEdit[] = [];
  for (const [parent, spans] of byParent) {
    const part = isBlock(source, parent)
      ? block.removeElements(source, parent, spans)
      : flow.removeElements(source, parent, spans);
    if (part === undefined) return undefined;
    edits.push(...part);
  }
  return edits;
}

/** Appends values to the list at a path; maps and the list are made when they are missing. */
export function appendTo(
  source: ConfigSource,
  path: readonly string[],
  values: readonly ConfigValue[],
): ConfigEdits {
  const { node, rest, entry } = descend(source.document.root, path);
  if (rest.length > 0) return put(source, path, values);
  if (node?.kind === 'null' && entry !== undefined) return replaceValue(source, node.range, values);
  if (node?.kind !== 'list') return undefined;
  return isBlock(source, node)
    ? block.appendItems(source, node, values)
    : flow.appendElements(
        source,
        node,
        values.map((value) => valueText(source, value)),
      );
}

/** Sets the entry at a path; maps on the way are made when they are missing. */
export function put(source: ConfigSource, path: readonly string[], value: ConfigValue): ConfigEdits {
  const { node, rest, entry } = descend(source.document.root, path);
  const [key, ...inner] = rest;
  if (key === undefined)
    return node === undefined ? undefined : replaceValue(source, entry?.value.range ?? node.range, value);
  const nested = inner.reduceRight<ConfigValue>((below, name) => ({ [name]: below }), value);
  if (node === undefined) return block.startDocument(source, key, nested);
  if (node.kind === 'null' && entry !== undefined) return replaceValue(source, node.range, { [key]: nested });
  if (node.kind !== 'map') return undefined;
  if (isBlock(source, node)) return block.insertEntry(source, node, key, nested, path.slice(0, -rest.length));
  return flow.appendElements(source, node, [flow.entryText(source, node, key, nested)]);
}

/** Gives an entry another key. */
export function renameKey(source: ConfigSource, at: TextRange, key: string): ConfigEdits {
  const entry = placeOf(source, at)?.entry;
  return entry === undefined
    ? undefined
    : [
        {
          range: entry.keyRange,
          newText: keyText(source.document.format, key, source.text[entry.keyRange.start]),
        },
      ];
}

/** What a span names: an entry by that of its key, a value or item by its own. */
function placeOf(
  source: ConfigSource,
  target: TextRange,
): { node: ConfigNode; entry?: ConfigEntry; parent?: ConfigNode } | undefined {
  const { root } = source.document;
  if (root === undefined) return undefined;
  for (const found of descendants({ node: root, keys: [] })) {
    for (const entry of entriesOf(found.node)) {
      if (same(entry.keyRange, target) || same(entry.value.range, target)) {
        return { node: entry.value, entry, parent: found.node };
      }
    }
    const item = itemsOf(found.node).find((node) => same(node.range, target));
    if (item !== undefined) return { node: item, parent: found.node };
  }
  return same(root.range, target) ? { node: root } : undefined;
}

const same = (a: TextRange, b: TextRange): boolean => a.start === b.start && a.end === b.end;

/** Follows a path as far as it exists. */
function descend(
  root: ConfigNode | undefined,
  path: readonly string[],
): { node: ConfigNode | undefined; entry?: ConfigEntry; rest: readonly string[] } {
  let node = root;
  let last: ConfigEntry | undefined;
  for (const [i, key] of path.entries()) {
    const entry = entryAt(node, key);
    if (entry === undefined)
      return { node, rest: path.slice(i), ...(last === undefined ? {} : { entry: last }) };
    last = entry;
    node = entry.value;
  }
  return { node, rest: [], ...(last === undefined ? {} : { entry: last }) };
}

/** A map or list that is written line by line (YAML blocks, TOML tables) and not between brackets. */
function isBlock(source: ConfigSource, node: ConfigNode): boolean {
  if (source.document.format === 'json' || (node.kind !== 'map' && node.kind !== 'list')) return false;
  const first = source.text[node.range.start];
  if (source.document.format !== 'toml') return first !== '{' && first !== '[';
  // A TOML table's span starts at its header `[x]` or first key; an inline one's at its brace.
  return node.kind === 'map' ? first !== '{' : first !== '[' || isTableList(node);
}

/** `[[rule]]` tables: their first item starts where the list does, while an inline list starts with its bracket. */
const isTableList = (node: ConfigNode): boolean =>
  node.kind === 'list' && node.items[0]?.range.start === node.range.start;
