import type { ValueId } from '../../ir/instruction.js';
import type { Parameter } from '../../ir/module.js';
import type { Node } from '../cursor.js';
import { propertyOf } from './keys.js';
import type { ExpressionLowering, Link, Lowering } from './lowering.js';

/** Other names of the global object. */
const globalObjects = new Set(['globalThis', 'window', 'self', 'global']);

export const referenceExpressions: Readonly<Record<string, ExpressionLowering>> = {
  identifier: (l, node) => {
    const name = l.cursor.text(node);
    if (name === '') return l.unknown(node);
    const variable = l.frame.scope.lookup(name);
    if (variable !== undefined) return l.emit({ op: 'load', variable }, node);
    if (name === 'arguments' && l.frame.parameters !== undefined)
      return lowerArguments(l, node, l.frame.parameters);
    if (name === 'exports') return l.emit({ op: 'load', variable: l.commonJsExports() }, node);
    return l.emit({ op: 'global', name }, node);
  },
  /** `{ name }` in an object literal. */
  shorthand_property_identifier: (l, node) => referenceExpressions.identifier?.(l, node) ?? l.unknown(node),
  /** `import` in `import("x")`. */
  import: (l, node) => l.emit({ op: 'global', name: 'import' }, node),
  /** `import.meta`, `new.target`. */
  meta_property: (l, node) => l.emit({ op: 'global', name: l.cursor.text(node).replace(/\s+/g, '') }, node),
  this: (l, node) => l.frame.self ?? l.emit({ op: 'this' }, node),
  super: (l, node) => l.emit({ op: 'super' }, node),
  /** `<Type>value`. */
  type_assertion: (l, node) => {
    const value = l.cursor.named(node).at(-1);
    return value === undefined ? l.unknown(node) : l.expression(value);
  },
  /** `#name in object`. */
  private_property_identifier: (l, node) => l.emit({ op: 'const', value: l.cursor.text(node) }, node),
};

export const referenceLinks: Readonly<Record<string, Link>> = {
  member_expression: { head: 'object', apply: (l, node, object) => readProperty(l, node, object) },
  subscript_expression: { head: 'object', apply: (l, node, object) => readProperty(l, node, object) },
  // Types leave no trace in a value.
  non_null_expression: {},
  as_expression: {},
  satisfies_expression: {},
  instantiation_expression: {},
  parenthesized_expression: {},
};

function lowerArguments(l: Lowering, node: Node, parameters: readonly Parameter[]): ValueId {
  const items = parameters.map(({ variable, kind }) => {
    const value = l.emit({ op: 'load', variable }, node);
    return kind === 'rest' ? { value, spread: true as const } : { value };
  });
  return l.emit({ op: 'list', items, kind: 'list' }, node);
}

const readProperty: NonNullable<Link['apply']> = (l, node, object) => {
  const property = propertyOf(l, node);
  const { key } = property;
  const owner = l.producer(object);
  if (owner?.op === 'global' && key !== undefined) {
    if (globalObjects.has(owner.name)) return l.emit({ op: 'global', name: key }, node);
    if (owner.name === 'module' && key === 'exports') {
      return l.emit({ op: 'load', variable: l.commonJsExports() }, node);
    }
  }
  return l.emit({ op: 'get', object, ...property }, node);
};
