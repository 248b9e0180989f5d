import type { ValueId } from '../../ir/instruction.js';
import type { Parameter } from '../../ir/module.js';
import { range } from '../../text/range.js';
import type { ClassBuilder } from '../builder.js';
import type { Node } from '../cursor.js';
import { statementsIn } from '../tree-lowering.js';
import { defineFunction, functionFrame, isFunctionExpression, memberKind, qualify } from './functions.js';
import { lowerKey } from './keys.js';
import type { Lowering } from './lowering.js';
import { declareVariables } from './names.js';
import { decoratorValues } from './parameters.js';
import { declaredType } from './types.js';

/** A method or field, with the decorators in front of it. */
interface Member {
  readonly node: Node;
  readonly name: string;
  /** Where the key has to be computed: its value. */
  readonly computed?: ValueId;
  readonly decorators: readonly ValueId[];
  readonly start: number;
}

/** A class whose members are being read. */
interface ClassContext {
  readonly built: ClassBuilder;
  readonly prefix: string;
}

/**
 * Adds methods and fields to a class. Instance fields are `set` on `this` at the start of the constructor, which is added when there is none;
 * static ones are `set` on the class by the code around, which is what the result does. A field that holds a function is a method as
 * well. A setter is the method "set name".
 */
export function lowerMembers(
  l: Lowering,
  classNode: Node,
  built: ClassBuilder,
  prefix: string,
): (classValue: ValueId) => void {
  const { cursor } = l;
  const context = { built, prefix };
  const body = cursor.child(classNode, 'body');
  const members = body === undefined ? [] : readMembers(l, body);
  const fields: Member[] = [];
  const statics: Member[] = [];
  let written: Member | undefined;
  for (const member of members) {
    const { node, name } = member;
    if (cursor.is(node, 'method_definition')) {
      if (memberKind(cursor, node, name) === 'constructor') written = member;
      else lowerMethod(l, member, context);
      continue;
    }
    const type = declaredType(cursor, node);
    if (type !== undefined) built.fields.set(name, type);
    const isStatic = cursor.is(node, 'class_static_block') || cursor.has(node, 'static');
    (isStatic ? statics : fields).push(member);
  }
  const initialized = fields.filter((field) => cursor.child(field.node, 'value') !== undefined);
  const prologue = (): void => {
    for (const field of initialized) lowerField(l, field, l.emit({ op: 'this' }, field.node), context);
  };
  if (written !== undefined) lowerConstructor(l, written, context, prologue);
  else if (initialized.length > 0) addConstructor(l, classNode, context, prologue);
  return (classValue) => {
    l.within({ ...l.frame, self: classValue, prefix }, () => {
      for (const member of statics) lowerStatic(l, member, classValue, context);
    });
  };
}

const memberKinds = new Set([
  'method_definition',
  'public_field_definition',
  'field_definition',
  'class_static_block',
]);

/** TypeScript has the decorators of methods beside them, JavaScript and fields have them inside. */
function readMembers(l: Lowering, body: Node): Member[] {
  const { cursor } = l;
  const members: Member[] = [];
  let before: Node[] = [];
  for (const node of statementsIn(cursor, body)) {
    if (cursor.is(node, 'decorator')) {
      before.push(node);
      continue;
    }
    if (memberKinds.has(cursor.kind(node))) {
      const decorators = [...before.map((decorator) => l.inner(decorator)), ...decoratorValues(l, node)];
      const start = cursor.start(before[0] ?? node);
      const nameNode = cursor.child(node, 'name') ?? cursor.child(node, 'property');
      const key = nameNode === undefined ? { key: '' } : lowerKey(l, nameNode);
      const name = 'key' in key ? key.key : nameNode === undefined ? '' : cursor.text(nameNode);
      members.push({ node, name, decorators, start, ...('computed' in key ? key : {}) });
    }
    before = [];
  }
  return members;
}

function lowerMethod(l: Lowering, member: Member, { built, prefix }: ClassContext): void {
  const { node, name, decorators, start } = member;
  const methodKind = memberKind(l.cursor, node, name);
  const nameNode = l.cursor.child(node, 'name') ?? node;
  const nameRange = l.cursor.range(nameNode);
  const context = { name, nameRange, prefix, class: built.id, methodKind, decorators, start };
  const { id } = defineFunction(l, node, context);
  built.methods.set(l.cursor.has(node, 'set') ? `set ${name}` : name, id);
}

function lowerConstructor(
  l: Lowering,
  { node, name, decorators, start }: Member,
  { built, prefix }: ClassContext,
  prologue: () => void,
): void {
  const { id } = defineFunction(l, node, {
    name,
    nameRange: l.cursor.range(l.cursor.child(node, 'name') ?? node),
    prefix,
    class: built.id,
    methodKind: 'constructor',
    decorators,
    start,
    prologue,
    onParameter: (parameter, parameterNode) => fieldFromParameter(l, built, parameter, parameterNode),
  });
  built.methods.set(name, id);
}

/** `constructor(private client: OpenAI)` declares the field `client` and sets it. */
function fieldFromParameter(l: Lowering, built: ClassBuilder, parameter: Parameter, node: Node): void {
  const modifiers = ['accessibility_modifier', 'override_modifier', 'readonly'];
  if (!modifiers.some((modifier) => l.cursor.has(node, modifier))) return;
  if (parameter.type !== undefined) built.fields.set(parameter.name, parameter.type);
  const object = l.emit({ op: 'this' }, node);
  const value = l.emit({ op: 'load', variable: parameter.variable }, node);
  l.emit({ op: 'set', object, key: parameter.name, value }, node);
}

/** The constructor that a class with fields has without writing it. That of a derived class hands its arguments on. */
function addConstructor(
  l: Lowering,
  classNode: Node,
  { built, prefix }: ClassContext,
  prologue: () => void,
): void {
  const { cursor, frame, module } = l;
  const nowhere = range(cursor.start(classNode), cursor.start(classNode));
  const qualifiedName = qualify(prefix, 'constructor');
  const fn = module.addFunction({
    name: 'constructor',
    qualifiedName,
    parent: frame.body.id,
    class: built.id,
    methodKind: 'constructor',
    decorators: [],
    isAsync: false,
    range: cursor.range(classNode),
    nameRange: built.nameRange,
    bodyRange: nowhere,
  });
  built.methods.set('constructor', fn.id);
  const isDerived = cursor.named(classNode).some((child) => cursor.is(child, 'class_heritage'));
  const rest = isDerived ? module.addVariable('args', fn.id) : undefined;
  if (rest !== undefined) fn.parameters.push({ variable: rest, name: 'args', kind: 'rest', range: nowhere });
  module.defer(() => {
    l.within(functionFrame(frame, fn), () => {
      prologue();
      if (rest === undefined) return;
      const callee = l.emit({ op: 'super' }, nowhere);
      const value = l.emit({ op: 'load', variable: rest }, nowhere);
      const args = [{ value, spread: 'list' as const, range: nowhere }];
      l.emit({ op: 'call', callee, args, argsRange: nowhere }, nowhere);
    });
  });
}

/** Gives a field its first value; a function becomes a method too. */
function lowerField(l: Lowering, field: Member, object: ValueId, { built, prefix }: ClassContext): void {
  const { cursor } = l;
  const { node, name, computed } = field;
  const initializer = cursor.child(node, 'value');
  if (initializer === undefined) return;
  let value: ValueId;
  if (isFunctionExpression(cursor, initializer)) {
    const methodKind = cursor.has(node, 'static') ? 'static' : 'instance';
    const { id } = defineFunction(l, initializer, { name, prefix, class: built.id, methodKind });
    built.methods.set(name, id);
    value = l.emit({ op: 'function', function: id }, initializer);
  } else {
    value = l.expression(initializer);
  }
  // A computed key belongs to the code around the class, not to the constructor.
  if (computed === undefined) l.emit({ op: 'set', object, key: name, value }, node);
}

function lowerStatic(l: Lowering, member: Member, classValue: ValueId, context: ClassContext): void {
  const { cursor } = l;
  if (!cursor.is(member.node, 'class_static_block')) {
    lowerField(l, member, classValue, context);
    return;
  }
  const body = cursor.child(member.node, 'body');
  if (body === undefined) return;
  l.inBlock(() => {
    declareVariables(cursor, body, (name) => l.declare(name));
    l.statements(statementsIn(cursor, body));
  });
}
