import type { Cursor, Node } from './cursor.js';
import type { Emitter } from './tree-lowering.js';

/** `true`, `1` or `!0`, with or without parentheses. */
const isAlwaysTrue = (cursor: Cursor, condition: Node): boolean =>
  /^\(?\s*(?:true|1|!0)\s*\)?$/.test(cursor.text(condition));

/** Opens a loop; when its condition always holds, it is none. */
export function openLoop(l: Emitter, node: Node, kind: 'while' | 'for', condition: Node | undefined): void {
  const forever = condition === undefined || isAlwaysTrue(l.cursor, condition);
  l.emit({ op: 'loop', kind, ...(forever && { forever }) }, node);
}

/** The condition of a loop; nothing where it always holds. */
export function testLoop(l: Emitter, condition: Node | undefined): void {
  if (condition === undefined || isAlwaysTrue(l.cursor, condition)) return;
  l.emit({ op: 'test', condition: l.expression(condition) }, condition);
}

/** `body` lowers what is repeated. */
export function lowerWhile(l: Emitter, node: Node, body: (node: Node) => void): void {
  const condition = l.cursor.child(node, 'condition');
  openLoop(l, node, 'while', condition);
  testLoop(l, condition);
  body(node);
  l.end(node);
}

/** The test of `do ... while` comes last, as it is executed. */
export function lowerDo(l: Emitter, node: Node, body: (node: Node) => void): void {
  const condition = l.cursor.child(node, 'condition');
  openLoop(l, node, 'while', condition);
  body(node);
  testLoop(l, condition);
  l.end(node);
}
