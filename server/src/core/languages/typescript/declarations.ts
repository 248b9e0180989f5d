import type { Entry, ValueId, VariableId } from '../../ir/instruction.js';
import { documentationBefore } from '../comments.js';
import type { Node } from '../cursor.js';
import { statementsIn } from '../tree-lowering.js';
import { definitionOf } from './definitions.js';
import { baseValues, dottedValue, typeValue } from './heritage.js';
import { lowerKey } from './keys.js';
import type { ExpressionLowering, Lowering, StatementLowering } from './lowering.js';
import { declareVariables } from './names.js';
import { typeMembers, typeReference } from './types.js';

export const typeScriptStatements: Readonly<Record<string, StatementLowering>> = {
  enum_declaration: lowerEnum,
  // `module A {}` is the old way to write `namespace A {}`.
  module: lowerNamespace,
  import_alias: (l, node) => {
    const [name, target] = l.cursor.named(node);
    if (name !== undefined && target !== undefined) bind(l, name, dottedValue(l, target));
  },
};

export const typeScriptExpressions: Readonly<Record<string, ExpressionLowering>> = {
  internal_module: lowerNamespace,
};

export const typeHoists: Readonly<Record<string, StatementLowering>> = {
  interface_declaration: lowerInterface,
  type_alias_declaration: lowerAlias,
};

const bind = (l: Lowering, name: Node, value: ValueId): void =>
  l.store(l.declare(l.cursor.text(name)), value, name);

/** An enum is an object; members without a value are numbered. */
function lowerEnum(l: Lowering, node: Node): void {
  const { cursor } = l;
  const body = cursor.child(node, 'body');
  const entries: Entry[] = [];
  let next: number | undefined = 0;
  for (const member of body === undefined ? [] : cursor.named(body)) {
    const range = cursor.range(member);
    const nameNode = cursor.is(member, 'enum_assignment') ? cursor.child(member, 'name') : member;
    if (nameNode === undefined) continue;
    const key = lowerKey(l, nameNode);
    let value: ValueId;
    if (nameNode !== member) {
      value = l.operand(member, 'value');
      const producer = l.producer(value);
      next = producer?.op === 'const' && typeof producer.value === 'number' ? producer.value + 1 : undefined;
    } else {
      value = next === undefined ? l.unknown(member) : l.emit({ op: 'const', value: next }, member);
      next = next === undefined ? undefined : next + 1;
    }
    entries.push({ ...key, value, range });
  }
  const name = cursor.child(node, 'name');
  const value = l.emit({ op: 'object', entries }, node);
  if (name !== undefined) bind(l, name, value);
}

/** A namespace is an object of what it exports; its code runs where it stands. */
function lowerNamespace(l: Lowering, node: Node): ValueId {
  const { cursor } = l;
  const exported = new Map<string, VariableId>();
  const body = cursor.child(node, 'body');
  const exportName = (name: string, variable: VariableId): void => void exported.set(name, variable);
  let value = l.inBlock(() =>
    l.within({ ...l.frame, exportName }, () => {
      if (body !== undefined) {
        declareVariables(cursor, body, (name) => l.declare(name));
        l.statements(statementsIn(cursor, body));
      }
      const range = cursor.range(node);
      const entries = [...exported].map(([key, variable]) => ({
        key,
        value: l.emit({ op: 'load', variable }, node),
        range,
      }));
      return l.emit({ op: 'object', entries }, node);
    }),
  );
  const name = cursor.child(node, 'name');
  const [first = '', ...rest] = name === undefined ? [] : cursor.text(name).split('.');
  for (const key of rest.reverse()) {
    value = l.emit({ op: 'object', entries: [{ key, value, range: cursor.range(node) }] }, node);
  }
  if (first !== '') l.store(l.declare(first), value, node);
  return value;
}

/** An interface is a class without methods: what matters is the type of its fields. */
function lowerInterface(l: Lowering, node: Node): void {
  const body = l.cursor.child(node, 'body');
  if (body !== undefined) lowerShape(l, node, body);
}

/** `type Deps = { client: OpenAI }` is as good as an interface; another name of a type is that type. */
function lowerAlias(l: Lowering, node: Node): void {
  const { cursor } = l;
  const type = cursor.child(node, 'value');
  const name = cursor.child(node, 'name');
  if (type === undefined || name === undefined) return;
  if (cursor.is(type, 'object_type')) {
    lowerShape(l, node, type);
  } else if (/^(?:nested_)?type_identifier$/.test(cursor.kind(type))) {
    const value = typeValue(l, type);
    if (value !== undefined) bind(l, name, value);
  }
}

function lowerShape(l: Lowering, node: Node, body: Node): void {
  const { cursor, module, frame } = l;
  const name = cursor.child(node, 'name');
  if (name === undefined) return;
  const definition = definitionOf(cursor, node);
  const documentation = documentationBefore(cursor, l.docs, definition.start);
  const built = module.addClass({
    name: definition.name,
    parent: frame.body.id,
    bases: baseValues(l, node),
    decorators: [],
    ...(documentation === undefined ? {} : { documentation }),
    range: cursor.range(node),
    nameRange: definition.nameRange,
  });
  for (const [key, type] of typeMembers(cursor, body)) built.fields.set(key, typeReference(cursor, type));
  bind(l, name, l.emit({ op: 'class', class: built.id }, node));
}
