import type { ConfigEntry, ConfigNode } from '../../config/config-node.js';
import { entriesOf, entryAt, itemsOf, type KeyPattern, scalarText, select } from '../../config/path.js';
import type { TextRange } from '../../text/range.js';
import { truthOf } from '../match.js';

/** A piece of text in a server entry, with the value that it was read from. */
export interface Word {
  readonly text: string;
  /** Span of the value that holds it (a whole string, in its quotes). */
  readonly range: TextRange;
}

/** A named text: an environment variable or a header. */
export interface NamedText extends Word {
  readonly name: string;
  readonly keyRange: TextRange;
  /** What stands in front of the text in the same value: `--token=` in `--token=abc`. */
  readonly lead?: string;
}

/** An MCP server as a client's config describes it, whatever the client calls the keys. */
export interface McpServer {
  readonly name: string;
  /** Span of its key, or of its first line where it has none. */
  readonly nameRange: TextRange;
  readonly range: TextRange;
  /** Keys from the document's root. */
  readonly keys: readonly string[];
  /** Program and arguments; empty for remote servers. */
  readonly command: readonly Word[];
  readonly env: readonly NamedText[];
  readonly headers: readonly NamedText[];
  readonly url?: Word;
  readonly disabled: boolean;
  /** Names of tools that run unasked. */
  readonly approved: readonly Word[];
  /** The value that makes all its tools run unasked. */
  readonly trusted?: Word;
}

const urlKeys = ['url', 'serverUrl', 'httpUrl', 'uri', 'endpoint', 'baseUrl'];
const commandKeys = ['command', 'cmd'];
const envKeys = ['env', 'environment', 'envs', 'env_vars'];
const approvalKeys = ['autoApprove', 'alwaysAllow', 'autoApproved', 'autoAllow'];
const headerKeys = ['headers', 'http_headers', 'requestInit', 'request_headers'];

/** The servers below the maps (name to server) or lists (each with a `name`) that patterns select. */
export function readServers(
  root: ConfigNode | undefined,
  patterns: readonly KeyPattern[],
): readonly McpServer[] {
  return patterns.flatMap((pattern) =>
    select(root, pattern).flatMap(({ node, keys }) => {
      if (node.kind === 'map') return node.entries.flatMap((entry) => namedServer(entry, keys));
      return itemsOf(node).flatMap((item, i) => listedServer(item, [...keys, String(i)]));
    }),
  );
}

const namedServer = (entry: ConfigEntry, keys: readonly string[]): McpServer[] =>
  entry.value.kind === 'map'
    ? [serverOf(entry.key, entry.keyRange, entry.range, entry.value, [...keys, entry.key])]
    : [];

function listedServer(item: ConfigNode, keys: readonly string[]): McpServer[] {
  if (item.kind !== 'map') return [];
  const name = entryAt(item, 'name');
  return [serverOf(scalarText(name?.value) ?? '', name?.value.range ?? item.range, item.range, item, keys)];
}

function serverOf(
  name: string,
  nameRange: TextRange,
  range: TextRange,
  map: ConfigNode,
  keys: readonly string[],
): McpServer {
  // Zed nests program and arguments: `"command": { "path": …, "args": […], "env": {…} }`.
  const nested = first(map, commandKeys)?.kind === 'map' ? first(map, commandKeys) : undefined;
  const holder = nested ?? map;
  const trust = entryAt(map, 'trust')?.value;
  const url = first(map, urlKeys) ?? first(entryAt(map, 'transport')?.value, urlKeys);
  return {
    name,
    nameRange,
    range,
    keys,
    command: [
      ...wordsOf(nested === undefined ? first(map, commandKeys) : entryAt(nested, 'path')?.value),
      ...wordsOf(entryAt(holder, 'args')?.value),
    ],
    env: envKeys.flatMap((key) => namedTexts(entryAt(holder, key)?.value)),
    headers: headerKeys.flatMap((key) => {
      const value = entryAt(map, key)?.value ?? entryAt(entryAt(map, 'transport')?.value, key)?.value;
      return namedTexts(entryAt(value, 'headers')?.value ?? value);
    }),
    ...(url?.kind === 'string' ? { url: { text: url.value, range: url.range } } : {}),
    disabled:
      scalarText(entryAt(map, 'disabled')?.value) === 'true' ||
      scalarText(entryAt(map, 'enabled')?.value) === 'false',
    approved: approvalKeys.flatMap((key) => wordsOf(entryAt(map, key)?.value)),
    ...(truthOf(trust) === true && trust !== undefined
      ? { trusted: { text: 'true', range: trust.range } }
      : {}),
  };
}

const first = (map: ConfigNode | undefined, keys: readonly string[]): ConfigNode | undefined =>
  keys.map((key) => entryAt(map, key)?.value).find((value) => value !== undefined);

const wordsOf = (node: ConfigNode | undefined): Word[] =>
  (node?.kind === 'list' ? node.items : node === undefined ? [] : [node]).flatMap((item) => {
    const text = scalarText(item);
    return text === undefined ? [] : [{ text, range: item.range }];
  });

/** A map of names to texts, or a list of `NAME=value` or `Name: value`. */
function namedTexts(node: ConfigNode | undefined): NamedText[] {
  const fromMap = entriesOf(node).flatMap((entry) => {
    const text = scalarText(entry.value);
    return text === undefined
      ? []
      : [{ name: entry.key, text, range: entry.value.range, keyRange: entry.keyRange }];
  });
  const fromList = itemsOf(node).flatMap((item) => {
    const text = scalarText(item) ?? '';
    const [, name, value] = /^([\w.-]+)(?:=|:\s+)(.*)$/s.exec(text) ?? [];
    if (name === undefined || value === undefined) return [];
    const lead = text.slice(0, text.length - value.length);
    return [{ name, text: value, range: item.range, keyRange: item.range, lead }];
  });
  return [...fromMap, ...fromList];
}
