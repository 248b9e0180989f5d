import type { Entry, ValueId } from '../../ir/instruction.js';
import type { Node } from '../cursor.js';
import { insideQuotes } from './keys.js';
import type { ExpressionLowering, Lowering } from './lowering.js';
import { jsxText } from './text.js';

/** A fragment (`<>...</>`) is an element with neither tag nor component. */
export const jsxExpressions: Readonly<Record<string, ExpressionLowering>> = {
  jsx_element: (l, node) => {
    const tag = l.cursor.child(node, 'open_tag') ?? node;
    return lowerElement(l, node, tag, l.cursor.named(node));
  },
  jsx_self_closing_element: (l, node) => lowerElement(l, node, node, []),
  jsx_expression: (l, node) => l.inner(node),
};

function lowerElement(l: Lowering, node: Node, tagNode: Node, inside: readonly Node[]): ValueId {
  const { cursor } = l;
  const name = cursor.child(tagNode, 'name');
  const kind = name === undefined ? {} : tagOf(l, name);
  const props = cursor.inField(tagNode, 'attribute').map((attribute) => lowerAttribute(l, attribute));
  const children = inside.flatMap((child) => lowerChild(l, child) ?? []);
  return l.emit({ op: 'element', ...kind, props, children }, node);
}

/** Lower case means an element of the page, anything else a value. */
function tagOf(l: Lowering, name: Node): { readonly tag: string } | { readonly component: ValueId } {
  const text = l.cursor.text(name);
  const isIntrinsic = /^[a-z]/.test(text) || text.includes('-');
  if (l.cursor.is(name, 'jsx_namespace_name')) return { tag: text };
  return l.cursor.is(name, 'identifier') && isIntrinsic ? { tag: text } : { component: l.expression(name) };
}

function lowerAttribute(l: Lowering, node: Node): Entry {
  const { cursor } = l;
  const range = cursor.range(node);
  const [name, value] = cursor.named(node);
  if (cursor.is(node, 'jsx_expression')) {
    return { spread: true, value: name === undefined ? l.unknown(node) : l.inner(name), range };
  }
  const key = name === undefined ? '' : cursor.text(name);
  if (value === undefined) return { key, value: l.emit({ op: 'const', value: true }, node), range };
  if (!cursor.is(value, 'string')) return { key, value: l.expression(value), range };
  // No escapes here: a backslash is a backslash.
  const content = insideQuotes(cursor, value);
  const text = cursor.source.slice(content.start, content.end);
  return { key, value: l.emit({ op: 'const', value: text, content }, value), range };
}

function lowerChild(l: Lowering, node: Node): ValueId | undefined {
  const { cursor } = l;
  switch (cursor.kind(node)) {
    case 'jsx_text':
    case 'html_character_reference': {
      const value = jsxText(cursor.text(node));
      if (value.trim() === '') return undefined;
      return l.emit({ op: 'const', value, content: cursor.range(node) }, node);
    }
    case 'jsx_expression': {
      const inner = cursor.firstNamed(node);
      if (inner === undefined) return undefined;
      return cursor.is(inner, 'spread_element') ? l.inner(inner) : l.expression(inner);
    }
    case 'jsx_element':
    case 'jsx_self_closing_element':
      return l.expression(node);
    default:
      return undefined;
  }
}
