import type { ValueId } from '../ir/instruction.js';
import type { Cursor, Node } from './cursor.js';
import type { Emitter } from './tree-lowering.js';

/** True for operands that do nothing: it does not matter whether they are evaluated. */
export type IsPlain = (cursor: Cursor, node: Node) => boolean;

/** The operator; of `+=` the `+`. */
export function operatorOf(l: Emitter, node: Node): string {
  const operator = l.cursor.child(node, 'operator');
  const text = operator === undefined ? '' : l.cursor.text(operator);
  return /assignment_expression$/.test(l.cursor.kind(node)) ? text.slice(0, -1) : text;
}

const logicalOperators: Readonly<Record<string, 'and' | 'or' | '??'>> = {
  '&&': 'and',
  '||': 'or',
  '??': '??',
};

/**
 * `a + b - c || d` is `((a + b) - c) || d`: walks down the left side, then applies one operator after the other. Runs of `+` and of the
 * logical operators are taken together.
 */
export function lowerBinary(l: Emitter, node: Node, isPlain: IsPlain): ValueId {
  const { cursor } = l;
  const pending: Node[] = [];
  let leftmost: Node | undefined = node;
  while (leftmost !== undefined && cursor.is(leftmost, 'binary_expression')) {
    pending.push(leftmost);
    leftmost = cursor.child(leftmost, 'left');
  }
  let value = leftmost === undefined ? l.unknown(node) : l.expression(leftmost);
  while (pending.length > 0) {
    const run = nextRun(l, pending);
    value = applyRun(l, run, value, isPlain);
  }
  return value;
}

/** Takes off the operations that have the same operator as the last one. */
function nextRun(l: Emitter, pending: Node[]): Node[] {
  const run: Node[] = [];
  let operator: string | undefined;
  for (let next = pending.at(-1); next !== undefined; next = pending.at(-1)) {
    operator ??= operatorOf(l, next);
    if (operatorOf(l, next) !== operator) break;
    run.push(next);
    pending.pop();
  }
  return run;
}

/** Applies operations that have the same operator, from the left. */
export function applyRun(l: Emitter, run: readonly Node[], first: ValueId, isPlain: IsPlain): ValueId {
  const last = run[run.length - 1];
  if (last === undefined) return first;
  const operator = operatorOf(l, last);
  const logical = logicalOperators[operator];
  if (logical !== undefined) return chooseFirst(l, logical, run, first, last, isPlain);
  const rights = operator === '+' ? run.map((node) => l.operand(node, 'right')) : undefined;
  if (rights !== undefined && [first, ...rights].some((value) => l.isText(value))) {
    return l.emit({ op: 'template', parts: [first, ...rights] }, last);
  }
  return run.reduce((left, node, i) => {
    const right = rights?.[i] ?? l.operand(node, 'right');
    return l.emit({ op: 'binary', operator, left, right }, node);
  }, first);
}

/**
 * `a || b || c` is one choice of three. An operand that does something is evaluated only when what stands left of it says so, and stands
 * between markers, as under an `if` statement.
 */
function chooseFirst(
  l: Emitter,
  operator: 'and' | 'or' | '??',
  run: readonly Node[],
  first: ValueId,
  whole: Node,
  isPlain: IsPlain,
): ValueId {
  const { cursor } = l;
  let values = [first];
  const joined = (node: Node): ValueId => {
    const [only] = values;
    if (only !== undefined && values.length === 1) return only;
    return l.emit({ op: 'choose', operator, values }, node);
  };
  for (const node of run) {
    const right = cursor.child(node, 'right');
    if (right === undefined || isPlain(cursor, right)) {
      values.push(l.operand(node, 'right'));
      continue;
    }
    const condition = joined(cursor.child(node, 'left') ?? node);
    l.emit({ op: 'if', condition }, node);
    if (operator !== 'and') l.emit({ op: 'else' }, right);
    values = [condition, l.expression(right)];
    l.end(node);
  }
  return joined(whole);
}

/** `a ? b : c ? d : e`: each value stands under its condition. The chain nests to the right, in a loop here. */
export function lowerTernary(l: Emitter, node: Node): ValueId {
  const { cursor } = l;
  const open: { readonly node: Node; readonly condition: ValueId; readonly chosen: ValueId }[] = [];
  let at: Node | undefined = node;
  while (at !== undefined && cursor.is(at, 'ternary_expression')) {
    const condition = l.operand(at, 'condition');
    const alternative: Node | undefined = cursor.child(at, 'alternative');
    l.emit({ op: 'if', condition }, at);
    const chosen = l.operand(at, 'consequence');
    l.emit({ op: 'else' }, alternative ?? at);
    open.push({ node: at, condition, chosen });
    at = alternative;
  }
  let value = at === undefined ? l.unknown(node) : l.expression(at);
  for (const { node: from, condition, chosen } of open.reverse()) {
    l.end(from);
    value = l.emit({ op: 'choose', condition, values: [chosen, value] }, from);
  }
  return value;
}
