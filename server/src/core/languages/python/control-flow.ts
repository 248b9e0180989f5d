import type { Node } from '../cursor.js';
import type { Frame } from './frame.js';
import { numberOf } from './operators.js';
import { assign } from './targets.js';

function block(frame: Frame, parent: Node, field: string): void {
  const body = frame.cursor.child(parent, field);
  if (body !== undefined) frame.statements(body);
}

/** `elif` becomes an `if` inside `else`; all of them end together. */
export function lowerIf(frame: Frame, node: Node): void {
  const { cursor } = frame;
  const lowerTest = (clause: Node): void => {
    const test = cursor.child(clause, 'condition');
    const condition = test === undefined ? frame.unknown([], frame.range(clause)) : frame.value(test);
    frame.emit({ op: 'if', condition, range: frame.range(clause) });
    block(frame, clause, 'consequence');
  };
  lowerTest(node);
  let open = 1;
  for (const clause of cursor.inField(node, 'alternative')) {
    frame.emit({ op: 'else', range: frame.range(clause) });
    if (cursor.is(clause, 'elif_clause')) {
      lowerTest(clause);
      open++;
    } else {
      block(frame, clause, 'body');
    }
  }
  for (; open > 0; open--) frame.end(node);
}

export function lowerWhile(frame: Frame, node: Node): void {
  const { cursor } = frame;
  const test = cursor.child(node, 'condition');
  const range = frame.range(node);
  const forever = test !== undefined && isAlwaysTrue(frame, test);
  frame.emit({ op: 'loop', kind: 'while', ...(forever && { forever }), range });
  if (test !== undefined && !forever) {
    frame.emit({ op: 'test', condition: frame.value(test), range: frame.range(test) });
  }
  block(frame, node, 'body');
  frame.end(node);
  lowerLoopElse(frame, node);
}

function isAlwaysTrue(frame: Frame, test: Node): boolean {
  const { cursor } = frame;
  if (cursor.is(test, 'true')) return true;
  return cursor.is(test, 'integer') && numberOf(cursor.text(test)) !== 0;
}

export function lowerFor(frame: Frame, node: Node): void {
  const { cursor } = frame;
  const target = cursor.child(node, 'left');
  const iterable = cursor.child(node, 'right');
  const range = frame.range(node);
  const value = iterable === undefined ? frame.unknown([], range) : frame.value(iterable);
  frame.emit({ op: 'loop', kind: 'for', range });
  const element = frame.emit({ op: 'iterate', value, range: frame.range(target ?? node) });
  if (target !== undefined) assign(frame, target, element);
  block(frame, node, 'body');
  frame.end(node);
  lowerLoopElse(frame, node);
}

/** The `else` of a loop runs when the loop was not left by `break`, which nothing here decides. */
function lowerLoopElse(frame: Frame, loop: Node): void {
  const clause = frame.cursor.child(loop, 'alternative');
  if (clause === undefined) return;
  const range = frame.range(clause);
  frame.emit({ op: 'if', condition: frame.unknown([], range), range });
  block(frame, clause, 'body');
  frame.end(clause);
}

/** The `else` of a `try` follows its body inside the same markers. */
export function lowerTry(frame: Frame, node: Node): void {
  const { cursor } = frame;
  frame.emit({ op: 'try', range: frame.range(node) });
  block(frame, node, 'body');
  const clauses = cursor.named(node);
  for (const clause of clauses) if (cursor.is(clause, 'else_clause')) block(frame, clause, 'body');
  for (const clause of clauses) {
    if (cursor.is(clause, 'except_clause')) lowerExcept(frame, clause);
    if (!cursor.is(clause, 'finally_clause')) continue;
    frame.emit({ op: 'finally', range: frame.range(clause) });
    lowerBlocks(frame, clause);
  }
  frame.end(node);
}

function lowerExcept(frame: Frame, clause: Node): void {
  const { cursor } = frame;
  const values = cursor.inField(clause, 'value');
  frame.emit({ op: 'catch', range: frame.range(clause) });
  for (const caught of values) {
    const alias = cursor.child(caught, 'alias') ?? cursor.child(clause, 'alias');
    const type = cursor.is(caught, 'as_pattern') ? cursor.firstNamed(caught) : caught;
    if (type === undefined) continue;
    const exception = frame.unknown([frame.value(type)], frame.range(caught));
    if (alias !== undefined) assign(frame, alias, exception);
  }
  lowerBlocks(frame, clause);
}

/** The blocks of `except` and `finally` fill no field. */
function lowerBlocks(frame: Frame, clause: Node): void {
  for (const child of frame.cursor.named(clause)) {
    if (frame.cursor.is(child, 'block')) frame.statements(child);
  }
}

/** `with a as b, c:`: what is bound is lowered where it stands, see `lowerAs`. */
export function lowerWith(frame: Frame, node: Node): void {
  const { cursor } = frame;
  for (const clause of cursor.named(node)) {
    if (!cursor.is(clause, 'with_clause')) continue;
    for (const item of cursor.named(clause)) frame.value(cursor.child(item, 'value') ?? item);
  }
  block(frame, node, 'body');
}
