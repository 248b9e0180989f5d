import type { Argument, Entry, ValueId } from '../../ir/instruction.js';
import type { TextRange } from '../../text/range.js';
import type { Cursor, Node } from '../cursor.js';
import { lowerAnonymousClass } from './classes.js';
import { lowerTextCall } from './format.js';
import { syntheticLambda } from './functions.js';
import type { ExpressionLowering, Link, Lowering, StatementLowering } from './lowering.js';
import { calledAlone, typeValue } from './names.js';
import { constantPieces } from './strings.js';

/** Methods that build a text from a constant pattern; their receiver is no head of a chain. */
const isTextCall = (cursor: Cursor, node: Node): boolean => {
  const name = cursor.child(node, 'name');
  const object = cursor.child(node, 'object');
  if (name === undefined || object === undefined) return false;
  const text = cursor.text(name);
  if (text === 'formatted') return constantPieces(cursor, object) !== undefined;
  return (text === 'format' || text === 'join') && /^(?:String|MessageFormat)$/.test(cursor.text(object));
};

export const callLinks: Readonly<Record<string, Link>> = {
  method_invocation: {
    head: (cursor, node) => (isTextCall(cursor, node) ? undefined : cursor.child(node, 'object')),
    apply: lowerMethodCall,
  },
};

export const callExpressions: Readonly<Record<string, ExpressionLowering>> = {
  /** Where there is no receiver, or the call is a text. */
  method_invocation: (l, node) => {
    const { cursor } = l;
    const nameNode = cursor.child(node, 'name');
    const name = nameNode === undefined ? '' : cursor.text(nameNode);
    const object = cursor.child(node, 'object');
    if (isTextCall(cursor, node)) {
      const text = lowerTextCall(l, node, name, object);
      if (text !== undefined) return text;
    }
    if (object !== undefined) return lowerMethodCall(l, node, l.expression(object));
    return emitCall(l, node, calledAlone(l, nameNode ?? node, name));
  },
  object_creation_expression: lowerNew,
  method_reference: lowerMethodReference,
};

export const callStatements: Readonly<Record<string, StatementLowering>> = {
  explicit_constructor_invocation: (l, node) => {
    const target = l.cursor.child(node, 'constructor') ?? node;
    const isThis = l.cursor.is(target, 'this');
    const callee = isThis
      ? l.emit(
          { op: 'get', object: l.emit({ op: 'this' }, target), key: 'constructor', isMethod: true },
          target,
        )
      : l.emit({ op: 'super' }, target);
    emitCall(l, node, callee);
  },
};

function lowerMethodCall(l: Lowering, node: Node, object: ValueId): ValueId {
  const { cursor } = l;
  const name = cursor.child(node, 'name');
  const key = name === undefined ? '' : cursor.text(name);
  const range = { start: cursor.start(node), end: cursor.end(name ?? node) };
  if (key === 'concat' && l.isText(object)) {
    const list = cursor.child(node, 'arguments');
    const parts = list === undefined ? [] : cursor.named(list).map((arg) => l.expression(arg));
    return l.emit({ op: 'template', parts: [object, ...parts] }, node);
  }
  return emitCall(l, node, l.emit({ op: 'get', object, key, isMethod: true }, range));
}

function emitCall(l: Lowering, node: Node, callee: ValueId, construct?: true): ValueId {
  const list = l.cursor.child(node, 'arguments');
  const args = list === undefined ? [] : lowerArguments(l, list);
  const argsRange = list === undefined ? emptyAt(l.cursor.end(node)) : l.cursor.range(list);
  return l.emit({ op: 'call', callee, args, ...(construct && { construct }), argsRange }, node);
}

const emptyAt = (offset: number): TextRange => ({ start: offset, end: offset });

const lowerArguments = (l: Lowering, list: Node): Argument[] =>
  l.cursor.named(list).map((arg): Argument => ({ value: l.expression(arg), range: l.cursor.range(arg) }));

/** `new Type(...)`, with the body of an anonymous class or without. */
function lowerNew(l: Lowering, node: Node): ValueId {
  const { cursor } = l;
  const type = cursor.child(node, 'type');
  const base = type === undefined ? l.unknown(node) : typeValue(l, type);
  const body = cursor.named(node).find((child) => cursor.is(child, 'class_body'));
  if (body === undefined) return emitCall(l, node, base, true);
  const initialized = doubleBrace(l, body);
  if (initialized !== undefined) return initialized;
  return emitCall(l, node, lowerAnonymousClass(l, node, body, base), true);
}

/** `new HashMap<>() {{ put("a", b); add(c); }}`: a map or list, written out. */
function doubleBrace(l: Lowering, body: Node): ValueId | undefined {
  const { cursor } = l;
  const [block, ...others] = cursor.named(body);
  if (block === undefined || others.length > 0 || !cursor.is(block, 'block')) return undefined;
  const calls = cursor.named(block).map((statement) => cursor.firstNamed(statement) ?? statement);
  const lists = calls.map((call) => cursor.child(call, 'arguments'));
  if (lists.some((list) => list === undefined)) return undefined;
  const entries: Entry[] = [];
  const items: { readonly value: ValueId }[] = [];
  for (const list of lists) {
    const [first, second] = (list === undefined ? [] : cursor.named(list)).map((arg) => l.expression(arg));
    if (first === undefined) continue;
    if (second === undefined) items.push({ value: first });
    else entries.push({ computed: first, value: second, range: cursor.range(list ?? block) });
  }
  if (items.length > 0) return l.emit({ op: 'list', items, kind: 'list' }, body);
  return l.emit({ op: 'object', entries }, body);
}

/**
 * `object::method` is the method; `Type::method` a function that calls the method of the type or of its argument, whichever there is; `Type::new`
 * one that makes an instance.
 */
function lowerMethodReference(l: Lowering, node: Node): ValueId {
  const { cursor } = l;
  const [target] = cursor.named(node);
  if (target === undefined) return l.unknown(node);
  const last = cursor.children(node).at(-1);
  const key = last === undefined ? '' : cursor.text(last);
  const isType =
    /^[A-Z]/.test(lastName(cursor.text(target))) && !/^(?:this|super)$/.test(cursor.kind(target));
  if (!isType) return l.emit({ op: 'get', object: l.expression(target), key, isMethod: true }, node);
  return syntheticLambda(l, node, (argument) => {
    const type = typeValue(l, target);
    const args = [{ value: argument, range: cursor.range(node) }];
    const argsRange = emptyAt(cursor.end(node));
    if (key === 'new') return l.emit({ op: 'call', callee: type, args, construct: true, argsRange }, node);
    const ofType = l.emit({ op: 'get', object: type, key, isMethod: true }, node);
    const ofArgument = l.emit({ op: 'get', object: argument, key, isMethod: true }, node);
    return l.emit(
      {
        op: 'choose',
        values: [
          l.emit({ op: 'call', callee: ofType, args, argsRange }, node),
          l.emit({ op: 'call', callee: ofArgument, args: [], argsRange }, node),
        ],
      },
      node,
    );
  });
}

const lastName = (text: string): string =>
  text.slice(0, 200).replace(/<.*$/s, '').split('.').at(-1)?.trim() ?? '';
