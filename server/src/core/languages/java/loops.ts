import type { Cursor, Node } from '../cursor.js';
import type { Lowering, StatementLowering } from './lowering.js';
import { declaredType } from './types.js';

export const loopStatements: Readonly<Record<string, StatementLowering>> = {
  while_statement: lowerWhile,
  do_statement: lowerDo,
  for_statement: lowerFor,
  enhanced_for_statement: lowerForEach,
};

const isAlwaysTrue = (cursor: Cursor, condition: Node): boolean =>
  /^\(?\s*true\s*\)?$/.test(cursor.text(condition));

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
    l.statements(cursor.inField(node, 'init'));
    const condition = cursor.child(node, 'condition');
    openLoop(l, node, 'for', condition);
    test(l, condition);
    lowerBody(l, node);
    for (const update of cursor.inField(node, 'update')) l.expression(update);
    l.end(node);
  });
}

function lowerForEach(l: Lowering, node: Node): void {
  const { cursor } = l;
  const iterable = l.operand(node, 'value');
  l.emit({ op: 'loop', kind: 'for' }, node);
  l.inBlock(() => {
    const name = cursor.child(node, 'name') ?? node;
    const element = l.emit({ op: 'iterate', value: iterable }, name);
    l.store(l.declare(cursor.text(name), declaredType(cursor, node)), element, name);
    lowerBody(l, node);
  });
  l.end(node);
}
