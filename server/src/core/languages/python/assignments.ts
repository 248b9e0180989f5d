import type { ValueId } from '../../ir/instruction.js';
import type { Node } from '../cursor.js';
import { memberOf } from './calls.js';
import type { Frame } from './frame.js';
import { isKnownText } from './strings.js';
import { assign } from './targets.js';
import { parseType } from './types.js';

/** `a = b = value`, `a: T = value`, `a: T`. */
export function lowerAssignment(frame: Frame, node: Node): void {
  const { cursor } = frame;
  const targets: Node[] = [];
  let right: Node | undefined = node;
  while (right !== undefined && cursor.is(right, 'assignment')) {
    const target = cursor.child(right, 'left');
    const type = cursor.child(right, 'type');
    if (target !== undefined) targets.push(target);
    if (target !== undefined && type !== undefined) declareType(frame, target, cursor.text(type));
    right = cursor.child(right, 'right');
  }
  if (right === undefined) return;
  const value = frame.value(right);
  for (const target of targets) assign(frame, target, value);
}

function declareType(frame: Frame, target: Node, written: string): void {
  const { cursor, scope } = frame;
  const type = parseType(written);
  if (cursor.is(target, 'identifier')) {
    const name = cursor.text(target);
    if (scope.kind === 'class') frame.class?.builder.fields.set(name, type);
    const variable = scope.own(name);
    if (variable !== undefined) frame.builder.declareType(variable, type);
  } else if (cursor.is(target, 'attribute')) {
    declareField(frame, target, written);
  }
}

/** `self.client: OpenAI = ...` declares a field of the method's class. */
function declareField(frame: Frame, target: Node, written: string): void {
  const { cursor } = frame;
  const object = cursor.child(target, 'object');
  const attribute = cursor.child(target, 'attribute');
  const receiver = frame.class?.receiver;
  if (object === undefined || attribute === undefined || receiver !== cursor.text(object)) return;
  const fields = frame.class?.builder.fields;
  const name = cursor.text(attribute);
  if (fields?.has(name) === false) fields.set(name, parseType(written));
}

/** `target += value`: the object of a member is evaluated once. */
export function lowerAugmented(frame: Frame, node: Node): void {
  const { cursor } = frame;
  const target = cursor.child(node, 'left');
  const right = cursor.child(node, 'right');
  if (target === undefined || right === undefined) return;
  const operator = operatorOf(frame, node);
  const range = frame.range(node);
  const combined = (before: ValueId): ValueId => {
    const value = frame.value(right);
    const isText = isKnownText(frame, before) || isKnownText(frame, value);
    return operator === '+' && isText
      ? frame.emit({ op: 'template', parts: [before, value], range })
      : frame.emit({ op: 'binary', operator, left: before, right: value, range });
  };
  const objectNode = cursor.child(target, 'object') ?? cursor.child(target, 'value');
  if (objectNode === undefined) {
    assign(frame, target, combined(frame.value(target)));
    return;
  }
  const object = frame.value(objectNode);
  const member = memberOf(frame, target);
  const before = frame.emit({ op: 'get', object, ...member, range: frame.range(target) });
  const value = combined(before);
  frame.emit({ op: 'set', object, ...member, value, range: frame.range(target) });
}

/** "+" for "+=". */
function operatorOf(frame: Frame, node: Node): string {
  const token = frame.cursor.child(node, 'operator');
  return token === undefined ? '' : frame.cursor.text(token).slice(0, -1);
}

/** `name := value`. */
export function lowerNamedExpression(frame: Frame, node: Node): ValueId {
  const { cursor } = frame;
  const name = cursor.child(node, 'name');
  const expression = cursor.child(node, 'value');
  const value = expression === undefined ? frame.unknown([], frame.range(node)) : frame.value(expression);
  if (name !== undefined) frame.store(cursor.text(name), value, frame.range(name));
  return value;
}
