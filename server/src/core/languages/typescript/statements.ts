import type { ValueId } from '../../ir/instruction.js';
import type { Node } from '../cursor.js';
import { directive } from './directives.js';
import type { Lowering, StatementLowering } from './lowering.js';
import { declarePattern } from './names.js';
import { assign, initialize } from './patterns.js';

export const plainStatements: Readonly<Record<string, StatementLowering>> = {
  expression_statement: (l, node) => {
    if (directive(l.cursor, node) === undefined) l.inner(node);
  },
  lexical_declaration: lowerDeclarators,
  variable_declaration: lowerDeclarators,
  using_declaration: lowerDeclarators,
  statement_block: (l, node) => l.block(node),
  labeled_statement: (l, node) => l.block(l.cursor.child(node, 'body')),
  with_statement: (l, node) => {
    l.operand(node, 'object');
    l.block(l.cursor.child(node, 'body'));
  },
  if_statement: lowerIf,
  try_statement: lowerTry,
  return_statement: (l, node) => l.emit({ op: 'return', ...optionalValue(l, node) }, node),
  throw_statement: (l, node) => l.emit({ op: 'throw', ...optionalValue(l, node) }, node),
  break_statement: (l, node) => {
    const labelled = l.cursor.child(node, 'label') !== undefined;
    if (labelled || !l.frame.inSwitch) l.emit({ op: 'break' }, node);
  },
  continue_statement: (l, node) => l.emit({ op: 'continue' }, node),
};

function optionalValue(l: Lowering, node: Node): { readonly value?: ValueId } {
  return l.cursor.firstNamed(node) === undefined ? {} : { value: l.inner(node) };
}

function lowerDeclarators(l: Lowering, node: Node): void {
  for (const declarator of l.cursor.named(node)) initialize(l, declarator);
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
    const clause = cursor.child(at, 'alternative');
    if (clause === undefined) break;
    l.emit({ op: 'else' }, clause);
    const otherwise = cursor.firstNamed(clause);
    if (otherwise === undefined || !cursor.is(otherwise, 'if_statement')) {
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
  l.block(cursor.child(node, 'body'));
  const handler = cursor.child(node, 'handler');
  if (handler !== undefined) {
    const caught = cursor.child(handler, 'parameter');
    l.emit({ op: 'catch' }, handler);
    l.inBlock(() => {
      declarePattern(cursor, caught, (name) => l.declare(name));
      if (caught !== undefined) assign(l, caught, l.unknown(caught), cursor.child(handler, 'type'));
      l.block(cursor.child(handler, 'body'));
    });
  }
  const finalizer = cursor.child(node, 'finalizer');
  if (finalizer !== undefined) {
    l.emit({ op: 'finally' }, finalizer);
    l.block(cursor.child(finalizer, 'body'));
  }
  l.end(node);
}
