import type { ValueId } from '../../ir/instruction.js';
import type { TextRange } from '../../text/range.js';
import type { Node } from '../cursor.js';
import { lowerKey, propertyOf } from './keys.js';
import type { Lowering } from './lowering.js';
import { declaredType, typeMembers, typeReference } from './types.js';

/**
 * Binds or assigns `value` to whatever stands left of `=`: a name, a property, a pattern. Names must have been declared; `type` is the
 * node of the declared type, if there is one.
 */
export function assign(l: Lowering, target: Node, value: ValueId, type?: Node): void {
  if (!l.module.enter()) return;
  const { cursor } = l;
  switch (cursor.kind(target)) {
    case 'identifier':
    case 'shorthand_property_identifier_pattern':
    case 'undefined':
      assignName(l, target, value, type);
      break;
    case 'member_expression':
    case 'subscript_expression':
      assignProperty(l, target, value);
      break;
    case 'object_pattern':
      assignObject(l, target, value, type);
      break;
    case 'array_pattern':
      assignArray(l, target, value);
      break;
    case 'assignment_pattern':
    case 'object_assignment_pattern': {
      const left = cursor.child(target, 'left');
      const chosen = orDefault(l, value, cursor.child(target, 'right'), target);
      if (left !== undefined) assign(l, left, chosen, type);
      break;
    }
    case 'parenthesized_expression':
    case 'non_null_expression':
    case 'as_expression':
    case 'satisfies_expression':
    case 'rest_pattern': {
      const inner = cursor.firstNamed(target);
      if (inner !== undefined) assign(l, inner, value, type);
      break;
    }
    default:
      l.unknown(target, [value]);
  }
  l.module.leave();
}

function assignName(l: Lowering, target: Node, value: ValueId, type: Node | undefined): void {
  const { cursor } = l;
  if (cursor.isMissing(target)) return;
  const variable = l.assignable(cursor.text(target));
  if (type !== undefined) {
    const declared = typeReference(cursor, type);
    l.module.declareType(variable, declared);
    if (declared.name === 'string') l.markText(variable);
  }
  l.store(variable, value, target);
}

function assignProperty(l: Lowering, target: Node, value: ValueId): void {
  const { cursor } = l;
  const head = cursor.child(target, 'object');
  if (head === undefined) return;
  const object = l.expression(head);
  const key = propertyOf(l, target);
  const producer = l.producer(object);
  if (producer?.op === 'global' && producer.name === 'module' && key.key === 'exports') {
    l.store(l.commonJsExports(), value, target);
    return;
  }
  l.emit({ op: 'set', object, ...key, value }, target);
}

function assignObject(l: Lowering, pattern: Node, value: ValueId, type: Node | undefined): void {
  const { cursor } = l;
  const shape = objectType(l, type);
  const members = shape === undefined ? undefined : typeMembers(cursor, shape);
  for (const child of cursor.named(pattern)) {
    if (cursor.is(child, 'rest_pattern')) {
      const range = cursor.range(child);
      assign(l, child, l.emit({ op: 'object', entries: [{ spread: true, value, range }] }, child));
      continue;
    }
    const isPair = cursor.is(child, 'pair_pattern');
    const name = isPair ? cursor.child(child, 'key') : (cursor.child(child, 'left') ?? child);
    const target = isPair ? cursor.child(child, 'value') : child;
    if (name === undefined || target === undefined) continue;
    const key = lowerKey(l, name);
    const read = 'key' in key ? { key: key.key } : { index: key.computed };
    const property = l.emit({ op: 'get', object: value, ...read }, name);
    assign(l, target, property, 'key' in key ? members?.get(key.key) : undefined);
  }
}

/** The object type that a type annotation consists of. */
function objectType(l: Lowering, type: Node | undefined): Node | undefined {
  if (type === undefined || l.cursor.is(type, 'object_type')) return type;
  const inner = l.cursor.is(type, 'type_annotation') ? l.cursor.firstNamed(type) : undefined;
  return inner !== undefined && l.cursor.is(inner, 'object_type') ? inner : undefined;
}

function assignArray(l: Lowering, pattern: Node, value: ValueId): void {
  const { cursor } = l;
  let position = 0;
  for (const child of cursor.children(pattern)) {
    if (cursor.is(child, ',')) position++;
    if (!cursor.isNamed(child) || cursor.isExtra(child) || cursor.isError(child)) continue;
    if (cursor.is(child, 'rest_pattern')) {
      assign(l, child, l.emit({ op: 'list', items: [{ value, spread: true }], kind: 'list' }, child));
      continue;
    }
    const index = l.emit({ op: 'const', value: position }, child);
    assign(l, child, l.emit({ op: 'get', object: value, index }, child));
  }
}

/** `value = fallback`: the default takes part when the value is `undefined`. */
export function orDefault(
  l: Lowering,
  value: ValueId,
  fallback: Node | undefined,
  at: Node | TextRange,
): ValueId {
  if (fallback === undefined) return value;
  return l.emit({ op: 'choose', operator: '??', values: [value, l.expression(fallback)] }, at);
}

/** Declares a variable's type and stores its first value. */
export function initialize(l: Lowering, declarator: Node): void {
  const { cursor } = l;
  const name = cursor.child(declarator, 'name');
  if (name === undefined) return;
  const type = cursor.child(declarator, 'type');
  const value = cursor.child(declarator, 'value');
  if (value !== undefined) {
    assign(l, name, l.expression(value), type);
  } else if (type !== undefined && cursor.is(name, 'identifier')) {
    const variable = l.declare(cursor.text(name));
    const declared = declaredType(cursor, declarator);
    if (declared !== undefined) l.module.declareType(variable, declared);
    if (declared?.name === 'string') l.markText(variable);
  }
}
