import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import { range, type TextRange } from '../text/range.js';
import type { ConfigDocument, ConfigEntry, ConfigNode, ConfigProblem } from './config-node.js';
import { blankLine, lineSpan } from './recovery.js';

/** Lines that may be left out before the rest of a broken file is given up. */
const recoveryBudget = 25;

/** Reads TOML. The parser stops at the first error: the line at fault is blanked and reported, and the rest read again. */
export function readToml(text: string): ConfigDocument {
  const problems: ConfigProblem[] = [];
  let readable = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  for (let attempt = 0; attempt <= recoveryBudget; attempt++) {
    try {
      const program = parseTOML(readable, { tomlVersion: 'next' });
      return { format: 'toml', root: rootOf(program), problems };
    } catch (error) {
      if (!(error instanceof ParseError))
        return { format: 'toml', problems: [...problems, unreadable(text)] };
      const blanked = blankLine(readable, culprit(readable, error.index));
      problems.push({ range: blanked.range, message: error.message });
      if (blanked.text === readable) break;
      readable = blanked.text;
    }
  }
  return { format: 'toml', problems };
}

/** Where the mistake is: an unfinished line is noticed at the start of the next one only. */
function culprit(text: string, index: number): number {
  const here = lineSpan(text, index);
  const above = lineSpan(text, here.start - 1);
  const unfinished = /[=[{,][ \t]*(?:#.*)?$|^[ \t]*\[[^\]]*$/;
  return index === here.start && unfinished.test(text.slice(above.start, above.end)) ? above.start : index;
}

const unreadable = (text: string): ConfigProblem => ({
  range: range(0, text.length),
  message: 'This file could not be read as TOML',
});

/** Tables of one document are written in many places; they are collected here and frozen into nodes at the end. */
interface Table {
  range: TextRange;
  readonly entries: {
    readonly key: string;
    readonly keyRange: TextRange;
    readonly value: Table | TableList | ConfigNode;
  }[];
}
interface TableList {
  readonly tables: Table[];
}

const isTable = (value: Table | TableList | ConfigNode): value is Table =>
  'entries' in value && !('kind' in value);
const isTableList = (value: Table | TableList | ConfigNode): value is TableList => 'tables' in value;

function rootOf(program: AST.TOMLProgram): ConfigNode {
  const root: Table = { range: spanOf(program), entries: [] };
  for (const top of program.body) {
    for (const element of top.body) {
      if (element.type === 'TOMLKeyValue') assign(root, element);
      else {
        const table = open(root, element);
        for (const pair of element.body) assign(table, pair);
      }
    }
  }
  return frozen(root);
}

/** The table that a header such as `[profiles.ci]` or `[[rule]]` opens. */
function open(root: Table, header: AST.TOMLTable): Table {
  const keys = header.key.keys;
  let table = root;
  keys.forEach((key, i) => {
    const last = i === keys.length - 1;
    table = child(table, nameOf(key), spanOf(key), spanOf(header), last && header.kind === 'array');
  });
  return table;
}

function assign(table: Table, pair: AST.TOMLKeyValue): void {
  const keys = pair.key.keys;
  let target = table;
  for (const key of keys.slice(0, -1)) target = child(target, nameOf(key), spanOf(key), spanOf(pair), false);
  const last = keys.at(-1);
  if (last !== undefined) {
    target.entries.push({ key: nameOf(last), keyRange: spanOf(last), value: contentOf(pair.value) });
    target.range = range(
      Math.min(target.range.start, pair.range[0]),
      Math.max(target.range.end, pair.range[1]),
    );
  }
}

/** The table below `key`: the one there is (the newest of a list of tables), or a new one. */
function child(parent: Table, key: string, keyRange: TextRange, span: TextRange, append: boolean): Table {
  const found = parent.entries.filter((entry) => entry.key === key).at(-1)?.value;
  const fresh: Table = { range: span, entries: [] };
  if (found !== undefined && isTableList(found)) {
    const newest = found.tables.at(-1);
    if (!append && newest !== undefined) return newest;
    found.tables.push(fresh);
    return fresh;
  }
  if (found !== undefined && isTable(found) && !append) return found;
  parent.entries.push({ key, keyRange, value: append ? { tables: [fresh] } : fresh });
  return fresh;
}

function frozen(table: Table): ConfigNode {
  return {
    kind: 'map',
    range: table.range,
    entries: table.entries.map(({ key, keyRange, value }): ConfigEntry => {
      const node = frozenValue(value);
      return {
        key,
        keyRange,
        value: node,
        range: range(keyRange.start, Math.max(keyRange.end, node.range.end)),
      };
    }),
  };
}

function frozenValue(value: Table | TableList | ConfigNode): ConfigNode {
  if (isTable(value)) return frozen(value);
  if (!isTableList(value)) return value;
  const items = value.tables.map(frozen);
  return { kind: 'list', range: range(items[0]?.range.start ?? 0, items.at(-1)?.range.end ?? 0), items };
}

function contentOf(node: AST.TOMLContentNode): ConfigNode {
  const span = spanOf(node);
  if (node.type === 'TOMLArray') return { kind: 'list', range: span, items: node.elements.map(contentOf) };
  if (node.type === 'TOMLInlineTable') {
    const table: Table = { range: span, entries: [] };
    for (const pair of node.body) assign(table, pair);
    return frozen(table);
  }
  switch (node.kind) {
    case 'string':
      return { kind: 'string', range: span, value: node.value };
    case 'boolean':
      return { kind: 'boolean', range: span, value: node.value };
    case 'integer':
    case 'float':
      return { kind: 'number', range: span, value: node.value };
    default:
      return { kind: 'null', range: span };
  }
}

const nameOf = (key: AST.TOMLBare | AST.TOMLQuoted): string =>
  key.type === 'TOMLBare' ? key.name : key.value;

const spanOf = (node: { readonly range: readonly [number, number] }): TextRange =>
  range(node.range[0], node.range[1]);
