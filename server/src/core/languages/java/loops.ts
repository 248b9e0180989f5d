import type { Node } from '../cursor.js';
import { lowerDo, lowerWhile, openLoop, testLoop } from '../loops.js';
import type { Lowering, StatementLowering } from './lowering.js';
import { declaredType } from './types.js';

export const loopStatements: Readonly<Record<string, StatementLowering>> = {
  while_statement: (l, node) => lowerWhile(l, node, (of) => lowerBody(l, of)),
  do_statement: (l, node) => lowerDo(l, node, (of) => lowerBody(l, of)),
  for_statement: lowerFor,
  enhanced_for_statement: lowerForEach,
};

const lowerBody = (l: Lowering, node: Node): void =>
  l.within({ ...l.frame, inSwitch: false }, () => l.block(l.cursor.child(node, 'body')));

function lowerFor(l: Lowering, node: Node): void {
  const { cursor } = l;
  l.inBlock(() => {
    l.statements(cursor.inField(node, 'init'));
    const condition = cursor.child(node, 'condition');
    openLoop(l, node, 'for', condition);
    testLoop(l, condition);
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
