import type { Node } from '../cursor.js';
import { lowerDo, lowerWhile, openLoop, testLoop } from '../loops.js';
import type { Lowering, StatementLowering } from './lowering.js';
import { declarePattern } from './names.js';
import { assign } from './patterns.js';

export const loopStatements: Readonly<Record<string, StatementLowering>> = {
  while_statement: (l, node) => lowerWhile(l, node, (of) => lowerBody(l, of)),
  do_statement: (l, node) => lowerDo(l, node, (of) => lowerBody(l, of)),
  for_statement: lowerFor,
  for_in_statement: lowerForIn,
};

const lowerBody = (l: Lowering, node: Node): void =>
  l.within({ ...l.frame, inSwitch: false }, () => l.block(l.cursor.child(node, 'body')));

function lowerFor(l: Lowering, node: Node): void {
  const { cursor } = l;
  l.inBlock(() => {
    const initializer = cursor.child(node, 'initializer');
    if (initializer !== undefined) l.statements([initializer]);
    const condition = cursor.inField(node, 'condition').find((child) => l.isExpression(child));
    openLoop(l, node, 'for', condition);
    testLoop(l, condition);
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
