import type { Argument, ValueId } from '../../ir/instruction.js';
import type { Cursor, Node } from '../cursor.js';
import type { Lowering } from './lowering.js';
import { typeValue } from './names.js';

/** Annotations of a declaration; they stand among its modifiers, or in front of it in broken code. */
export function annotationNodes(cursor: Cursor, node: Node): readonly Node[] {
  const inside = cursor
    .named(node)
    .flatMap((child) => (cursor.is(child, 'modifiers') ? cursor.named(child) : [child]));
  return inside.filter((child) => /^(?:marker_)?annotation$/.test(cursor.kind(child)));
}

/** Annotations as calls of their type, elements as named arguments; a single element without a name is the first argument. */
export const annotationValues = (l: Lowering, node: Node): ValueId[] =>
  annotationNodes(l.cursor, node).map((annotation) => lowerAnnotation(l, annotation));

export function lowerAnnotation(l: Lowering, node: Node): ValueId {
  const { cursor } = l;
  const name = cursor.child(node, 'name');
  const callee = name === undefined ? l.unknown(node) : typeValue(l, name);
  const list = cursor.child(node, 'arguments');
  const args = list === undefined ? [] : cursor.named(list).map((element) => lowerElement(l, element));
  const end = cursor.end(node);
  const argsRange = list === undefined ? { start: end, end } : cursor.range(list);
  return l.emit({ op: 'call', callee, args, argsRange }, node);
}

function lowerElement(l: Lowering, element: Node): Argument {
  const { cursor } = l;
  const range = cursor.range(element);
  if (!cursor.is(element, 'element_value_pair')) return { value: l.expression(element), range };
  const key = cursor.child(element, 'key');
  const value = l.operand(element, 'value');
  return key === undefined || cursor.text(key) === 'value'
    ? { value, range }
    : { value, name: cursor.text(key), range };
}

export const hasModifier = (cursor: Cursor, node: Node, modifier: string): boolean =>
  cursor.named(node).some((child) => cursor.is(child, 'modifiers') && cursor.has(child, modifier));
