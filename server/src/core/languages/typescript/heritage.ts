import type { ValueId } from '../../ir/instruction.js';
import type { Node } from '../cursor.js';
import type { Lowering } from './lowering.js';

/**
 * What a class is derived from: the value after `extends`, then the interfaces it implements, as far as they have names; for an
 * interface the interfaces that it extends.
 */
export function baseValues(l: Lowering, node: Node): ValueId[] {
  const { cursor } = l;
  return cursor.named(node).flatMap((clause) => {
    switch (cursor.kind(clause)) {
      case 'class_heritage':
        return cursor.named(clause).flatMap((part) => {
          if (cursor.is(part, 'extends_clause')) {
            return cursor.inField(part, 'value').map((value) => l.expression(value));
          }
          return cursor.is(part, 'implements_clause') ? namedTypes(l, part) : [l.expression(part)];
        });
      case 'extends_type_clause':
        return namedTypes(l, clause);
      default:
        return [];
    }
  });
}

const namedTypes = (l: Lowering, clause: Node): ValueId[] =>
  l.cursor.named(clause).flatMap((type) => typeValue(l, type) ?? []);

/** The value that a type's name stands for, type arguments left out: imports and classes are values. */
export function typeValue(l: Lowering, type: Node): ValueId | undefined {
  const { cursor } = l;
  const name = cursor.is(type, 'generic_type') ? (cursor.child(type, 'name') ?? type) : type;
  if (!/^(?:nested_)?(?:type_)?identifier$/.test(cursor.kind(name))) return undefined;
  return dottedValue(l, name);
}

/** `Some.Long.Name`, where a name must stand. */
export function dottedValue(l: Lowering, node: Node): ValueId {
  const [first = '', ...rest] = l.cursor
    .text(node)
    .split('.')
    .map((part) => part.trim());
  const variable = l.frame.scope.lookup(first);
  const start = l.emit(
    variable === undefined ? { op: 'global', name: first } : { op: 'load', variable },
    node,
  );
  return rest.reduce((object, key) => l.emit({ op: 'get', object, key }, node), start);
}
