import type { ValueId } from '../../ir/instruction.js';
import type { Node } from '../cursor.js';
import type { ClassContext } from './class-context.js';
import type { ExpressionLowering, Link, Lowering } from './lowering.js';
import { dottedName } from './types.js';

export const nameExpressions: Readonly<Record<string, ExpressionLowering>> = {
  identifier: (l, node) => {
    const name = l.cursor.text(node);
    return name === '' ? l.unknown(node) : nameValue(l, node, name);
  },
  type_identifier: typeValue,
  scoped_type_identifier: typeValue,
  generic_type: typeValue,
  this: (l, node) => l.emit({ op: 'this' }, node),
  super: (l, node) => l.emit({ op: 'super' }, node),
  /** `Type.class` stands for the type. */
  class_literal: (l, node) => {
    const type = l.cursor.firstNamed(node);
    return type === undefined ? l.unknown(node) : typeValue(l, type);
  },
};

export const nameLinks: Readonly<Record<string, Link>> = {
  field_access: {
    head: (cursor, node) => (isQualifiedType(cursor.text(node)) ? undefined : cursor.child(node, 'object')),
    apply: (l, node, object) => {
      const field = l.cursor.child(node, 'field');
      const key = field === undefined ? '' : l.cursor.text(field);
      // `Outer.this`, `Outer.super`.
      if (key === 'this') return outerInstance(l, node, l.cursor.text(node).replace(/\s*\.\s*this$/, ''));
      return l.emit({ op: 'get', object, key }, node);
    },
  },
};

/** `java.util.List` where no import says it. */
const isQualifiedType = (text: string): boolean =>
  text.length < 200 && /^[a-z_]\w*(?:\.[a-z_]\w*)+\.[A-Z]\w*$/.test(text);

export const qualifiedTypes: Readonly<Record<string, ExpressionLowering>> = {
  field_access: (l, node) => {
    const text = l.cursor.text(node);
    const [first = ''] = text.split('.');
    if (!isQualifiedType(text) || l.frame.scope.lookup(first) !== undefined) return l.unknown(node);
    return qualifiedType(l, node, text);
  },
};

function qualifiedType(l: Lowering, node: Node, path: string): ValueId {
  l.module.addImport(path);
  return l.emit({ op: 'import', specifier: path }, node);
}

/** The value that a type stands for, type arguments left out: imports and classes are values. */
export function typeValue(l: Lowering, type: Node): ValueId {
  const path = dottedName(l.cursor, type);
  if (isQualifiedType(path)) return qualifiedType(l, type, path);
  const [first = '', ...rest] = path.split('.');
  const variable = l.frame.scope.lookup(first);
  const start = variable === undefined ? l.emit({ op: 'global', name: first }, type) : l.load(variable, type);
  return rest.reduce((object, key) => l.emit({ op: 'get', object, key }, type), start);
}

/** What a simple name means: a local variable, a field of this class or one around, something of the file, an inherited field. */
function nameValue(l: Lowering, node: Node, name: string): ValueId {
  const local = l.frame.scope.lookup(name);
  if (local !== undefined && l.top.own(name) !== local) return l.load(local, node);
  const owner = ownerOf(l, (context) => context.fields.has(name));
  if (owner !== undefined)
    return l.emit({ op: 'get', object: holder(l, node, owner, name), key: name }, node);
  if (local !== undefined) return l.load(local, node);
  const inherits = ownerOf(l, (context) => context.isDerived);
  if (inherits === undefined || /^[A-Z]/.test(name)) return l.emit({ op: 'global', name }, node);
  return l.emit({ op: 'get', object: holder(l, node, inherits, name), key: name }, node);
}

/** The function that a call without a receiver means. */
export function calledAlone(l: Lowering, node: Node, name: string): ValueId {
  const local = l.frame.scope.lookup(name);
  const owner =
    ownerOf(l, (context) => context.methods.has(name)) ??
    (local === undefined ? ownerOf(l, (context) => context.isDerived) : undefined);
  if (owner === undefined)
    return local === undefined ? l.emit({ op: 'global', name }, node) : l.load(local, node);
  const object = holder(l, node, owner, name);
  return l.emit({ op: 'get', object, key: name, isMethod: true }, node);
}

/** A class around the code, and how many classes lie between. */
interface Owner {
  readonly context: ClassContext;
  readonly inner: readonly ClassContext[];
}

function ownerOf(l: Lowering, matches: (context: ClassContext) => boolean): Owner | undefined {
  const inner: ClassContext[] = [];
  for (let context = l.frame.class; context !== undefined; context = context.outer) {
    if (matches(context)) return { context, inner };
    inner.push(context);
  }
  return undefined;
}

/** What holds a member of a class around: the class for static ones, else its instance. */
function holder(l: Lowering, node: Node, { context, inner }: Owner, name: string): ValueId {
  const member = context.fields.get(name) ?? context.methods.get(name);
  const isStatic = member?.isStatic === true || (inner.length === 0 && l.frame.isStatic);
  if (isStatic && context.variable !== undefined) return l.load(context.variable, node);
  const last = inner.at(-1);
  if (last === undefined) return l.emit({ op: 'this' }, node);
  if (last.outerThis !== undefined) return l.load(last.outerThis, node);
  // The instance around an inner class is known by its type.
  return l.emit({ op: 'get', object: l.emit({ op: 'this' }, node), key: OUTER }, node);
}

/** Field of an inner class that stands for the instance around it. */
export const OUTER = 'Outer.this';

function outerInstance(l: Lowering, node: Node, name: string): ValueId {
  const owner = ownerOf(l, (context) => context.built.name === name);
  if (owner === undefined || owner.inner.length === 0) return l.emit({ op: 'this' }, node);
  return holder(l, node, owner, '');
}

/** Stores into a name, a field or an element. */
export function assign(l: Lowering, target: Node, value: ValueId): void {
  const { cursor } = l;
  switch (cursor.kind(target)) {
    case 'parenthesized_expression': {
      const inner = cursor.firstNamed(target);
      if (inner !== undefined && l.module.enter()) {
        assign(l, inner, value);
        l.module.leave();
      }
      return;
    }
    case 'field_access': {
      const field = cursor.child(target, 'field');
      const object = l.operand(target, 'object');
      l.emit({ op: 'set', object, key: field === undefined ? '' : cursor.text(field), value }, target);
      return;
    }
    case 'array_access':
      l.emit(
        { op: 'set', object: l.operand(target, 'array'), index: l.operand(target, 'index'), value },
        target,
      );
      return;
    case 'identifier':
      assignName(l, target, cursor.text(target), value);
  }
}

function assignName(l: Lowering, target: Node, name: string, value: ValueId): void {
  const local = l.frame.scope.lookup(name);
  if (local !== undefined && l.top.own(name) !== local) {
    l.store(local, value, target);
    return;
  }
  const owner =
    ownerOf(l, (context) => context.fields.has(name)) ?? ownerOf(l, (context) => context.isDerived);
  if (owner !== undefined)
    l.emit({ op: 'set', object: holder(l, target, owner, name), key: name, value }, target);
  else l.store(local ?? l.declare(name), value, target);
}
