import type { TypeReference } from '../../ir/module.js';
import type { Cursor, Node } from '../cursor.js';

/** Types nested deeper than this are `unknown`. */
const MAX_DEPTH = 12;

const named = (name: string, args: readonly TypeReference[] = []): TypeReference => ({ name, args });

/** A type as written; `X[]` is `List<X>`, `? extends X` is `X`. */
export function typeReference(cursor: Cursor, node: Node, depth = MAX_DEPTH): TypeReference {
  if (depth === 0) return named('unknown');
  const inner = (child: Node | undefined): TypeReference =>
    child === undefined ? named('unknown') : typeReference(cursor, child, depth - 1);
  switch (cursor.kind(node)) {
    case 'generic_type': {
      const args = cursor.named(node).find((child) => cursor.is(child, 'type_arguments'));
      const base = cursor.firstNamed(node);
      return named(
        base === undefined ? 'unknown' : dottedName(cursor, base),
        args === undefined ? [] : cursor.named(args).map(inner),
      );
    }
    case 'array_type': {
      const element = inner(cursor.child(node, 'element'));
      return named('List', [element]);
    }
    case 'annotated_type':
    case 'wildcard':
      return inner(
        cursor
          .named(node)
          .filter((child) => !/annotation$/.test(cursor.kind(child)))
          .at(-1),
      );
    default:
      return named(dottedName(cursor, node));
  }
}

/** `a.b.C` without blanks, annotations and type arguments. */
export const dottedName = (cursor: Cursor, node: Node): string => {
  const text = cursor.text(node);
  if (text.length > 300) return 'unknown';
  return text
    .replace(/<.*>/s, '')
    .replace(/@[\w.]+\s*(?:\([^()]*\))?/g, '')
    .replace(/\s+/g, '');
};

/** The type in a node's `type` field; nothing for `var`, which says nothing. */
export function declaredType(cursor: Cursor, node: Node): TypeReference | undefined {
  const type = cursor.child(node, 'type');
  if (type === undefined || cursor.text(type) === 'var') return undefined;
  const isArray = cursor.child(node, 'dimensions') !== undefined;
  const written = typeReference(cursor, type);
  return isArray ? named('List', [written]) : written;
}
