import type { ValueId } from '../../ir/instruction.js';
import type { Cursor, Node } from '../cursor.js';
import { applyRun, lowerBinary, lowerTernary, operatorOf } from '../operators.js';
import type { ExpressionLowering, Lowering } from './lowering.js';
import { assign } from './patterns.js';

export const operatorExpressions: Readonly<Record<string, ExpressionLowering>> = {
  binary_expression: (l, node) => lowerBinary(l, node, isPlain),
  ternary_expression: lowerTernary,
  unary_expression: (l, node) => {
    const operator = operatorOf(l, node);
    const operand = l.operand(node, 'argument');
    const producer = l.producer(operand);
    // A signed number is a constant.
    if (operator === '-' && producer?.op === 'const' && typeof producer.value === 'number') {
      return l.emit({ op: 'const', value: -producer.value }, node);
    }
    return l.emit({ op: 'unary', operator, operand }, node);
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

/** Kinds whose evaluation does nothing by itself. */
const plainKinds = new Set([
  'identifier',
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

/** Kinds that are as plain as what they begin with. */
const plainLinks = new Set([
  'member_expression',
  'parenthesized_expression',
  'non_null_expression',
  'as_expression',
  'satisfies_expression',
]);

/** True for operands that do nothing: it does not matter whether they are evaluated. */
function isPlain(cursor: Cursor, node: Node): boolean {
  let at: Node | undefined = node;
  while (at !== undefined && plainLinks.has(cursor.kind(at))) at = cursor.firstNamed(at);
  if (at === undefined) return true;
  const kind = cursor.kind(at);
  if (kind === 'array' || kind === 'object') return cursor.firstNamed(at) === undefined;
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

/** `a += b` does what `a = a + b` does. */
function lowerAugmented(l: Lowering, node: Node): ValueId {
  const target = l.cursor.child(node, 'left');
  if (target === undefined) return l.unknown(node);
  const value = applyRun(l, [node], l.expression(target), isPlain);
  assign(l, target, value);
  return value;
}
