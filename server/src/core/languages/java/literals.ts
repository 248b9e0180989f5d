import type { Node } from '../cursor.js';
import type { ExpressionLowering, Lowering } from './lowering.js';
import { typeValue } from './names.js';
import { literalText } from './strings.js';

const number: ExpressionLowering = (l, node) => {
  const digits = l.cursor
    .text(node)
    .replace(/_/g, '')
    .replace(/^(?!0[xX])(.*?)[lLdDfF]$/, '$1')
    .replace(/[lL]$/, '');
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  return l.emit({ op: 'const', value: Number.isNaN(value) ? 0 : value }, node);
};

export const literalExpressions: Readonly<Record<string, ExpressionLowering>> = {
  string_literal: (l, node) => {
    const { text, range } = literalText(l.cursor, node);
    return l.emit({ op: 'const', value: text, content: range }, node);
  },
  character_literal: (l, node) => {
    const written = l.cursor.text(node);
    return l.emit({ op: 'const', value: written.slice(1, written.endsWith("'") ? -1 : undefined) }, node);
  },
  decimal_integer_literal: number,
  hex_integer_literal: number,
  octal_integer_literal: number,
  binary_integer_literal: number,
  decimal_floating_point_literal: number,
  hex_floating_point_literal: number,
  true: (l, node) => l.emit({ op: 'const', value: true }, node),
  false: (l, node) => l.emit({ op: 'const', value: false }, node),
  null_literal: (l, node) => l.emit({ op: 'const', value: null }, node),
  array_initializer: lowerItems,
  element_value_array_initializer: lowerItems,
  array_creation_expression: (l, node) => {
    const value = l.cursor.child(node, 'value');
    if (value !== undefined) return l.expression(value);
    for (const dimension of l.cursor.inField(node, 'dimensions')) l.operands(dimension);
    return l.emit({ op: 'list', items: [], kind: 'list' }, node);
  },
  /** `STR."..."` of preview releases. */
  template_expression: (l, node) => {
    const text = l.cursor.child(node, 'template_argument');
    const holes = text === undefined ? [] : l.cursor.named(text).flatMap((part) => l.operands(part));
    return l.emit({ op: 'template', parts: holes }, node);
  },
  void_type: (l, node) => l.unknown(node),
  integral_type: (l, node) => l.unknown(node),
  array_type: (l, node) => {
    const element = l.cursor.child(node, 'element');
    return element === undefined ? l.unknown(node) : typeValue(l, element);
  },
};

function lowerItems(l: Lowering, node: Node): number {
  const items = l.cursor.named(node).map((item) => ({ value: l.expression(item) }));
  return l.emit({ op: 'list', items, kind: 'list' }, node);
}
