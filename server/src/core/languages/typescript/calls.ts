import type { Argument, ValueId } from '../../ir/instruction.js';
import type { TextRange } from '../../text/range.js';
import type { Node } from '../cursor.js';
import type { Link, Lowering } from './lowering.js';

export const callLinks: Readonly<Record<string, Link>> = {
  call_expression: { head: 'function', apply: lowerCall },
  new_expression: { head: 'constructor', apply: lowerNew },
  await_expression: { apply: (l, node, value) => l.emit({ op: 'await', value }, node) },
};

function lowerCall(l: Lowering, node: Node, callee: ValueId): ValueId {
  const { cursor } = l;
  const list = cursor.child(node, 'arguments');
  const argsRange = list === undefined ? emptyAt(cursor.end(node)) : cursor.range(list);
  if (list !== undefined && cursor.is(list, 'template_string')) {
    const args = [{ value: l.expression(list), range: argsRange }];
    return l.emit({ op: 'call', callee, args, tagged: true, argsRange }, node);
  }
  const args = list === undefined ? [] : lowerArguments(l, list);
  return (
    importedModule(l, node, callee, args) ??
    joinedText(l, node, callee, args) ??
    l.emit({ op: 'call', callee, args, argsRange }, node)
  );
}

function lowerNew(l: Lowering, node: Node, callee: ValueId): ValueId {
  const { cursor } = l;
  const list = cursor.child(node, 'arguments');
  const args = list === undefined ? [] : lowerArguments(l, list);
  const argsRange = list === undefined ? emptyAt(cursor.end(node)) : cursor.range(list);
  return l.emit({ op: 'call', callee, args, construct: true, argsRange }, node);
}

const emptyAt = (offset: number): TextRange => ({ start: offset, end: offset });

function lowerArguments(l: Lowering, list: Node): Argument[] {
  const { cursor } = l;
  return cursor.named(list).map((child): Argument => {
    const range = cursor.range(child);
    if (!cursor.is(child, 'spread_element')) return { value: l.expression(child), range };
    return { value: l.inner(child), spread: 'list', range };
  });
}

/** `require("x")` and `import("x")`; awaiting the latter gives the module. */
function importedModule(
  l: Lowering,
  node: Node,
  callee: ValueId,
  args: readonly Argument[],
): ValueId | undefined {
  const producer = l.producer(callee);
  const [first] = args;
  if (producer?.op !== 'global' || first === undefined) return undefined;
  if (producer.name !== 'require' && producer.name !== 'import') return undefined;
  const specifier = l.constantText(first.value);
  if (specifier === undefined) return undefined;
  l.module.addImport(specifier);
  return l.emit({ op: 'import', specifier }, node);
}

/** `"a".concat(b)` and `[a, b].join("\n")`: text of which every piece is known. */
function joinedText(
  l: Lowering,
  node: Node,
  callee: ValueId,
  args: readonly Argument[],
): ValueId | undefined {
  const method = l.producer(callee);
  if (method?.op !== 'get' || args.some((a) => a.spread !== undefined)) return undefined;
  if (method.key === 'concat' && l.isText(method.object)) {
    return l.emit({ op: 'template', parts: [method.object, ...args.map((a) => a.value)] }, node);
  }
  const list = l.producer(method.object);
  if (method.key !== 'join' || list?.op !== 'list' || args.length > 1) return undefined;
  if (list.items.some((item) => item.spread)) return undefined;
  const [separator] = args;
  if (separator !== undefined && l.constantText(separator.value) === undefined) return undefined;
  const between = separator?.value ?? l.emit({ op: 'const', value: ',' }, node);
  const parts = list.items.flatMap((item, i) => (i === 0 ? [item.value] : [between, item.value]));
  return l.emit({ op: 'template', parts }, node);
}
