import type { ValueId } from '../../ir/instruction.js';
import type { Cursor, Node } from '../cursor.js';
import type { ExpressionLowering, Link, Lowering } from './lowering.js';
import { assign, typeValue } from './names.js';
import { bindPattern } from './patterns.js';
import { typeReference } from './types.js';

export const operatorExpressions: Readonly<Record<string, ExpressionLowering>> = {
  binary_expression: lowerBinary,
  ternary_expression: lowerTernary,
  unary_expression: (l, node) => {
    const operator = operatorOf(l, node);
    const operand = l.operand(node, 'operand');
    const producer = l.producer(operand);
    // A signed number is a constant.
    if (operator === '-' && producer?.op === 'const' && typeof producer.value === 'number')
      return l.emit({ op: 'const', value: -producer.value }, node);
    return l.emit({ op: 'unary', operator, operand }, node);
  },
  update_expression: (l, node) => {
    const target = l.cursor.firstNamed(node);
    if (target === undefined) return l.unknown(node);
    const left = l.expression(target);
    const right = l.emit({ op: 'const', value: 1 }, node);
    const operator = l.cursor.has(node, '++') ? '+' : '-';
    const value = l.emit({ op: 'binary', operator, left, right }, node);
    assign(l, target, value);
    return value;
  },
  assignment_expression: lowerAssignment,
  instanceof_expression: lowerInstanceof,
};

export const operatorLinks: Readonly<Record<string, Link>> = {
  parenthesized_expression: {
    head: (cursor, node) => cursor.firstNamed(node),
    apply: (_l, _node, value) => value,
  },
  /** The type of a cast is kept where it says more than the value: in the declared type of what it is stored in. */
  cast_expression: {
    head: (cursor, node) => cursor.child(node, 'value'),
    apply: (_l, _node, value) => value,
  },
  array_access: {
    head: (cursor, node) => cursor.child(node, 'array'),
    apply: (l, node, object) => l.emit({ op: 'get', object, index: l.operand(node, 'index') }, node),
  },
};

/** The operator; of `+=` the `+`. */
function operatorOf(l: Lowering, node: Node): string {
  const operator = l.cursor.child(node, 'operator');
  const text = operator === undefined ? '' : l.cursor.text(operator);
  return l.cursor.is(node, 'assignment_expression') ? text.slice(0, -1) : text;
}

const logicalOperators: Readonly<Record<string, 'and' | 'or'>> = { '&&': 'and', '||': 'or' };

/**
 * `a + b - c || d` is `((a + b) - c) || d`: walks down the left side, then applies one operator after the other. Runs of `+` and of the
 * logical operators are taken together.
 */
function lowerBinary(l: Lowering, node: Node): ValueId {
  const { cursor } = l;
  const pending: Node[] = [];
  let leftmost: Node | undefined = node;
  while (leftmost !== undefined && cursor.is(leftmost, 'binary_expression')) {
    pending.push(leftmost);
    leftmost = cursor.child(leftmost, 'left');
  }
  let value = leftmost === undefined ? l.unknown(node) : l.expression(leftmost);
  while (pending.length > 0) value = applyRun(l, nextRun(l, pending), value);
  return value;
}

/** Takes off the operations that have the same operator as the last one. */
function nextRun(l: Lowering, pending: Node[]): Node[] {
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

function applyRun(l: Lowering, run: readonly Node[], first: ValueId): ValueId {
  const last = run[run.length - 1];
  if (last === undefined) return first;
  const operator = operatorOf(l, last);
  const logical = logicalOperators[operator];
  if (logical !== undefined) return chooseFirst(l, logical, run, first, last);
  const rights = run.map((node) => l.operand(node, 'right'));
  if (operator === '+' && [first, ...rights].some((value) => l.isText(value)))
    return l.emit({ op: 'template', parts: [first, ...rights] }, last);
  return run.reduce(
    (left, node, i) => l.emit({ op: 'binary', operator, left, right: rights[i] ?? left }, node),
    first,
  );
}

/**
 * `a || b || c` is one choice of three. An operand that does something is evaluated only when what stands left of it says so, and stands
 * between markers, as under an `if` statement.
 */
function chooseFirst(
  l: Lowering,
  operator: 'and' | 'or',
  run: readonly Node[],
  first: ValueId,
  whole: Node,
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
    if (operator === 'or') l.emit({ op: 'else' }, right);
    values = [condition, l.expression(right)];
    l.end(node);
  }
  return joined(whole);
}

/** Kinds whose evaluation does nothing by itself. */
const plain =
  /^(?:identifier|this|string_literal|decimal_integer_literal|true|false|null_literal|lambda_expression|field_access)$/;

const isPlain = (cursor: Cursor, node: Node): boolean => plain.test(cursor.kind(node));

/** `a ? b : c ? d : e`: each value stands under its condition. The chain nests to the right, in a loop here. */
function lowerTernary(l: Lowering, node: Node): ValueId {
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

/** `a = b = value`: the value first, then the targets from the right. `a += b` does what `a = a + b` does. */
function lowerAssignment(l: Lowering, node: Node): ValueId {
  const { cursor } = l;
  const targets: Node[] = [];
  let at: Node | undefined = node;
  while (at !== undefined && cursor.is(at, 'assignment_expression')) {
    targets.push(at);
    at = cursor.child(at, 'right');
  }
  let value = at === undefined ? l.unknown(node) : l.expression(at);
  for (const assignment of targets.reverse()) {
    const target = cursor.child(assignment, 'left');
    if (target === undefined) continue;
    const operator = operatorOf(l, assignment);
    if (operator !== '') value = combined(l, assignment, operator, l.expression(target), value);
    assign(l, target, value);
  }
  return value;
}

function combined(l: Lowering, node: Node, operator: string, left: ValueId, right: ValueId): ValueId {
  const isText = operator === '+' && (l.isText(left) || l.isText(right));
  return l.emit(
    isText ? { op: 'template', parts: [left, right] } : { op: 'binary', operator, left, right },
    node,
  );
}

/** `x instanceof Type name` binds the name, here whatever comes of the test. */
function lowerInstanceof(l: Lowering, node: Node): ValueId {
  const { cursor } = l;
  const left = l.operand(node, 'left');
  const name = cursor.child(node, 'name');
  const type = cursor.child(node, 'right');
  const pattern = cursor.child(node, 'pattern');
  if (name !== undefined && type !== undefined)
    l.store(l.declare(cursor.text(name), typeReference(cursor, type)), left, name);
  if (pattern !== undefined) bindPattern(l, pattern, left);
  const right = type === undefined ? l.unknown(node) : typeValue(l, type);
  return l.emit({ op: 'binary', operator: 'instanceof', left, right }, node);
}
