import type { Node } from '../cursor.js';
import { statementsIn } from '../tree-lowering.js';
import { annotationValues } from './annotations.js';
import { defineFunction } from './functions.js';
import type { Lowering, StatementLowering } from './lowering.js';
import { declaredType, typeReference } from './types.js';

export const plainStatements: Readonly<Record<string, StatementLowering>> = {
  expression_statement: (l, node) => l.inner(node),
  local_variable_declaration: lowerVariables,
  // At the top of what is no whole file.
  field_declaration: lowerVariables,
  block: (l, node) => l.block(node),
  labeled_statement: (l, node) => l.block(l.cursor.named(node).at(-1)),
  synchronized_statement: (l, node) => {
    l.operands(node);
    l.block(l.cursor.child(node, 'body'));
  },
  assert_statement: (l, node) => void l.operands(node),
  if_statement: lowerIf,
  try_statement: lowerTry,
  try_with_resources_statement: lowerTry,
  return_statement: (l, node) => {
    const value = l.cursor.firstNamed(node);
    l.emit({ op: 'return', ...(value !== undefined && { value: l.expression(value) }) }, node);
  },
  throw_statement: (l, node) => l.emit({ op: 'throw', value: l.inner(node) }, node),
  /** A label may name a loop further out; which one does not matter to what flows where. */
  break_statement: (l, node) => {
    const labelled = l.cursor.firstNamed(node) !== undefined;
    if (labelled || l.frame.inSwitch !== true) l.emit({ op: 'break' }, node);
  },
  continue_statement: (l, node) => l.emit({ op: 'continue' }, node),
  yield_statement: (l, node) => {
    const value = l.inner(node);
    if (l.frame.result !== undefined) l.store(l.frame.result, value, node);
  },
  method_declaration: lowerFunction,
  import_declaration: () => {},
  package_declaration: () => {},
  module_declaration: () => {},
};

function lowerVariables(l: Lowering, node: Node): void {
  const { cursor } = l;
  const type = declaredType(cursor, node);
  for (const declarator of cursor.inField(node, 'declarator')) {
    const name = cursor.child(declarator, 'name');
    const value = cursor.child(declarator, 'value');
    if (name === undefined) continue;
    const isArray = type !== undefined && cursor.child(declarator, 'dimensions') !== undefined;
    const initial = value === undefined ? undefined : l.expression(value);
    const variable = l.declare(cursor.text(name), isArray ? { name: 'List', args: [type] } : type);
    if (initial !== undefined) l.store(variable, initial, declarator);
  }
}

/** A method outside of a class: in a file that is a class without saying so, or in a piece of code. */
function lowerFunction(l: Lowering, node: Node): void {
  const { cursor } = l;
  const nameNode = cursor.child(node, 'name') ?? node;
  const name = cursor.text(nameNode);
  const { id } = defineFunction(l, node, {
    name,
    nameRange: cursor.range(nameNode),
    decorators: annotationValues(l, node),
    around: l.frame,
  });
  l.store(l.declare(name), l.emit({ op: 'function', function: id }, node), nameNode);
}

/** `else if` chains may be long, so they are walked in a loop. */
function lowerIf(l: Lowering, node: Node): void {
  const { cursor } = l;
  let depth = 0;
  let at: Node | undefined = node;
  while (at !== undefined) {
    const condition = l.operand(at, 'condition');
    l.emit({ op: 'if', condition }, at);
    depth++;
    l.block(cursor.child(at, 'consequence'));
    const otherwise = cursor.child(at, 'alternative');
    if (otherwise === undefined) break;
    l.emit({ op: 'else' }, otherwise);
    if (!cursor.is(otherwise, 'if_statement')) {
      l.block(otherwise);
      break;
    }
    at = otherwise;
  }
  for (; depth > 0; depth--) l.end(node);
}

function lowerTry(l: Lowering, node: Node): void {
  const { cursor } = l;
  l.emit({ op: 'try' }, node);
  l.inBlock(() => {
    const resources = cursor.child(node, 'resources');
    for (const resource of resources === undefined ? [] : cursor.named(resources)) lowerResource(l, resource);
    const body = cursor.child(node, 'body');
    if (body !== undefined) l.statements(statementsIn(cursor, body));
  });
  for (const clause of cursor.named(node)) {
    if (cursor.is(clause, 'catch_clause')) {
      l.emit({ op: 'catch' }, clause);
      l.inBlock(() => {
        lowerCaught(l, clause);
        l.block(cursor.child(clause, 'body'));
      });
    } else if (cursor.is(clause, 'finally_clause')) {
      l.emit({ op: 'finally' }, clause);
      l.block(cursor.firstNamed(clause));
    }
  }
  l.end(node);
}

function lowerResource(l: Lowering, resource: Node): void {
  const { cursor } = l;
  const name = cursor.child(resource, 'name');
  if (name === undefined) {
    l.operands(resource);
    return;
  }
  const value = l.operand(resource, 'value');
  const type = declaredType(cursor, resource);
  l.store(l.declare(cursor.text(name), type), l.emit({ op: 'enter', value }, resource), name);
}

function lowerCaught(l: Lowering, clause: Node): void {
  const { cursor } = l;
  const parameter = cursor.named(clause).find((child) => cursor.is(child, 'catch_formal_parameter'));
  const name = parameter === undefined ? undefined : cursor.child(parameter, 'name');
  if (parameter === undefined || name === undefined) return;
  const types = cursor.named(parameter).find((child) => cursor.is(child, 'catch_type'));
  const [type] = types === undefined ? [] : cursor.named(types);
  const variable = l.declare(cursor.text(name), type === undefined ? undefined : typeReference(cursor, type));
  l.store(variable, l.unknown(parameter), name);
}
