import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { range, type TextRange } from '../text/range.js';
import type { ConfigDocument, ConfigEntry, ConfigNode } from './config-node.js';

/** Reads JSON with comments and trailing commas; half-written input gives what is whole. The caller bounds the nesting. */
export function readJson(text: string): ConfigDocument {
  const errors: ParseError[] = [];
  // The parser knows no byte order mark; a blank keeps the offsets.
  const readable = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  const tree = parseTree(readable, errors, { allowTrailingComma: true, allowEmptyContent: true });
  return {
    format: 'json',
    ...(tree === undefined ? {} : { root: nodeOf(tree) }),
    problems: errors.map((e) => ({
      range: range(e.offset, e.offset + e.length),
      message: sentence(printParseErrorCode(e.error)),
    })),
  };
}

function nodeOf(node: Node): ConfigNode {
  const span = spanOf(node);
  switch (node.type) {
    case 'object':
      return { kind: 'map', range: span, entries: (node.children ?? []).flatMap(entryOf) };
    case 'array':
      return { kind: 'list', range: span, items: (node.children ?? []).map(nodeOf) };
    case 'string':
      return { kind: 'string', range: span, value: String(node.value) };
    case 'number':
      return { kind: 'number', range: span, value: Number(node.value) };
    case 'boolean':
      return { kind: 'boolean', range: span, value: node.value === true };
    default:
      return { kind: 'null', range: span };
  }
}

function entryOf(property: Node): ConfigEntry[] {
  const [key, value] = property.children ?? [];
  if (key === undefined || value === undefined) return [];
  const end = value.offset + value.length;
  return [
    { key: String(key.value), keyRange: spanOf(key), value: nodeOf(value), range: range(key.offset, end) },
  ];
}

const spanOf = (node: Node): TextRange => range(node.offset, node.offset + node.length);

/** "CommaExpected" reads as "Comma expected". */
const sentence = (code: string): string =>
  code.replace(/[A-Z]/g, (c, i: number) => (i === 0 ? c : ` ${c.toLowerCase()}`));
