import type { ValueId } from '../../ir/instruction.js';
import type { Node } from '../cursor.js';
import { lowerArguments } from './arguments.js';
import { lowerTextMethod } from './format-calls.js';
import type { Frame } from './frame.js';
import { lowerDynamicImport } from './imports.js';
import { constantPieces } from './string-literal.js';

/** What a link of a chain is applied to. */
const base: ReadonlyMap<string, string> = new Map([
  ['attribute', 'object'],
  ['subscript', 'value'],
  ['call', 'function'],
]);

/** `a.b(c)[d].e`: walks down to the start of the chain and lowers its links from there, without recursion. */
export function lowerChain(frame: Frame, node: Node): ValueId {
  const { cursor } = frame;
  const links: Node[] = [];
  let start = node;
  for (;;) {
    const field = base.get(cursor.kind(start));
    const inner = field === undefined ? undefined : cursor.child(start, field);
    if (inner === undefined) break;
    links.push(start);
    start = inner;
  }
  let value = chainStart(frame, start, links);
  for (let link = links.pop(); link !== undefined; link = links.pop()) value = lowerLink(frame, value, link);
  return value;
}

/** Lowers what a chain starts with; takes the first links off where they belong to it. */
function chainStart(frame: Frame, start: Node, links: Node[]): ValueId {
  const { cursor } = frame;
  const first = links[links.length - 1];
  const second = links[links.length - 2];
  if (first !== undefined && cursor.is(first, 'call') && isSuper(frame, start)) {
    links.length--;
    return frame.emit({ op: 'super', range: frame.range(first) });
  }
  if (
    first !== undefined &&
    second !== undefined &&
    cursor.is(first, 'attribute') &&
    cursor.is(second, 'call')
  ) {
    const method = cursor.child(first, 'attribute');
    const text = lowerTextMethod(frame, start, method === undefined ? '' : cursor.text(method), second);
    if (text !== undefined) {
      links.length -= 2;
      return text;
    }
  }
  return frame.value(start);
}

const isSuper = (frame: Frame, node: Node): boolean =>
  frame.cursor.is(node, 'identifier') &&
  frame.cursor.text(node) === 'super' &&
  frame.scope.lookup('super') === undefined;

function lowerLink(frame: Frame, value: ValueId, link: Node): ValueId {
  const { cursor } = frame;
  const range = frame.range(link);
  if (cursor.is(link, 'call')) {
    const list = cursor.child(link, 'arguments');
    const args = list === undefined ? [] : lowerArguments(frame, list);
    const argsRange = list === undefined ? { start: range.end, end: range.end } : frame.range(list);
    return (
      lowerDynamicImport(frame, link, args, range) ??
      frame.emit({ op: 'call', callee: value, args, argsRange, range })
    );
  }
  return (
    lowerSlice(frame, value, link) ??
    frame.emit({ op: 'get', object: value, ...memberOf(frame, link), range })
  );
}

/** `text[1:n]` is `text.slice(1, n)`, as JavaScript writes it: what follows need not tell the two apart. */
function lowerSlice(frame: Frame, value: ValueId, link: Node): ValueId | undefined {
  const { cursor } = frame;
  const [slice, ...more] = cursor.inField(link, 'subscript');
  if (slice === undefined || more.length > 0 || !cursor.is(slice, 'slice')) return undefined;
  const range = frame.range(link);
  const parts = cursor.children(slice);
  const [first = parts.length, second = parts.length] = parts.flatMap((part, i) =>
    cursor.is(part, ':') ? [i] : [],
  );
  const start = parts.slice(0, first).find((part) => cursor.isNamed(part));
  const stop = parts.slice(first, second).find((part) => cursor.isNamed(part));
  const from = start === undefined ? frame.emit({ op: 'const', value: 0, range }) : frame.value(start);
  const args = [{ value: from, range: frame.range(start ?? slice) }];
  if (stop !== undefined) args.push({ value: frame.value(stop), range: frame.range(stop) });
  const callee = frame.emit({ op: 'get', object: value, key: 'slice', range });
  return frame.emit({ op: 'call', callee, args, argsRange: frame.range(slice), range });
}

/** Which member of its object an `attribute` or `subscript` names. Lowers the index. */
export function memberOf(frame: Frame, node: Node): { readonly key: string } | { readonly index: ValueId } {
  const { cursor } = frame;
  const attribute = cursor.child(node, 'attribute');
  if (attribute !== undefined) return { key: cursor.text(attribute) };
  const subscripts = cursor.inField(node, 'subscript');
  const [only] = subscripts;
  if (only === undefined || subscripts.length > 1) {
    const items = subscripts.map((subscript) => ({ value: frame.value(subscript) }));
    return { index: frame.emit({ op: 'list', items, kind: 'tuple', range: frame.range(node) }) };
  }
  const key = constantKey(frame, only);
  return key === undefined ? { index: frame.value(only) } : { key };
}

/** The text of a constant string used as a key. */
export function constantKey(frame: Frame, node: Node): string | undefined {
  return constantPieces(frame.cursor, node)
    ?.map((piece) => piece.text)
    .join('');
}
