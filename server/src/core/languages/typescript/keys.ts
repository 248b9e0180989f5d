import type { ValueId } from '../../ir/instruction.js';
import type { TextRange } from '../../text/range.js';
import type { Cursor, Node } from '../cursor.js';
import type { Lowering } from './lowering.js';
import { unescapeText } from './text.js';

/** The span between the quotes; the closing one may be missing while the text is being typed. */
export function insideQuotes(cursor: Cursor, node: Node): TextRange {
  const { start, end } = cursor.range(node);
  const closed = end - start >= 2 && cursor.source.charCodeAt(end - 1) === cursor.source.charCodeAt(start);
  return { start: Math.min(start + 1, end), end: closed ? end - 1 : end };
}

/** The name of a property, or the value that computes it. */
export function lowerKey(l: Lowering, node: Node): { readonly key: string } | { readonly computed: ValueId } {
  const { cursor } = l;
  switch (cursor.kind(node)) {
    case 'string':
    case 'template_string': {
      const { start, end } = insideQuotes(cursor, node);
      return { key: unescapeText(cursor.source.slice(start, end)) };
    }
    case 'computed_property_name': {
      const inner = cursor.firstNamed(node);
      if (inner !== undefined && cursor.is(inner, 'string')) return lowerKey(l, inner);
      return { computed: l.inner(node) };
    }
    default:
      return { key: cursor.text(node) };
  }
}

/** The key of `object.key` or `object[index]`; the object has been lowered before. */
export function propertyOf(
  l: Lowering,
  node: Node,
): { readonly key?: string; readonly index?: ValueId; readonly optional?: true } {
  const { cursor } = l;
  const optional = cursor.has(node, 'optional_chain') ? { optional: true as const } : {};
  const property = cursor.child(node, 'property');
  if (property !== undefined) return { key: cursor.text(property), ...optional };
  const index = l.operand(node, 'index');
  const key = l.constantText(index);
  return key === undefined ? { index, ...optional } : { key, ...optional };
}
