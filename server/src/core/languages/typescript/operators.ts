import type { ValueId } from '../../ir/instruction.js';
import type { Cursor, Node } from '../cursor.js';
import type { ExpressionLowering, Lowering } from './lowering.js';
import { assign } from './patterns.js';

export const operatorExpressions: Readonly<Record<string, ExpressionLowering>> = {
  binary_expression: lowerBinary,
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

/** The operator; of `+=` the `+`. */
function operatorOf(l: Lowering, node: Node): string {
  const operator = l.cursor.child(node, 'operator');
  const text = operator === undefined ? '' : l.cursor.text(operator);
  return l.cursor.is(node, 'augmented_assignment_expression') ? text.slice(0, -1) : text;
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
function lowerBinary(l: Lowering, node: Node): ValueId {
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
    value = applyRun(l, run, value);
  }
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
  l: Lowering,
  operator: 'and' | 'or' | '??',
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
    if (operator !== 'and') l.emit({ op: 'else' }, right);
    values = [condition, l.expression(right)];
    l.end(node);
  }
  return joined(whole);
}

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
  const value = applyRun(l, [node], l.expression(target));
  assign(l, target, value);
  return value;
}
