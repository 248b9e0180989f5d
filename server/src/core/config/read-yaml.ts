import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseAllDocuments,
  type Node as YamlNode,
} from 'yaml';
import { range, type TextRange } from '../text/range.js';
import type { ConfigDocument, ConfigEntry, ConfigNode } from './config-node.js';

/** Nodes that aliases may stand for in one file: far above any real file, far below what hangs an editor. */
const aliasBudget = 20_000;

/** Reads YAML, all documents of it. Offsets count from `base`. The caller bounds the nesting. */
export function readYaml(text: string, base = 0): ConfigDocument {
  const documents = parseAllDocuments(text, {
    uniqueKeys: false,
    strict: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  const list = Array.isArray(documents) ? documents : [];
  const reader = new YamlReader(text, base);
  const roots = list.flatMap((d) => (d.contents === null ? [] : [reader.read(d.contents as YamlNode)]));
  const [root, ...further] = roots;
  return {
    format: 'yaml',
    ...(root === undefined ? {} : { root }),
    ...(further.length === 0 ? {} : { further }),
    problems: list
      .flatMap((d) => d.errors)
      .map((e) => ({ range: range(base + e.pos[0], base + e.pos[1]), message: e.message })),
  };
}

class YamlReader {
  readonly #text: string;
  readonly #base: number;
  readonly #anchors = new Map<string, ConfigNode>();
  readonly #sizes = new WeakMap<ConfigNode, number>();
  #spent = 0;

  constructor(text: string, base: number) {
    this.#text = text;
    this.#base = base;
  }

  read(node: YamlNode): ConfigNode {
    if (isAlias(node)) return this.#alias(node);
    const result = this.#plain(node);
    if ('anchor' in node && typeof node.anchor === 'string') this.#anchors.set(node.anchor, result);
    return result;
  }

  #plain(node: YamlNode): ConfigNode {
    const span = this.#spanOf(node);
    if (isMap(node)) {
      const entries = node.items.flatMap((pair) => this.#entries(pair));
      const own = node.flow === true ? span : range(span.start, entries.at(-1)?.range.end ?? span.end);
      const values = entries.map((entry) => entry.value);
      return this.#sized({ kind: 'map', range: own, entries }, values);
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.read(item as YamlNode));
      const own = node.flow === true ? span : range(span.start, items.at(-1)?.range.end ?? span.end);
      return this.#sized({ kind: 'list', range: own, items }, items);
    }
    const value = isScalar(node) ? node.value : null;
    if (typeof value === 'string') return { kind: 'string', range: this.#trimmed(span), value };
    if (typeof value === 'number') return { kind: 'number', range: span, value };
    if (typeof value === 'boolean') return { kind: 'boolean', range: span, value };
    return { kind: 'null', range: span };
  }

  #entries(pair: Pair<unknown, unknown>): ConfigEntry[] {
    const key = pair.key as YamlNode | null;
    if (key === null) return [];
    const keyRange = this.#spanOf(key);
    const value: ConfigNode =
      pair.value === null || pair.value === undefined
        ? { kind: 'null', range: range(keyRange.end, keyRange.end) }
        : this.read(pair.value as YamlNode);
    const name = this.#keyName(key);
    if (name === '<<' && isScalar(key) && key.type === 'PLAIN') return merged(value);
    const end = isAlias(pair.value) ? this.#spanOf(pair.value).end : Math.max(keyRange.end, value.range.end);
    return [{ key: name, keyRange, value, range: range(keyRange.start, end) }];
  }

  #keyName(key: YamlNode): string {
    const node = this.read(key);
    return node.kind === 'string' || node.kind === 'number' || node.kind === 'boolean'
      ? String(node.value)
      : '';
  }

  #alias(node: Alias): ConfigNode {
    const target = this.#anchors.get(node.source);
    const span = this.#spanOf(node);
    if (target === undefined) return { kind: 'null', range: span };
    this.#spent += this.#sizes.get(target) ?? 1;
    return this.#spent > aliasBudget ? { kind: 'null', range: span } : target;
  }

  /** Remembers how many nodes a container stands for, aliases expanded: "billion laughs" end here. */
  #sized<N extends ConfigNode>(node: N, children: readonly ConfigNode[]): N {
    this.#sizes.set(
      node,
      children.reduce((sum, child) => sum + (this.#sizes.get(child) ?? 1), 1),
    );
    return node;
  }

  /** A block scalar's span without the line breaks and blank lines below it. */
  #trimmed(span: TextRange): TextRange {
    let end = span.end;
    while (end > span.start && /\s/.test(this.#text.charAt(end - 1 - this.#base))) end--;
    return range(span.start, end);
  }

  #spanOf(node: YamlNode): TextRange {
    const [start, end] = node.range ?? [0, 0, 0];
    return range(this.#base + start, this.#base + end);
  }
}

/** What `<<: *defaults` or `<<: [*a, *b]` brings; the first of several maps wins, so it comes last. */
function merged(value: ConfigNode): ConfigEntry[] {
  if (value.kind === 'map') return [...value.entries];
  if (value.kind === 'list') {
    return [...value.items].reverse().flatMap((item) => (item.kind === 'map' ? item.entries : []));
  }
  return [];
}
