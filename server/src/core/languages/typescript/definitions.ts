import { range, type TextRange } from '../../text/range.js';
import type { Cursor, Node } from '../cursor.js';

/** Around a function or class that is a value: what holds the value in the same definition. */
const carriers = new Set([
  'parenthesized_expression',
  'as_expression',
  'satisfies_expression',
  'variable_declarator',
  'lexical_declaration',
  'variable_declaration',
  'pair',
  'public_field_definition',
  'field_definition',
  'assignment_expression',
  'expression_statement',
  'export_statement',
]);

/** Fields that hold a carrier's name. */
const nameFields: Readonly<Record<string, string>> = {
  variable_declarator: 'name',
  pair: 'key',
  public_field_definition: 'name',
  field_definition: 'property',
  assignment_expression: 'left',
};

/** What a function or class is called and where its definition begins. */
export interface Definition {
  /** Its own name, or that of the variable, property or field that it becomes, or "default"; "" for none. */
  readonly name: string;
  readonly nameRange: TextRange;
  readonly start: number;
}

export function definitionOf(cursor: Cursor, node: Node): Definition {
  let name = cursor.child(node, 'name');
  let at = node;
  for (;;) {
    const parent = cursor.parent(at);
    const kind = cursor.kind(parent);
    if (parent === at || !carriers.has(kind) || !begins(cursor, parent, at)) break;
    const field = nameFields[kind];
    if (field !== undefined) name ??= nameIn(cursor, cursor.child(parent, field));
    at = parent;
  }
  const start = cursor.start(at);
  const isDefault = cursor.is(at, 'export_statement') && cursor.child(at, 'value') !== undefined;
  if (name === undefined)
    return {
      name: isDefault ? 'default' : '',
      nameRange: range(cursor.start(node), cursor.start(node)),
      start,
    };
  return { name: cursor.text(name).replace(/^["']|["']$/g, ''), nameRange: cursor.range(name), start };
}

/** A list of declarations belongs to the first of them, an assignment to its value. */
const begins = (cursor: Cursor, parent: Node, child: Node): boolean =>
  cursor.is(parent, 'lexical_declaration') || cursor.is(parent, 'variable_declaration')
    ? cursor.firstNamed(parent) === child
    : cursor.field(child) !== 'left';

/** `handler` in `handler = ...` and `exports.handler = ...`. */
function nameIn(cursor: Cursor, target: Node | undefined): Node | undefined {
  if (target === undefined) return undefined;
  if (cursor.is(target, 'member_expression')) return cursor.child(target, 'property');
  const isName = /identifier$|^string$/.test(cursor.kind(target));
  return isName ? target : undefined;
}
