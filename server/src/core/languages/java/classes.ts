import type { ValueId, VariableId } from '../../ir/instruction.js';
import type { TypeReference } from '../../ir/module.js';
import { documentationBefore } from '../comments.js';
import type { Cursor, Node } from '../cursor.js';
import { statementsIn } from '../tree-lowering.js';
import { annotationValues, hasModifier } from './annotations.js';
import type { ClassContext, MemberName } from './class-context.js';
import { memberFrame, qualify } from './functions.js';
import type { Lowering, StatementLowering } from './lowering.js';
import { lowerMembers } from './members.js';
import { OUTER, typeValue } from './names.js';
import { declaredType } from './types.js';

export const typeDeclarations = [
  'class_declaration',
  'interface_declaration',
  'enum_declaration',
  'record_declaration',
  'annotation_type_declaration',
] as const;

const isType = (cursor: Cursor, node: Node): boolean =>
  typeDeclarations.some((kind) => cursor.is(node, kind));

export const classStatements: Readonly<Record<string, StatementLowering>> = Object.fromEntries(
  typeDeclarations.map((kind) => [kind, lowerLocalType] as const),
);

/** Members of a body; those of an enum stand in a part of their own. */
export function membersIn(cursor: Cursor, body: Node | undefined): Node[] {
  if (body === undefined) return [];
  return statementsIn(cursor, body).flatMap((child) =>
    cursor.is(child, 'enum_body_declarations') ? statementsIn(cursor, child) : [child],
  );
}

/** A type declaration, with the one around it. */
interface Declared {
  readonly node: Node;
  readonly outer: Declared | undefined;
  readonly name: string;
  readonly qualifiedName: string;
}

/** The types that stand among `nodes`, those inside them included; outer ones first. */
function declaredTypes(cursor: Cursor, nodes: readonly Node[]): readonly Declared[] {
  const found: Declared[] = [];
  const read = (node: Node, outer: Declared | undefined): void => {
    const nameNode = cursor.child(node, 'name');
    const name = nameNode === undefined ? '' : cursor.text(nameNode);
    found.push({ node, outer, name, qualifiedName: qualify(outer?.qualifiedName ?? '', name) });
  };
  for (const node of nodes) if (isType(cursor, node)) read(node, undefined);
  for (let i = 0; i < found.length; i++) {
    const outer = found[i];
    if (outer === undefined) break;
    for (const member of membersIn(cursor, cursor.child(outer.node, 'body')))
      if (isType(cursor, member)) read(member, outer);
  }
  return found;
}

/** Names of the types that a file declares at its top and inside those. */
export const declaredTypeNames = (cursor: Cursor): ReadonlySet<string> =>
  new Set(declaredTypes(cursor, statementsIn(cursor, cursor.root)).map(({ name }) => name));

/**
 * The types of a file. All names are known before any code: types of one file use each other in any order. A type inside another one is
 * a variable of the file, and a member of the other.
 */
export function lowerTopTypes(l: Lowering): void {
  const types = declaredTypes(l.cursor, statementsIn(l.cursor, l.cursor.root));
  for (const { name } of types) if (name !== '') l.declare(name, undefined, l.top);
  const made = new Map<Declared, AddedClass>();
  for (const type of types) {
    const variable = l.top.own(type.name);
    const outer = type.outer === undefined ? undefined : made.get(type.outer);
    const context = addClass(l, type.node, { ...type, variable, outer });
    made.set(type, context);
    const value = l.emit({ op: 'class', class: context.built.id }, type.node);
    if (variable !== undefined) l.store(variable, value, nameOr(l.cursor, type.node));
    if (outer?.variable !== undefined)
      l.emit({ op: 'set', object: l.load(outer.variable, type.node), key: type.name, value }, type.node);
    if (variable !== undefined)
      l.module.exports.push({ kind: 'variable', name: type.qualifiedName, variable });
  }
  for (const context of made.values()) context.statics();
}

const nameOr = (cursor: Cursor, node: Node): Node => cursor.child(node, 'name') ?? node;

/** A type that is declared inside a method. */
function lowerLocalType(l: Lowering, node: Node): void {
  // At the top they are done before any statement.
  if (l.frame.level === 0) return;
  const nameNode = nameOr(l.cursor, node);
  const name = l.cursor.text(nameNode);
  const variable = l.declare(name);
  const outerThis = captureThis(l, node);
  const context = addClass(l, node, { name, variable, outer: l.frame.class, outerThis });
  l.store(variable, l.emit({ op: 'class', class: context.built.id }, node), nameNode);
  context.statics();
}

/** `new Base(...) { members }`: a class without a name. */
export function lowerAnonymousClass(l: Lowering, node: Node, body: Node, base: ValueId): ValueId {
  const outerThis = captureThis(l, node);
  const context = addClass(l, node, { name: '', outer: l.frame.class, outerThis, body, bases: [base] });
  const value = l.emit({ op: 'class', class: context.built.id }, node);
  context.statics();
  return value;
}

/** Keeps the instance around where the code of an inner class finds it. */
function captureThis(l: Lowering, node: Node): VariableId | undefined {
  if (l.frame.class === undefined || l.frame.isStatic) return undefined;
  const variable = l.declare(OUTER);
  l.store(variable, l.emit({ op: 'this' }, node), node);
  return variable;
}

interface ClassHead {
  readonly name: string;
  readonly variable?: VariableId | undefined;
  readonly outer?: ClassContext | undefined;
  readonly outerThis?: VariableId | undefined;
  readonly body?: Node;
  readonly bases?: readonly ValueId[];
}

/** `statics` lowers what belongs to the class itself, in the code around. */
type AddedClass = ClassContext & { readonly statics: () => void };

function addClass(l: Lowering, node: Node, head: ClassHead): AddedClass {
  const { cursor } = l;
  const body = head.body ?? cursor.child(node, 'body');
  const around = head.outer === undefined ? l.frame : { ...l.frame, class: head.outer };
  const { bases, decorators } = l.within(around, () => ({
    bases: head.bases ?? baseValues(l, node),
    decorators: head.body === undefined ? annotationValues(l, node) : [],
  }));
  const documentation = documentationBefore(cursor, l.docs, cursor.start(node));
  const nameNode = cursor.child(node, 'name');
  const built = l.module.addClass({
    name: head.name,
    parent: l.frame.body.id,
    bases,
    decorators,
    ...(documentation === undefined ? {} : { documentation }),
    range: cursor.range(node),
    nameRange:
      nameNode === undefined
        ? { start: cursor.start(node), end: cursor.start(node) }
        : cursor.range(nameNode),
  });
  const members = membersIn(cursor, body);
  const context: ClassContext = {
    built,
    ...(head.variable === undefined ? {} : { variable: head.variable }),
    ...namesOf(cursor, node, members),
    isDerived: bases.length > 0,
    outer: head.outer,
    outerThis: head.outerThis,
  };
  if (head.outer !== undefined && head.outerThis === undefined && !hasModifier(cursor, node, 'static'))
    built.fields.set(OUTER, { name: head.outer.built.name, args: [] });
  const prefix = head.outer !== undefined && l.frame.level === 0 ? prefixOf(head.outer) : l.frame.prefix;
  const frame = memberFrame({ ...l.frame, prefix }, context, false);
  return { ...context, statics: lowerMembers(l, node, members, frame) };
}

const prefixOf = (context: ClassContext): string =>
  context.outer === undefined ? context.built.name : qualify(prefixOf(context.outer), context.built.name);

/** What a type is derived from; an enum is one of its constants. */
function baseValues(l: Lowering, node: Node): ValueId[] {
  const { cursor } = l;
  const types = cursor.named(node).flatMap((clause) => {
    if (!/^(?:superclass|super_interfaces|extends_interfaces)$/.test(cursor.kind(clause))) return [];
    return cursor
      .named(clause)
      .flatMap((type) => (cursor.is(type, 'type_list') ? cursor.named(type) : [type]));
  });
  const bases = types.map((type) => typeValue(l, type));
  if (!cursor.is(node, 'enum_declaration')) return bases;
  return [l.emit({ op: 'import', specifier: 'java.lang.Enum' }, node), ...bases];
}

/** The names that code may use without saying whose they are. */
function namesOf(
  cursor: Cursor,
  node: Node,
  members: readonly Node[],
): Pick<ClassContext, 'fields' | 'methods'> {
  const fields = new Map<string, MemberName>();
  const methods = new Map<string, MemberName>();
  const inInterface = cursor.is(node, 'interface_declaration');
  const components = cursor.is(node, 'record_declaration') ? cursor.child(node, 'parameters') : undefined;
  for (const component of components === undefined ? [] : cursor.named(components)) {
    const name = cursor.child(component, 'name');
    if (name === undefined) continue;
    fields.set(cursor.text(name), { isStatic: false, type: declaredType(cursor, component) });
    methods.set(cursor.text(name), { isStatic: false });
  }
  for (const member of members) {
    const isStatic = hasModifier(cursor, member, 'static');
    const kind = cursor.kind(member);
    if (kind === 'method_declaration') {
      methods.set(cursor.text(nameOr(cursor, member)), { isStatic });
    } else if (kind === 'field_declaration' || kind === 'constant_declaration') {
      const type: TypeReference | undefined = declaredType(cursor, member);
      for (const declarator of cursor.inField(member, 'declarator'))
        fields.set(cursor.text(nameOr(cursor, declarator)), {
          isStatic: isStatic || inInterface || kind === 'constant_declaration',
          type,
        });
    } else if (kind === 'enum_constant') fields.set(cursor.text(nameOr(cursor, member)), { isStatic: true });
  }
  return { fields, methods };
}
