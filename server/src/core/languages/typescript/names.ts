import type { Cursor, Node } from '../cursor.js';

/** Statements inside which `var` still belongs to the function around. */
const transparent = new Set([
  'statement_block',
  'if_statement',
  'else_clause',
  'for_statement',
  'for_in_statement',
  'while_statement',
  'do_statement',
  'try_statement',
  'catch_clause',
  'finally_clause',
  'switch_statement',
  'switch_body',
  'switch_case',
  'switch_default',
  'labeled_statement',
  'with_statement',
  'export_statement',
  'ERROR',
]);

type Declare = (name: string) => void;

/** Which names a statement binds in the block that it stands in. `var` is left to `declareVariables`. */
const binders: Readonly<Record<string, (cursor: Cursor, node: Node, declare: Declare) => void>> = {
  lexical_declaration: declareDeclarators,
  using_declaration: declareDeclarators,
  function_declaration: declareOwnName,
  generator_function_declaration: declareOwnName,
  class_declaration: declareOwnName,
  abstract_class_declaration: declareOwnName,
  enum_declaration: declareOwnName,
  internal_module: declareOwnName,
  module: declareOwnName,
  // Found outside of expressions in broken code only, where they are declarations.
  function_expression: declareOwnName,
  generator_function: declareOwnName,
  class: declareOwnName,
  import_statement: declareImports,
  import_alias: (cursor, node, declare) => declareIdentifier(cursor, cursor.firstNamed(node), declare),
  export_statement: (cursor, node, declare) => declareIn(cursor, cursor.child(node, 'declaration'), declare),
  labeled_statement: (cursor, node, declare) => declareIn(cursor, cursor.child(node, 'body'), declare),
  expression_statement: (cursor, node, declare) => {
    const child = cursor.firstNamed(node);
    if (child !== undefined && cursor.is(child, 'internal_module')) declareOwnName(cursor, child, declare);
  },
};

const typeBinders = new Set(['interface_declaration', 'type_alias_declaration']);

/** Calls `declare` for each name that the statements bind in their own block. */
export function declareNames(cursor: Cursor, statements: readonly Node[], declare: Declare): void {
  for (const statement of statements) declareIn(cursor, statement, declare);
}

function declareIn(cursor: Cursor, node: Node | undefined, declare: Declare): void {
  if (node !== undefined) binders[cursor.kind(node)]?.(cursor, node, declare);
}

/** Calls `declare` for each name that `var` binds anywhere in a function's body. */
export function declareVariables(cursor: Cursor, body: Node, declare: Declare): void {
  const end = cursor.next(body);
  for (let node = body + 1; node < end; ) {
    const kind = cursor.kind(node);
    if (kind === 'variable_declaration') declareDeclarators(cursor, node, declare);
    if (kind === 'for_in_statement' && isVar(cursor, node)) {
      declarePattern(cursor, cursor.child(node, 'left'), declare);
    }
    node = transparent.has(kind) ? node + 1 : cursor.next(node);
  }
}

const isVar = (cursor: Cursor, loop: Node): boolean => {
  const kind = cursor.child(loop, 'kind');
  return kind !== undefined && cursor.is(kind, 'var');
};

function declareDeclarators(cursor: Cursor, node: Node, declare: Declare): void {
  for (const declarator of cursor.named(node)) {
    declarePattern(cursor, cursor.child(declarator, 'name'), declare);
  }
}

function declareOwnName(cursor: Cursor, node: Node, declare: Declare): void {
  const name = cursor.child(node, 'name');
  if (name !== undefined) declareIdentifier(cursor, leftmost(cursor, name), declare);
}

/** `A` in the name of `namespace A.B`. */
export function leftmost(cursor: Cursor, name: Node): Node {
  let at = name;
  while (cursor.is(at, 'nested_identifier')) at = cursor.child(at, 'object') ?? at + 1;
  return at;
}

function declareImports(cursor: Cursor, node: Node, declare: Declare): void {
  const end = cursor.next(node);
  for (let at = node + 1; at < end; at++) {
    if (!cursor.is(at, 'identifier')) continue;
    const parent = cursor.parent(at);
    const shadowed = cursor.is(parent, 'import_specifier') && cursor.child(parent, 'alias') !== undefined;
    if (!shadowed || cursor.field(at) === 'alias') declareIdentifier(cursor, at, declare);
  }
}

function declareIdentifier(cursor: Cursor, node: Node | undefined, declare: Declare): void {
  if (node !== undefined && !cursor.isMissing(node)) declare(cursor.text(node));
}

export function declarePattern(cursor: Cursor, pattern: Node | undefined, declare: Declare): void {
  for (const name of namesInPattern(cursor, pattern)) declareIdentifier(cursor, name, declare);
}

/** The identifiers that a pattern binds, in order. Default values and computed keys are expressions, no patterns. */
export function namesInPattern(cursor: Cursor, pattern: Node | undefined): Node[] {
  const names: Node[] = [];
  if (pattern === undefined) return names;
  const end = cursor.next(pattern);
  for (let node = pattern; node < end; ) {
    const kind = cursor.kind(node);
    const skipped =
      kind === 'computed_property_name' ||
      kind === 'member_expression' ||
      kind === 'subscript_expression' ||
      (node !== pattern && cursor.field(node) === 'right');
    if (kind === 'identifier' || kind === 'shorthand_property_identifier_pattern') names.push(node);
    node = skipped ? cursor.next(node) : node + 1;
  }
  return names;
}

/**
 * The name of the type that a statement declares, exported or not. Types share names with values (`const User = z.object(...)`,
 * `type User = ...`); then the name is the value's.
 */
export function declaredTypeName(cursor: Cursor, statement: Node): string | undefined {
  const node = cursor.is(statement, 'export_statement') ? cursor.child(statement, 'declaration') : statement;
  if (node === undefined || !typeBinders.has(cursor.kind(node))) return undefined;
  const name = cursor.child(node, 'name');
  return name === undefined ? undefined : cursor.text(name);
}
