import type { ValueId } from '../../ir/instruction.js';
import type { Cursor, Node } from '../cursor.js';
import { lowerBinary, lowerTernary, operatorOf } from '../operators.js';
import type { ExpressionLowering, Link, Lowering } from './lowering.js';
import { assign, typeValue } from './names.js';
import { bindPattern } from './patterns.js';
import { typeReference } from './types.js';

export const operatorExpressions: Readonly<Record<string, ExpressionLowering>> = {
  binary_expression: (l, node) => lowerBinary(l, node, isPlain),
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

/** Kinds whose evaluation does nothing by itself. */
const plain =
  /^(?:identifier|this|string_literal|decimal_integer_literal|true|false|null_literal|lambda_expression|field_access)$/;

const isPlain = (cursor: Cursor, node: Node): boolean => plain.test(cursor.kind(node));

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
