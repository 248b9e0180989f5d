import type { TextEdit } from '../text/edits.js';
import { range, type TextRange } from '../text/range.js';
import type { ConfigEntry, ConfigNode } from './config-node.js';
import type { ConfigSource } from './edit.js';
import { elementsOf } from './edit-flow.js';
import {
  contentEnd,
  indentAt,
  indentUnit,
  lineBreakOf,
  lineEndAt,
  lineStartAt,
  nextLineAt,
} from './layout.js';
import { descendants, entriesOf } from './path.js';
import { type ConfigValue, isList, keyText, valueText } from './write.js';

/** Replaces a block value (several lines below its key) by one on the key's line. */
export function replaceValue(
  source: ConfigSource,
  entry: ConfigEntry,
  value: ConfigValue,
): readonly TextEdit[] | undefined {
  if (source.document.format === 'toml') return undefined;
  const gap = source.text.slice(entry.keyRange.end, entry.value.range.start);
  const inline = /^\s*:\s*$/.test(gap);
  const start = inline ? entry.keyRange.end : entry.value.range.start;
  const text = valueText(source, value);
  return [
    {
      range: range(start, contentEnd(source.text, entry.value.range.end)),
      newText: inline ? `: ${text}` : text,
    },
  ];
}

/** Removes entries or items with all their lines and the comment behind them; what is left empty becomes `[]` or `{}`. */
export function removeElements(
  source: ConfigSource,
  container: ConfigNode,
  targets: ReadonlySet<TextRange>,
): readonly TextEdit[] | undefined {
  const { text, document } = source;
  const elements = elementsOf(container);
  const toml = document.format === 'toml';
  if (!toml && elements.every((element) => targets.has(element))) return emptied(source, container);
  const heads = elements.map((element) =>
    container.kind === 'list' ? dashOf(text, element.start) : element.start,
  );
  const cuts: TextRange[] = [];
  for (const [i, element] of elements.entries()) {
    const head = heads[i] ?? element.start;
    if (!targets.has(element) || (cuts.at(-1)?.end ?? 0) > head) continue;
    const lineStart = lineStartAt(text, head);
    const ownLine = toml || text.slice(lineStart, head).trim() === '';
    // In `- a: 1` the first entry shares its line with the dash of its item: the next one that stays moves up.
    const successor = ownLine ? -1 : elements.findIndex((later, k) => k > i && !targets.has(later));
    cuts.push(
      ownLine
        ? range(lineStart, nextLineAt(text, element.end))
        : range(head, heads[successor] ?? element.end),
    );
  }
  return cuts.map((cut) => ({ range: cut, newText: '' }));
}

/** The dash in front of an item, which may stand on a line above it. */
function dashOf(text: string, start: number): number {
  const dash = /-(?:[ \t]*(?:#[^\n\r]*)?(?:\r\n|\n|\r))*[ \t]*(?:[&!]\S+[ \t]+)*$/.exec(
    text.slice(Math.max(0, start - 500), start),
  );
  return dash === null ? start : start - dash[0].length;
}

function emptied(source: ConfigSource, container: ConfigNode): readonly TextEdit[] {
  const { text, document } = source;
  const empty = container.kind === 'list' ? '[]' : '{}';
  const end = contentEnd(text, container.range.end);
  const owner = ownerOf(document.root, container);
  if (owner === undefined)
    return [{ range: container.range, newText: document.root === container ? '' : empty }];
  const gap = text.slice(owner.keyRange.end, container.range.start);
  if (/^[ \t]*:\s*$/.test(gap)) {
    return [{ range: range(owner.keyRange.end, end), newText: `: ${empty}` }];
  }
  const indent = indentAt(text, owner.keyRange.start) + indentUnit(text);
  return [{ range: range(lineStartAt(text, container.range.start), end), newText: indent + empty }];
}

function ownerOf(root: ConfigNode | undefined, node: ConfigNode): ConfigEntry | undefined {
  if (root === undefined) return undefined;
  for (const found of descendants({ node: root, keys: [] })) {
    const entry = entriesOf(found.node).find((e) => e.value === node);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** Appends items below the last one, at its indentation. */
export function appendItems(
  source: ConfigSource,
  list: ConfigNode,
  values: readonly ConfigValue[],
): readonly TextEdit[] | undefined {
  if (source.document.format === 'toml') return undefined;
  const { text } = source;
  const indent = columnBlanks(text, list.range.start);
  const quote = list.kind === 'list' ? text[list.items.at(-1)?.range.start ?? -1] : undefined;
  const lines = values.map((value) => {
    const item =
      typeof value === 'string' && (quote === '"' || quote === "'")
        ? quoted(source, value, list)
        : valueText(source, value);
    return `${lineBreakOf(text)}${indent}- ${item}`;
  });
  const at = lineEndAt(text, list.range.end);
  return [{ range: range(at, at), newText: lines.join('') }];
}

const quoted = (source: ConfigSource, value: string, list: ConfigNode): string =>
  valueText(source, value, list.kind === 'list' ? list.items.at(-1) : undefined);

/** Adds an entry below the last one of a block map or TOML table. `path`: the keys of the map itself. */
export function insertEntry(
  source: ConfigSource,
  map: ConfigNode,
  key: string,
  value: ConfigValue,
  path: readonly string[],
): readonly TextEdit[] | undefined {
  if (source.document.format === 'toml') return insertToml(source, map, key, value, path);
  const { text } = source;
  const indent = columnBlanks(text, map.range.start);
  const hint = text[entriesOf(map).at(-1)?.keyRange.start ?? -1];
  const at = lineEndAt(text, map.range.end);
  const lines = blockLines(source, key, value, indent, hint);
  return [{ range: range(at, at), newText: lines.map((line) => lineBreakOf(text) + line).join('') }];
}

/** YAML lines of an entry; maps and lists of scalars get a line per element. */
function blockLines(
  source: ConfigSource,
  key: string,
  value: ConfigValue,
  indent: string,
  hint?: string,
): string[] {
  const name = `${indent}${keyText(source.document.format, key, hint)}:`;
  const deeper = indent + indentUnit(source.text);
  if (typeof value !== 'object' || value === null) return [`${name} ${valueText(source, value)}`];
  if (isList(value)) {
    if (value.length === 0) return [`${name} []`];
    return [name, ...value.map((item) => `${deeper}- ${valueText(source, item)}`)];
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return [`${name} {}`];
  return [
    name,
    ...entries.map(([k, v]) => `${deeper}${keyText(source.document.format, k)}: ${valueText(source, v)}`),
  ];
}

function insertToml(
  source: ConfigSource,
  map: ConfigNode,
  key: string,
  value: ConfigValue,
  path: readonly string[],
): readonly TextEdit[] {
  const { text } = source;
  const eol = lineBreakOf(text);
  const isTable = typeof value === 'object' && value !== null && !isList(value);
  if (isTable) {
    const header = [...path, key].map((part) => keyText('toml', part)).join('.');
    const lines = Object.entries(value).map(([k, v]) => `${keyText('toml', k)} = ${valueText(source, v)}`);
    const gap = text === '' || text.endsWith('\n') ? '' : eol;
    const table = [`${text === '' ? '' : eol}[${header}]`, ...lines].join(eol);
    return [{ range: range(text.length, text.length), newText: `${gap}${table}${eol}` }];
  }
  const line = `${keyText('toml', key)} = ${valueText(source, value)}`;
  // Behind the last plain entry of this table, before any sub-table.
  const own = entriesOf(map).filter((entry) => /^[ \t]*=/.test(text.slice(entry.keyRange.end)));
  const last = own.at(-1);
  if (last !== undefined) {
    const at = lineEndAt(text, last.range.end);
    return [{ range: range(at, at), newText: eol + indentAt(text, last.range.start) + line }];
  }
  if (path.length === 0) return [{ range: range(0, 0), newText: line + eol }];
  const at = lineEndAt(text, map.range.start);
  return [{ range: range(at, at), newText: eol + line }];
}

/** The first entry of a text that holds nothing yet. */
export function startDocument(source: ConfigSource, key: string, value: ConfigValue): readonly TextEdit[] {
  const { text, document } = source;
  const eol = lineBreakOf(text);
  const whole = (newText: string): TextEdit[] => [{ range: range(text.length, text.length), newText }];
  if (document.format === 'json')
    return whole(`${JSON.stringify({ [key]: value }, null, 2).replace(/\n/g, eol)}${eol}`);
  if (document.format === 'toml') {
    return [...insertToml(source, { kind: 'map', range: range(0, 0), entries: [] }, key, value, [])];
  }
  const lines = blockLines(source, key, value, '').join(eol) + eol;
  if (document.format === 'yaml') return whole(lines);
  return [{ range: range(0, 0), newText: `---${eol}${lines}---${eol}${eol}` }];
}

/** Blanks up to the column of `offset`: in `- a: 1` the second entry starts below the `a`. */
const columnBlanks = (text: string, offset: number): string =>
  text.slice(lineStartAt(text, offset), offset).replace(/[^\t]/g, ' ');
