import type { TypeReference } from '../../ir/module.js';
import type { Cursor, Node } from '../cursor.js';
import { unescapeText } from './text.js';

/** Types nested deeper than this are `unknown`. */
const MAX_DEPTH = 12;

const named = (name: string, args: readonly TypeReference[] = []): TypeReference => ({ name, args });

/**
 * A type as written. What has no name gets one: `X[]` is `Array<X>`, functions are `Function` of what they return, object types
 * `object`, tuples `tuple`, `keyof T` and `typeof x` `keyof` and `typeof` of their operand, `A & B` is `&`.
 */
export function typeReference(cursor: Cursor, node: Node, depth = MAX_DEPTH): TypeReference {
  if (depth === 0) return named('unknown');
  const inner = (child: Node | undefined): TypeReference =>
    child === undefined ? named('unknown') : typeReference(cursor, child, depth - 1);
  const all = (nodes: readonly Node[]): TypeReference[] => nodes.map(inner);
  switch (cursor.kind(node)) {
    case 'type_annotation':
    case 'parenthesized_type':
    case 'readonly_type':
    case 'optional_type':
    case 'rest_type':
      return inner(cursor.firstNamed(node));
    case 'optional_parameter':
    case 'required_parameter':
      return inner(cursor.child(node, 'type'));
    case 'type_identifier':
    case 'predefined_type':
    case 'nested_type_identifier':
    case 'identifier':
    case 'nested_identifier':
    case 'member_expression':
    case 'this_type':
      return named(cursor.text(node).replace(/\s+/g, ''));
    case 'generic_type': {
      const name = cursor.child(node, 'name');
      const args = cursor.child(node, 'type_arguments');
      return named(
        name === undefined ? 'unknown' : cursor.text(name).replace(/\s+/g, ''),
        args === undefined ? [] : all(cursor.named(args)),
      );
    }
    case 'array_type':
      return named('Array', all(cursor.named(node)));
    case 'tuple_type':
      return named('tuple', all(cursor.named(node)));
    case 'union_type':
      return named('|', all(members(cursor, node)));
    case 'intersection_type':
      return named('&', all(members(cursor, node)));
    case 'literal_type':
      return named('literal', [named(literalText(cursor, node))]);
    case 'template_literal_type':
      return named('string');
    case 'index_type_query':
      return named('keyof', all(cursor.named(node)));
    case 'type_query':
      return named('typeof', all(cursor.named(node)));
    case 'function_type':
      return named('Function', [inner(cursor.child(node, 'return_type'))]);
    case 'object_type':
      return named('object');
    case 'type_predicate_annotation':
    case 'asserts_annotation':
      return named('boolean');
    default:
      return named('unknown');
  }
}

/** `A | B | C` comes as `(A | B) | C`. */
function members(cursor: Cursor, node: Node): Node[] {
  const kind = cursor.kind(node);
  const backwards: Node[] = [];
  let at = node;
  while (cursor.is(at, kind)) {
    const [first, ...rest] = cursor.named(at);
    for (const member of rest.reverse()) backwards.push(member);
    if (first === undefined) break;
    if (!cursor.is(first, kind)) backwards.push(first);
    at = first;
  }
  return backwards.reverse();
}

function literalText(cursor: Cursor, node: Node): string {
  const text = cursor.text(node);
  return /^["']/.test(text) ? unescapeText(text.slice(1, -1)) : text;
}

/** The type in a node's `type` (or other) field. */
export function declaredType(cursor: Cursor, node: Node, field = 'type'): TypeReference | undefined {
  const annotation = cursor.child(node, field);
  return annotation === undefined ? undefined : typeReference(cursor, annotation);
}

/** The members that an object type or interface lists: name and the node of the type. */
export function typeMembers(cursor: Cursor, body: Node): Map<string, Node> {
  const found = new Map<string, Node>();
  for (const member of cursor.named(body)) {
    const name = cursor.child(member, 'name');
    const type = cursor.child(member, 'type');
    if (cursor.is(member, 'property_signature') && name !== undefined && type !== undefined) {
      found.set(cursor.text(name).replace(/^["']|["']$/g, ''), type);
    }
  }
  return found;
}
