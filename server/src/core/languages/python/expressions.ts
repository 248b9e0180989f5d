import type { ValueId } from '../../ir/instruction.js';
import type { Node } from '../cursor.js';
import { lowerNamedExpression } from './assignments.js';
import { lowerChain } from './calls.js';
import { lowerComprehension, lowerDictionary, lowerList } from './collections.js';
import type { Frame, LowerExpression } from './frame.js';
import { lowerLambda } from './functions.js';
import {
  lowerBinary,
  lowerBoolean,
  lowerComparison,
  lowerConditional,
  lowerNot,
  lowerNumber,
  lowerUnary,
} from './operators.js';
import { withoutBrackets } from './string-literal.js';
import { lowerConcatenatedString, lowerString } from './strings.js';
import { assign } from './targets.js';

const constant =
  (value: boolean | null): LowerExpression =>
  (frame, node) =>
    frame.emit({ op: 'const', value, range: frame.range(node) });

const first: LowerExpression = (frame, node) => {
  const inner = frame.cursor.firstNamed(node);
  return inner === undefined ? frame.unknown([], frame.range(node)) : frame.value(inner);
};

/** How each kind of expression is lowered. Kinds that are missing here become `unknown` values of their parts. */
export const expressions: Readonly<Record<string, LowerExpression>> = {
  identifier: (frame, node) => frame.load(frame.cursor.text(node), frame.range(node)),
  string: lowerString,
  concatenated_string: lowerConcatenatedString,
  integer: lowerNumber,
  float: lowerNumber,
  true: constant(true),
  false: constant(false),
  none: constant(null),
  attribute: lowerChain,
  subscript: lowerChain,
  call: lowerChain,
  binary_operator: lowerBinary,
  boolean_operator: lowerBoolean,
  comparison_operator: lowerComparison,
  not_operator: lowerNot,
  unary_operator: lowerUnary,
  conditional_expression: lowerConditional,
  lambda: lowerLambda,
  named_expression: lowerNamedExpression,
  parenthesized_expression: lowerBrackets,
  await: lowerAwait,
  yield: lowerYield,
  list: lowerList('list'),
  list_pattern: lowerList('list'),
  tuple: lowerList('tuple'),
  tuple_pattern: lowerList('tuple'),
  expression_list: lowerList('tuple'),
  pattern_list: lowerList('tuple'),
  set: lowerList('set'),
  dictionary: lowerDictionary,
  list_comprehension: lowerComprehension('list'),
  set_comprehension: lowerComprehension('set'),
  generator_expression: lowerComprehension('list'),
  dictionary_comprehension: lowerComprehension('dictionary'),
  list_splat: first,
  list_splat_pattern: first,
  dictionary_splat: first,
  dictionary_splat_pattern: first,
  as_pattern: lowerAs,
};

function lowerBrackets(frame: Frame, node: Node): ValueId {
  const inner = withoutBrackets(frame.cursor, node);
  return inner === node || frame.cursor.is(inner, 'parenthesized_expression')
    ? frame.unknown([], frame.range(node))
    : frame.value(inner);
}

function lowerAwait(frame: Frame, node: Node): ValueId {
  return frame.emit({ op: 'await', value: first(frame, node), range: frame.range(node) });
}

/** `yield from xs` yields each element. */
function lowerYield(frame: Frame, node: Node): ValueId {
  frame.fn.isGenerator = true;
  const range = frame.range(node);
  const expression = frame.cursor.firstNamed(node);
  if (expression === undefined) return frame.emit({ op: 'yield', range });
  const yielded = frame.value(expression);
  const delegates = frame.cursor.has(node, 'from');
  const value = delegates ? frame.emit({ op: 'iterate', value: yielded, range }) : yielded;
  return frame.emit({ op: 'yield', value, range });
}

/** `context as name`, which stands only in `with`. */
function lowerAs(frame: Frame, node: Node): ValueId {
  const { cursor } = frame;
  const range = frame.range(node);
  const context = cursor.firstNamed(node);
  const target = cursor.child(node, 'alias');
  const value = context === undefined ? frame.unknown([], range) : frame.value(context);
  if (target === undefined) return value;
  const entered = frame.emit({ op: 'enter', value, range });
  assign(frame, target, entered);
  return entered;
}
