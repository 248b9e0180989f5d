import type { Entry, ValueId } from '../../ir/instruction.js';
import type { TextRange } from '../../text/range.js';
import type { Node } from '../cursor.js';
import { defineFunction, memberKind } from './functions.js';
import { insideQuotes, lowerKey } from './keys.js';
import type { ExpressionLowering, Lowering } from './lowering.js';
import { numberValue, unescapeTemplate, unescapeText } from './text.js';

export const literalExpressions: Readonly<Record<string, ExpressionLowering>> = {
  string: (l, node) => {
    const content = insideQuotes(l.cursor, node);
    const value = unescapeText(l.cursor.source.slice(content.start, content.end));
    return l.emit({ op: 'const', value, content }, node);
  },
  template_string: lowerTemplate,
  number: (l, node) => {
    const value = numberValue(l.cursor.text(node));
    return value === undefined ? l.unknown(node) : l.emit({ op: 'const', value }, node);
  },
  true: (l, node) => l.emit({ op: 'const', value: true }, node),
  false: (l, node) => l.emit({ op: 'const', value: false }, node),
  null: (l, node) => l.emit({ op: 'const', value: null }, node),
  undefined: (l, node) => l.emit({ op: 'const', value: null }, node),
  regex: lowerRegex,
  array: lowerArray,
  object: lowerObject,
};

function lowerTemplate(l: Lowering, node: Node): ValueId {
  const { cursor } = l;
  const inside = insideQuotes(l.cursor, node);
  const parts: ValueId[] = [];
  const piece = (start: number, end: number, at: Node | TextRange): ValueId => {
    const content = { start, end };
    return l.emit({ op: 'const', value: unescapeTemplate(cursor.source.slice(start, end)), content }, at);
  };
  const holes = cursor.named(node).filter((child) => cursor.is(child, 'template_substitution'));
  if (holes.length === 0) return piece(inside.start, inside.end, node);
  let start = inside.start;
  for (const hole of holes) {
    const end = cursor.start(hole);
    if (end > start) parts.push(piece(start, end, { start, end }));
    parts.push(l.inner(hole));
    start = cursor.end(hole);
  }
  if (inside.end > start) parts.push(piece(start, inside.end, { start, end: inside.end }));
  return l.emit({ op: 'template', parts }, node);
}

/** `/source/flags` is what `new RegExp(source)` gives. */
function lowerRegex(l: Lowering, node: Node): ValueId {
  const pattern = l.cursor.child(node, 'pattern');
  const callee = l.emit({ op: 'global', name: 'RegExp' }, node);
  const range = l.cursor.range(pattern ?? node);
  const value = l.emit({ op: 'const', value: pattern === undefined ? '' : l.cursor.text(pattern) }, range);
  const args = [{ value, range }];
  const flags = l.cursor.child(node, 'flags');
  if (flags !== undefined) {
    const at = l.cursor.range(flags);
    args.push({ value: l.emit({ op: 'const', value: l.cursor.text(flags) }, at), range: at });
  }
  return l.emit({ op: 'call', callee, args, construct: true, argsRange: range }, node);
}

function lowerArray(l: Lowering, node: Node): ValueId {
  const items = l.cursor.named(node).map((child) => {
    if (!l.cursor.is(child, 'spread_element')) return { value: l.expression(child) };
    return { value: l.inner(child), spread: true as const };
  });
  return l.emit({ op: 'list', items, kind: 'list' }, node);
}

function lowerObject(l: Lowering, node: Node): ValueId {
  const entries: Entry[] = [];
  for (const child of l.cursor.named(node)) {
    const entry = lowerEntry(l, child);
    if (entry !== undefined) entries.push(entry);
  }
  return l.emit({ op: 'object', entries }, node);
}

function lowerEntry(l: Lowering, node: Node): Entry | undefined {
  const { cursor } = l;
  const range = cursor.range(node);
  switch (cursor.kind(node)) {
    case 'pair': {
      const key = lowerKey(l, cursor.child(node, 'key') ?? node);
      return { ...key, value: l.operand(node, 'value'), range };
    }
    case 'method_definition': {
      const key = lowerKey(l, cursor.child(node, 'name') ?? node);
      const name = 'key' in key ? key.key : '';
      const kind = memberKind(cursor, node, name);
      const { id } = defineFunction(l, node, { name, ...(kind === 'getter' ? { methodKind: kind } : {}) });
      const value = l.emit({ op: 'function', function: id }, node);
      // A setter is no value of the property.
      return cursor.has(node, 'set') ? undefined : { ...key, value, range };
    }
    case 'spread_element':
      return { spread: true, value: l.inner(node), range };
    default:
      return { key: cursor.text(node), value: l.expression(node), range };
  }
}
