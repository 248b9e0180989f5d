import type { Cursor, Node } from '../cursor.js';
import type { Lowering, StatementLowering } from './lowering.js';
import { declarePattern } from './names.js';
import { assign } from './patterns.js';

export const loopStatements: Readonly<Record<string, StatementLowering>> = {
  while_statement: lowerWhile,
  do_statement: lowerDo,
  for_statement: lowerFor,
  for_in_statement: lowerForIn,
};

/** `true`, `1` or `!0`, with or without parentheses. */
const isAlwaysTrue = (cursor: Cursor, condition: Node): boolean =>
  /^\(?\s*(?:true|1|!0)\s*\)?$/.test(cursor.text(condition));

/** Opens a loop; when its condition always holds, it is none. */
function openLoop(l: Lowering, node: Node, kind: 'while' | 'for', condition: Node | undefined): void {
  const forever = condition === undefined || isAlwaysTrue(l.cursor, condition);
  l.emit({ op: 'loop', kind, ...(forever && { forever }) }, node);
}

function test(l: Lowering, condition: Node | undefined): void {
  if (condition === undefined || isAlwaysTrue(l.cursor, condition)) return;
  l.emit({ op: 'test', condition: l.expression(condition) }, condition);
}

const lowerBody = (l: Lowering, node: Node): void =>
  l.within({ ...l.frame, inSwitch: false }, () => l.block(l.cursor.child(node, 'body')));

function lowerWhile(l: Lowering, node: Node): void {
  const condition = l.cursor.child(node, 'condition');
  openLoop(l, node, 'while', condition);
  test(l, condition);
  lowerBody(l, node);
  l.end(node);
}

/** The test of `do ... while` comes last, as it is executed. */
function lowerDo(l: Lowering, node: Node): void {
  const condition = l.cursor.child(node, 'condition');
  openLoop(l, node, 'while', condition);
  lowerBody(l, node);
  test(l, condition);
  l.end(node);
}

function lowerFor(l: Lowering, node: Node): void {
  const { cursor } = l;
  l.inBlock(() => {
    const initializer = cursor.child(node, 'initializer');
    if (initializer !== undefined) l.statements([initializer]);
    const condition = cursor.inField(node, 'condition').find((child) => l.isExpression(child));
    openLoop(l, node, 'for', condition);
    test(l, condition);
    lowerBody(l, node);
    const increment = cursor.child(node, 'increment');
    if (increment !== undefined) l.expression(increment);
    l.end(node);
  });
}

/** `for (x of xs)` gives elements; the keys that `for (x in xs)` gives are as trustworthy as the object. */
function lowerForIn(l: Lowering, node: Node): void {
  const { cursor } = l;
  const iterable = l.operand(node, 'right');
  l.emit({ op: 'loop', kind: 'for' }, node);
  l.inBlock(() => {
    const target = cursor.child(node, 'left');
    const declares = cursor.child(node, 'kind') !== undefined && !cursor.has(node, 'var');
    if (declares) declarePattern(cursor, target, (name) => l.declare(name));
    const element = cursor.has(node, 'of')
      ? l.emit({ op: 'iterate', value: iterable }, target ?? node)
      : l.unknown(target ?? node, [iterable]);
    if (target !== undefined) assign(l, target, element);
    lowerBody(l, node);
  });
  l.end(node);
}
