import type { ValueId } from '../../ir/instruction.js';
import type { Node } from '../cursor.js';
import { lowerAssignment, lowerAugmented } from './assignments.js';
import { lowerDecorated, lowerUndecoratedClass, lowerUndecoratedFunction } from './classes.js';
import { lowerFor, lowerIf, lowerTry, lowerWhile, lowerWith } from './control-flow.js';
import { docstringStatement } from './documentation.js';
import type { Frame, LowerStatement } from './frame.js';
import { lowerImport, lowerImportFrom } from './imports.js';
import { lowerMatch } from './match.js';
import { assign } from './targets.js';

const nothing: LowerStatement = () => {};

/** How each kind of statement is lowered. Kinds that are missing here are lowered as expressions. */
export const statements: Readonly<Record<string, LowerStatement>> = {
  expression_statement: lowerExpressionStatement,
  assignment: lowerAssignment,
  augmented_assignment: lowerAugmented,
  import_statement: lowerImport,
  import_from_statement: lowerImportFrom,
  future_import_statement: nothing,
  function_definition: lowerUndecoratedFunction,
  class_definition: lowerUndecoratedClass,
  decorated_definition: lowerDecorated,
  if_statement: lowerIf,
  while_statement: lowerWhile,
  for_statement: lowerFor,
  try_statement: lowerTry,
  with_statement: lowerWith,
  match_statement: lowerMatch,
  return_statement: lowerReturn,
  raise_statement: lowerRaise,
  assert_statement: lowerAssert,
  delete_statement: lowerDelete,
  print_statement: lowerKeywordCall,
  exec_statement: lowerKeywordCall,
  type_alias_statement: lowerTypeAlias,
  break_statement: (frame, node) => void frame.emit({ op: 'break', range: frame.range(node) }),
  continue_statement: (frame, node) => void frame.emit({ op: 'continue', range: frame.range(node) }),
  pass_statement: nothing,
  global_statement: nothing,
  nonlocal_statement: nothing,
};

function lowerExpressionStatement(frame: Frame, node: Node): void {
  const { cursor } = frame;
  if (docstringStatement(cursor, cursor.parent(node)) === node) return;
  for (const child of cursor.named(node)) {
    if (cursor.is(child, 'assignment')) lowerAssignment(frame, child);
    else if (cursor.is(child, 'augmented_assignment')) lowerAugmented(frame, child);
    else frame.value(child);
  }
}

function lowerReturn(frame: Frame, node: Node): void {
  const expression = frame.cursor.firstNamed(node);
  const range = frame.range(node);
  if (expression === undefined) frame.emit({ op: 'return', range });
  else frame.emit({ op: 'return', value: frame.value(expression), range });
}

function lowerRaise(frame: Frame, node: Node): void {
  const range = frame.range(node);
  const [exception] = frame.cursor.named(node).map((child) => frame.value(child));
  frame.emit({ op: 'throw', ...(exception !== undefined && { value: exception }), range });
}

/** `assert c, message` throws unless the condition holds. */
function lowerAssert(frame: Frame, node: Node): void {
  const range = frame.range(node);
  const [test, message] = frame.cursor.named(node);
  if (test === undefined) return;
  const operand = frame.value(test);
  const condition = frame.emit({ op: 'unary', operator: 'not', operand, range: frame.range(test) });
  frame.emit({ op: 'if', condition, range });
  const value = message === undefined ? undefined : frame.value(message);
  frame.emit({ op: 'throw', ...(value !== undefined && { value }), range });
  frame.end(node);
}

/** Deleting a member evaluates it; deleting a name does nothing that matters here. */
function lowerDelete(frame: Frame, node: Node): void {
  const { cursor } = frame;
  for (const child of cursor.named(node)) {
    const targets = cursor.is(child, 'expression_list') ? cursor.named(child) : [child];
    for (const target of targets) if (!cursor.is(target, 'identifier')) frame.value(target);
  }
}

/** `print x, y` and `exec code` of Python 2 as calls. */
function lowerKeywordCall(frame: Frame, node: Node): void {
  const { cursor } = frame;
  const range = frame.range(node);
  const keyword = node + 1;
  const callee = frame.emit({ op: 'global', name: cursor.text(keyword), range: frame.range(keyword) });
  const args = cursor.named(node).map((child) => ({ value: frame.value(child), range: frame.range(child) }));
  const argsRange = { start: cursor.end(keyword), end: range.end };
  frame.emit({ op: 'call', callee, args, argsRange, range });
}

function lowerTypeAlias(frame: Frame, node: Node): void {
  const { cursor } = frame;
  const left = cursor.child(node, 'left');
  if (left === undefined) return;
  const value: ValueId = frame.unknown([], frame.range(node));
  const generic = cursor.firstNamed(left);
  const name =
    generic !== undefined && cursor.is(generic, 'generic_type') ? cursor.firstNamed(generic) : generic;
  if (name !== undefined) assign(frame, name, value);
}
