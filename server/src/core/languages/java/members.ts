import type { ValueId } from '../../ir/instruction.js';
import { range } from '../../text/range.js';
import type { FunctionBuilder } from '../builder.js';
import type { Node } from '../cursor.js';
import { statementsIn } from '../tree-lowering.js';
import { annotationValues, hasModifier } from './annotations.js';
import type { ClassContext } from './class-context.js';
import { defineFunction } from './functions.js';
import type { Frame, Lowering } from './lowering.js';

/** The frame of a class's code, and the class itself. */
type MemberFrame = Frame & { readonly class?: ClassContext };

/**
 * Adds methods and fields to a class. Instance fields are `set` on `this` at the start of every constructor; one is added when there is none.
 * Static ones are `set` on the class by the code around, which is what the result does. Methods of the same name have the
 * keys "name", "name#2", "name#3".
 */
export function lowerMembers(
  l: Lowering,
  classNode: Node,
  members: readonly Node[],
  frame: MemberFrame,
): () => void {
  const { cursor } = l;
  const context = frame.class;
  if (context === undefined) return () => {};
  const { built } = context;
  for (const [name, { type }] of context.fields) if (type !== undefined) built.fields.set(name, type);
  const fields: Node[] = [];
  const statics: Node[] = [];
  const constructors: Node[] = [];
  for (const member of members) {
    switch (cursor.kind(member)) {
      case 'method_declaration':
        lowerMethod(l, member, frame, built.methods);
        break;
      case 'constructor_declaration':
      case 'compact_constructor_declaration':
        constructors.push(member);
        break;
      case 'field_declaration':
      case 'constant_declaration':
        (isStaticField(l, member, context) ? statics : fields).push(member);
        break;
      case 'block':
        fields.push(member);
        break;
      case 'static_initializer':
      case 'enum_constant':
        statics.push(member);
    }
  }
  const prologue = (): void => {
    for (const field of fields) lowerField(l, field, () => l.emit({ op: 'this' }, field));
  };
  const components = cursor.is(classNode, 'record_declaration')
    ? cursor.child(classNode, 'parameters')
    : undefined;
  for (const one of constructors) lowerConstructor(l, one, frame, prologue, components);
  const isWritten = constructors.some((node) => cursor.is(node, 'compact_constructor_declaration'));
  if (components !== undefined) addRecordMembers(l, components, frame, isWritten ? undefined : prologue);
  else if (constructors.length === 0 && fields.some((node) => hasValue(l, node)))
    addConstructor(l, classNode, frame, prologue);
  return () => {
    for (const member of statics)
      l.within({ ...frame, isStatic: true }, () => lowerStatic(l, member, context));
  };
}

const isStaticField = (l: Lowering, member: Node, { fields }: ClassContext): boolean =>
  l.cursor.inField(member, 'declarator').some((declarator) => {
    const name = l.cursor.child(declarator, 'name');
    return name !== undefined && fields.get(l.cursor.text(name))?.isStatic === true;
  });

const hasValue = (l: Lowering, field: Node): boolean =>
  l.cursor.is(field, 'block') ||
  l.cursor.inField(field, 'declarator').some((one) => l.cursor.child(one, 'value') !== undefined);

/** The key under which one more method of this name is kept. */
function freeKey(methods: ReadonlyMap<string, number>, name: string): string {
  if (!methods.has(name)) return name;
  for (let n = 2; ; n++) if (!methods.has(`${name}#${n}`)) return `${name}#${n}`;
}

function lowerMethod(l: Lowering, node: Node, frame: MemberFrame, methods: Map<string, number>): void {
  const { cursor } = l;
  const nameNode = cursor.child(node, 'name') ?? node;
  const name = cursor.text(nameNode);
  const isStatic = hasModifier(cursor, node, 'static');
  const { id } = defineFunction(l, node, {
    name,
    nameRange: cursor.range(nameNode),
    class: frame.class?.built.id ?? 0,
    methodKind: isStatic ? 'static' : 'instance',
    isAbstract: cursor.child(node, 'body') === undefined,
    decorators: annotationValues(l, node),
    around: { ...frame, isStatic },
  });
  methods.set(freeKey(methods, name), id);
}

/** A constructor; that of a record may leave out its parameters and the assignments of the fields. */
function lowerConstructor(
  l: Lowering,
  node: Node,
  frame: MemberFrame,
  prologue: () => void,
  components: Node | undefined,
): void {
  const { cursor } = l;
  const methods = frame.class?.built.methods;
  const isCompact = cursor.is(node, 'compact_constructor_declaration');
  const { id } = defineFunction(l, node, {
    name: 'constructor',
    nameRange: cursor.range(cursor.child(node, 'name') ?? node),
    class: frame.class?.built.id ?? 0,
    methodKind: 'constructor',
    decorators: annotationValues(l, node),
    around: frame,
    parameters: isCompact ? components : undefined,
    prologue: () => prologue(),
    ...(isCompact && { epilogue: (fn: FunctionBuilder) => setFields(l, node, fn) }),
  });
  methods?.set(freeKey(methods, 'constructor'), id);
}

function setFields(l: Lowering, node: Node, fn: FunctionBuilder): void {
  for (const { name, variable } of fn.parameters) {
    const object = l.emit({ op: 'this' }, node);
    l.emit({ op: 'set', object, key: name, value: l.load(variable, node) }, node);
  }
}

/** The constructor that a class with fields has without writing it. That of a derived class has nothing to hand on but what is given. */
function addConstructor(l: Lowering, node: Node, frame: MemberFrame, prologue: () => void): void {
  addMember(l, l.cursor.child(node, 'name') ?? node + 1, frame, 'constructor', undefined, () => prologue());
}

/** A record has a constructor that sets its fields, and a method for each of them. */
function addRecordMembers(
  l: Lowering,
  components: Node,
  frame: MemberFrame,
  prologue: (() => void) | undefined,
): void {
  const { cursor } = l;
  if (prologue !== undefined)
    addMember(l, components, frame, 'constructor', components, (fn) => {
      prologue();
      setFields(l, components, fn);
    });
  for (const component of cursor.named(components)) {
    const name = cursor.child(component, 'name');
    if (name === undefined || frame.class?.built.methods.has(cursor.text(name)) === true) continue;
    addMember(l, component, frame, cursor.text(name), undefined, () => {
      const object = l.emit({ op: 'this' }, component);
      const value = l.emit({ op: 'get', object, key: cursor.text(name) }, component);
      l.emit({ op: 'return', value }, component);
    });
  }
}

/** A member that the code does not write; `node` is what it stands for. */
function addMember(
  l: Lowering,
  node: Node,
  frame: MemberFrame,
  name: string,
  parameters: Node | undefined,
  body: (fn: FunctionBuilder) => void,
): void {
  const { start } = l.cursor.range(node);
  const built = frame.class?.built;
  const { id } = defineFunction(l, node, {
    name,
    nameRange: range(start, start),
    class: built?.id ?? 0,
    methodKind: name === 'constructor' ? 'constructor' : 'instance',
    around: frame,
    parameters,
    epilogue: body,
  });
  built?.methods.set(freeKey(built.methods, name), id);
}

function lowerField(l: Lowering, field: Node, owner: () => ValueId): void {
  const { cursor } = l;
  if (cursor.is(field, 'block')) {
    l.block(field);
    return;
  }
  for (const declarator of cursor.inField(field, 'declarator')) {
    const name = cursor.child(declarator, 'name');
    const initializer = cursor.child(declarator, 'value');
    if (name === undefined || initializer === undefined) continue;
    const value = l.expression(initializer);
    l.emit({ op: 'set', object: owner(), key: cursor.text(name), value }, declarator);
  }
}

function lowerStatic(l: Lowering, member: Node, context: ClassContext): void {
  const { cursor } = l;
  if (context.variable === undefined && !cursor.is(member, 'static_initializer')) return;
  const owner = (): ValueId =>
    context.variable === undefined ? l.unknown(member) : l.load(context.variable, member);
  switch (cursor.kind(member)) {
    case 'static_initializer': {
      const block = cursor.firstNamed(member);
      l.inBlock(() => l.statements(block === undefined ? [] : statementsIn(cursor, block)));
      return;
    }
    case 'enum_constant': {
      const name = cursor.child(member, 'name');
      const args = cursor.child(member, 'arguments');
      if (args !== undefined) l.operands(args);
      const value = l.emit({ op: 'const', value: name === undefined ? '' : cursor.text(name) }, member);
      l.emit({ op: 'set', object: owner(), key: name === undefined ? '' : cursor.text(name), value }, member);
      return;
    }
    default:
      lowerField(l, member, owner);
  }
}
