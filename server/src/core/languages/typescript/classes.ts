import type { ValueId } from '../../ir/instruction.js';
import { range } from '../../text/range.js';
import { documentationBefore } from '../comments.js';
import type { Node } from '../cursor.js';
import { definitionOf } from './definitions.js';
import { knownToItself, qualify } from './functions.js';
import { baseValues } from './heritage.js';
import type { ExpressionLowering, Lowering, StatementLowering } from './lowering.js';
import { lowerMembers } from './members.js';
import { decoratorValues } from './parameters.js';

export const classExpressions: Readonly<Record<string, ExpressionLowering>> = {
  class: (l, node) => knownToItself(l, node, () => lowerClass(l, node)),
};

export const classDeclarations: Readonly<Record<string, StatementLowering>> = {
  class_declaration: lowerDeclaration,
  abstract_class_declaration: lowerDeclaration,
  // Outside of expressions in broken code only.
  class: lowerDeclaration,
};

function lowerDeclaration(l: Lowering, node: Node): void {
  lowerClass(l, node, l.cursor.child(node, 'name'));
}

/** Lowers a class; `name` is where a declaration binds it. */
function lowerClass(l: Lowering, node: Node, name?: Node): ValueId {
  const { cursor, module, frame } = l;
  const definition = definitionOf(cursor, node);
  // `@Decorator() export class` has its decorators in the export.
  const around = cursor.parent(node);
  const outer = cursor.is(around, 'export_statement') ? decoratorValues(l, around) : [];
  const decorators = [...outer, ...decoratorValues(l, node)];
  const start = outer.length > 0 ? cursor.start(around) : cursor.start(node);
  const bases = baseValues(l, node);
  const documentation = documentationBefore(cursor, l.docs, Math.min(start, definition.start));
  const built = module.addClass({
    name: definition.name,
    parent: frame.body.id,
    bases,
    decorators,
    ...(documentation === undefined ? {} : { documentation }),
    range: range(start, cursor.end(node)),
    nameRange: definition.nameRange,
  });
  const statics = lowerMembers(l, node, built, qualify(frame.prefix, definition.name));
  const value = l.emit({ op: 'class', class: built.id }, node);
  if (name !== undefined) l.store(l.declare(cursor.text(name)), value, name);
  statics(value);
  return value;
}
