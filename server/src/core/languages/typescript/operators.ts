import type { ValueId } from '../../ir/instruction.js';
import type { Cursor, Node } from '../cursor.js';
import type { ExpressionLowering, Lowering } from './lowering.js';
import { assign } from './patterns.js';

export const operatorExpressions: Readonly<Record<string, ExpressionLowering>> = {
  binary_expression: lowerBinary,
  ternary_expression: lowerTernary,
  unary_expression: (l, node) => {
    const operator = operatorOf(l, node);
    return l.emit({ op: 'unary', operator, operand: l.operand(node, 'argument') }, node);
  },
  update_expression: lowerUpdate,
  assignment_expression: lowerAssignment,
  augmented_assignment_expression: lowerAugmented,
  sequence_expression: (l, node) => {
    const values = l.cursor.named(node).map((child) => l.expression(child));
    return values[values.length - 1] ?? l.unknown(node);
  },
  yield_expression: (l, node) => {
    const child = l.cursor.firstNamed(node);
    if (child === undefined) return l.emit({ op: 'yield' }, node);
    const value = l.expression(child);
    const each = l.cursor.has(node, '*') ? l.emit({ op: 'iterate', value }, child) : value;
    return l.emit({ op: 'yield', value: each }, node);
  },
};

const operatorOf = (l: Lowering, node: Node): string => {
  const operator = l.cursor.child(node, 'operator');
  return operator === undefined ? '' : l.cursor.text(operator);
};

const shortCircuit: Readonly<Record<string, 'and' | 'or' | '??'>> = { '&&': 'and', '||': 'or', '??': '??' };

/** `a + b - c || d` is `((a + b) - c) || d`: walks down the left side, then applies one operator after the other. */
function lowerBinary(l: Lowering, node: Node): ValueId {
  const { cursor } = l;
  const pending: Node[] = [];
  let leftmost: Node | undefined = node;
  while (leftmost !== undefined && cursor.is(leftmost, 'binary_expression')) {
    pending.push(leftmost);
    leftmost = cursor.child(leftmost, 'left');
  }
  let value = leftmost === undefined ? l.unknown(node) : l.expression(leftmost);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const operator = operatorOf(l, next);
    const run = [next];
    if (operator === '+') {
      for (let after = pending.at(-1); after !== undefined && operatorOf(l, after) === '+'; ) {
        run.push(after);
        pending.pop();
        after = pending.at(-1);
      }
      value = addAll(l, value, run);
    } else {
      value = applyOperator(l, next, operator, value);
    }
  }
  return value;
}

/** A run of `+`: text with holes as soon as one operand is known to be a string. */
function addAll(l: Lowering, first: ValueId, run: readonly Node[]): ValueId {
  const last = run[run.length - 1];
  const values = [first, ...run.map((node) => l.operand(node, 'right'))];
  if (last !== undefined && values.some((value) => l.isText(value))) {
    return l.emit({ op: 'template', parts: values }, last);
  }
  return run.reduce(
    (left, node, i) => l.emit({ op: 'binary', operator: '+', left, right: values[i + 1] ?? left }, node),
    first,
  );
}

function applyOperator(l: Lowering, node: Node, operator: string, left: ValueId): ValueId {
  const kind = shortCircuit[operator];
  if (kind === undefined) {
    return l.emit({ op: 'binary', operator, left, right: l.operand(node, 'right') }, node);
  }
  const rightNode = l.cursor.child(node, 'right');
  const branch = isPlain(l.cursor, rightNode) ? undefined : rightNode;
  if (branch !== undefined) l.emit({ op: 'if', condition: left }, node);
  if (branch !== undefined && kind !== 'and') l.emit({ op: 'else' }, branch);
  const right = l.operand(node, 'right');
  if (branch !== undefined) end(l, branch);
  return l.emit({ op: 'choose', operator: kind, values: [left, right] }, node);
}

/** `a ? b : c ? d : e` nests to the right, in a loop here. */
function lowerTernary(l: Lowering, node: Node): ValueId {
  const { cursor } = l;
  const open: { node: Node; condition: ValueId; chosen: ValueId; marked: boolean }[] = [];
  let at: Node | undefined = node;
  while (at !== undefined && cursor.is(at, 'ternary_expression')) {
    const condition = l.operand(at, 'condition');
    const alternative: Node | undefined = cursor.child(at, 'alternative');
    const marked = !isPlain(cursor, cursor.child(at, 'consequence')) || !isPlain(cursor, alternative);
    if (marked) l.emit({ op: 'if', condition }, at);
    const chosen = l.operand(at, 'consequence');
    if (marked) l.emit({ op: 'else' }, alternative ?? at);
    open.push({ node: at, condition, chosen, marked });
    at = alternative;
  }
  let value = at === undefined ? l.unknown(node) : l.expression(at);
  for (let inner = open.pop(); inner !== undefined; inner = open.pop()) {
    if (inner.marked) end(l, inner.node);
    const { condition, chosen } = inner;
    value = l.emit({ op: 'choose', condition, values: [chosen, value] }, inner.node);
  }
  return value;
}

function end(l: Lowering, node: Node): void {
  const offset = l.cursor.end(node);
  l.emit({ op: 'end' }, { start: offset, end: offset });
}

/** Kinds whose evaluation does nothing by itself. */
const plainKinds = new Set([
  'identifier',
  'member_expression',
  'this',
  'string',
  'number',
  'true',
  'false',
  'null',
  'undefined',
  'regex',
  'arrow_function',
  'function_expression',
]);

/**
 * True for an operand that needs no branch around it: whether it is evaluated or not makes no difference. Anything else stands between
 * markers, so that a condition guards the calls behind it.
 */
function isPlain(cursor: Cursor, node: Node | undefined): boolean {
  if (node === undefined) return true;
  const kind = cursor.kind(node);
  if (kind === 'member_expression') {
    const object = cursor.child(node, 'object');
    return object !== undefined && /^(?:identifier|this|member_expression)$/.test(cursor.kind(object));
  }
  if (kind === 'array' || kind === 'object') return cursor.firstNamed(node) === undefined;
  return plainKinds.has(kind);
}

function lowerUpdate(l: Lowering, node: Node): ValueId {
  const target = l.cursor.child(node, 'argument');
  if (target === undefined) return l.unknown(node);
  const left = l.expression(target);
  const right = l.emit({ op: 'const', value: 1 }, node);
  const value = l.emit({ op: 'binary', operator: operatorOf(l, node).charAt(0), left, right }, node);
  assign(l, target, value);
  return value;
}

/** `a = b = value`: the value first, then the targets from the right. */
function lowerAssignment(l: Lowering, node: Node): ValueId {
  const { cursor } = l;
  const targets: Node[] = [];
  let at: Node | undefined = node;
  while (at !== undefined && cursor.is(at, 'assignment_expression')) {
    const target = cursor.child(at, 'left');
    // `using x = ...` comes as an assignment from the TypeScript grammar.
    if (target !== undefined && cursor.has(at, 'using')) l.declare(cursor.text(target));
    if (target !== undefined) targets.push(target);
    at = cursor.child(at, 'right');
  }
  const value = at === undefined ? l.unknown(node) : l.expression(at);
  for (const target of targets.reverse()) assign(l, target, value);
  return value;
}

function lowerAugmented(l: Lowering, node: Node): ValueId {
  const { cursor } = l;
  const target = cursor.child(node, 'left');
  if (target === undefined) return l.unknown(node);
  const operator = operatorOf(l, node).slice(0, -1);
  const left = l.expression(target);
  let value: ValueId;
  if (operator === '+') {
    const right = l.operand(node, 'right');
    value =
      l.isText(left) || l.isText(right)
        ? l.emit({ op: 'template', parts: [left, right] }, node)
        : l.emit({ op: 'binary', operator, left, right }, node);
  } else {
    value = applyOperator(l, node, operator, left);
  }
  assign(l, target, value);
  return value;
}
