import type { ValueId } from '../../ir/instruction.js';
import type { Node } from '../cursor.js';
import { lowerPercent } from './format-calls.js';
import type { Frame } from './frame.js';
import { withoutBrackets } from './string-literal.js';
import { isKnownText } from './strings.js';

/** The nodes of a chain of left-associative operators, innermost first, and the expression it starts with. */
function leftSpine(frame: Frame, node: Node, kind: string): { readonly start: Node; readonly spine: Node[] } {
  const { cursor } = frame;
  const spine: Node[] = [];
  let start = node;
  while (cursor.is(start, kind)) {
    const left = cursor.child(start, 'left');
    if (left === undefined) break;
    spine.push(start);
    start = left;
  }
  return { start, spine: spine.reverse() };
}

const operatorOf = (frame: Frame, node: Node): string => {
  const token = frame.cursor.child(node, 'operator');
  return token === undefined ? '' : frame.cursor.text(token);
};

const rightOf = (frame: Frame, node: Node): ValueId => {
  const right = frame.cursor.child(node, 'right');
  return right === undefined ? frame.unknown([], frame.range(node)) : frame.value(right);
};

/** `a + b - c ...` without recursion. A run of `+` with a known string in it is a template. */
export function lowerBinary(frame: Frame, node: Node): ValueId {
  const { start, spine } = leftSpine(frame, node, 'binary_operator');
  let next = 0;
  let value: ValueId | undefined;
  const [first] = spine;
  if (first !== undefined && operatorOf(frame, first) === '%') {
    const right = frame.cursor.child(first, 'right');
    value = right === undefined ? undefined : lowerPercent(frame, start, right, frame.range(first));
    if (value !== undefined) next = 1;
  }
  value ??= frame.value(start);
  while (next < spine.length) {
    const from = next;
    while (next < spine.length && operatorOf(frame, spine[next] ?? node) === '+') next++;
    value =
      next > from
        ? lowerSum(frame, value, spine.slice(from, next))
        : lowerOperation(frame, value, spine[next++] ?? node);
  }
  return value;
}

function lowerOperation(frame: Frame, left: ValueId, node: Node): ValueId {
  const operator = operatorOf(frame, node);
  const right = rightOf(frame, node);
  const range = frame.range(node);
  return operator === '%' && isKnownText(frame, left)
    ? frame.emit({ op: 'template', parts: [left, right], range })
    : frame.emit({ op: 'binary', operator, left, right, range });
}

function lowerSum(frame: Frame, first: ValueId, additions: readonly Node[]): ValueId {
  const rights = additions.map((node) => rightOf(frame, node));
  const parts = [first, ...rights];
  const whole = additions[additions.length - 1];
  if (whole !== undefined && parts.some((part) => isKnownText(frame, part))) {
    return frame.emit({ op: 'template', parts, range: frame.range(whole) });
  }
  let sum = first;
  additions.forEach((node, i) => {
    const right = rights[i] ?? sum;
    sum = frame.emit({ op: 'binary', operator: '+', left: sum, right, range: frame.range(node) });
  });
  return sum;
}

/**
 * `a and b and c` is one choice of three, `a and b or c` a choice that holds a choice. What is computed only when the left side
 * says so stands between markers, as under an `if` statement.
 */
export function lowerBoolean(frame: Frame, node: Node): ValueId {
  const { start, spine } = leftSpine(frame, node, 'boolean_operator');
  let operator: 'and' | 'or' = 'and';
  let values = [frame.value(start)];
  let whole = start;
  const joined = (): ValueId => {
    const [only] = values;
    return only !== undefined && values.length === 1
      ? only
      : frame.emit({ op: 'choose', operator, values, range: frame.range(whole) });
  };
  for (const link of spine) {
    const next = operatorOf(frame, link) === 'and' ? 'and' : 'or';
    const right = frame.cursor.child(link, 'right');
    const isBranch = right !== undefined && !isPlain(frame, right);
    const left = next !== operator || isBranch ? joined() : undefined;
    if (left !== undefined) values = [left];
    operator = next;
    if (left !== undefined && isBranch) openBranch(frame, link, right, left, operator);
    values.push(rightOf(frame, link));
    if (isBranch) frame.end(link);
    whole = link;
  }
  return joined();
}

/** The right side of `and` is computed where the left one holds, that of `or` where it does not. */
function openBranch(frame: Frame, node: Node, right: Node, condition: ValueId, operator: 'and' | 'or'): void {
  frame.emit({ op: 'if', condition, range: frame.range(node) });
  if (operator === 'or') frame.emit({ op: 'else', range: frame.range(right) });
}

/** True for operands that do nothing: it does not matter whether they are evaluated. */
function isPlain(frame: Frame, node: Node): boolean {
  const { cursor } = frame;
  let start = withoutBrackets(cursor, node);
  while (cursor.is(start, 'attribute')) start = cursor.child(start, 'object') ?? start + 1;
  return plainKinds.has(cursor.kind(start)) && !cursor.has(start, 'interpolation');
}

const plainKinds = new Set(['identifier', 'string', 'integer', 'float', 'true', 'false', 'none']);

/** `a < b <= c` compares twice; both must hold. */
export function lowerComparison(frame: Frame, node: Node): ValueId {
  const { cursor } = frame;
  const operators: string[] = [];
  const operands: Node[] = [];
  for (const child of cursor.children(node)) {
    if (cursor.field(child) === 'operators') operators.push(cursor.text(child).replace(/\s+/g, ' '));
    else if (cursor.isNamed(child) && !cursor.isExtra(child) && !cursor.isError(child)) operands.push(child);
  }
  const values = operands.map((operand) => frame.value(operand));
  const comparisons = operators.flatMap((operator, i) => {
    const [left, right] = [values[i], values[i + 1]];
    const [from, to] = [operands[i], operands[i + 1]];
    if (left === undefined || right === undefined || from === undefined || to === undefined) return [];
    const range = { start: cursor.start(from), end: cursor.end(to) };
    return [frame.emit({ op: 'binary', operator, left, right, range })];
  });
  const [only] = comparisons;
  if (only !== undefined && comparisons.length === 1) return only;
  return frame.emit({ op: 'choose', operator: 'and', values: comparisons, range: frame.range(node) });
}

export function lowerNot(frame: Frame, node: Node): ValueId {
  const operand = frame.cursor.child(node, 'argument');
  const value = operand === undefined ? frame.unknown([], frame.range(node)) : frame.value(operand);
  return frame.emit({ op: 'unary', operator: 'not', operand: value, range: frame.range(node) });
}

/** A signed number is a constant. */
export function lowerUnary(frame: Frame, node: Node): ValueId {
  const { cursor } = frame;
  const range = frame.range(node);
  const argument = cursor.child(node, 'argument');
  if (argument === undefined) return frame.unknown([], range);
  const operator = operatorOf(frame, node);
  const number = cursor.is(argument, 'integer') || cursor.is(argument, 'float');
  const literal = number && operator === '-' ? numberOf(cursor.text(argument)) : undefined;
  if (literal !== undefined) return frame.emit({ op: 'const', value: -literal, range });
  return frame.emit({ op: 'unary', operator, operand: frame.value(argument), range });
}

export function lowerNumber(frame: Frame, node: Node): ValueId {
  const value = numberOf(frame.cursor.text(node));
  const range = frame.range(node);
  return value === undefined ? frame.unknown([], range) : frame.emit({ op: 'const', value, range });
}

/** `undefined` for imaginary numbers, and for text that is none. */
export function numberOf(written: string): number | undefined {
  const value = Number(written.replace(/_/g, '').replace(/[lL]$/, ''));
  return written === '' || Number.isNaN(value) ? undefined : value;
}

/**
 * `a if c else b if d else e`: each value stands under its condition, as in an `if` statement. The chain is walked in a loop; its choices are
 * built from the last one.
 */
export function lowerConditional(frame: Frame, node: Node): ValueId {
  const { cursor } = frame;
  const branches: { readonly condition: ValueId; readonly value: ValueId; readonly from: Node }[] = [];
  let rest = node;
  while (cursor.is(rest, 'conditional_expression')) {
    const [value, condition, otherwise] = cursor.named(rest);
    if (value === undefined || condition === undefined || otherwise === undefined) break;
    const test = frame.value(condition);
    frame.emit({ op: 'if', condition: test, range: frame.range(rest) });
    branches.push({ condition: test, value: frame.value(value), from: rest });
    frame.emit({ op: 'else', range: frame.range(otherwise) });
    rest = otherwise;
  }
  let result = branches.length === 0 ? frame.unknown([], frame.range(node)) : frame.value(rest);
  for (const { condition, value, from } of branches.reverse()) {
    frame.end(from);
    result = frame.emit({ op: 'choose', condition, values: [value, result], range: frame.range(from) });
  }
  return result;
}
