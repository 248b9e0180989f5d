import type { ValueId } from '../../ir/instruction.js';
import type { TextRange } from '../../text/range.js';
import type { Node } from '../cursor.js';
import { memberOf } from './calls.js';
import type { Frame } from './frame.js';

/** Kinds of targets that take a value apart. */
const sequences = new Set([
  'pattern_list',
  'tuple_pattern',
  'list_pattern',
  'expression_list',
  'tuple',
  'list',
]);
const wrappers = new Set([
  'as_pattern_target',
  'parenthesized_expression',
  'list_splat_pattern',
  'list_splat',
]);

/** Assigns a value to a target: a name, a member, or a sequence of targets. Anything else is left alone. */
export function assign(frame: Frame, target: Node, value: ValueId): void {
  const { cursor } = frame;
  const inner = unwrapped(frame, target);
  const kind = cursor.kind(inner);
  if (kind === 'identifier') {
    frame.store(cursor.text(inner), value, frame.range(inner));
  } else if (kind === 'attribute' || kind === 'subscript') {
    const object = cursor.child(inner, kind === 'attribute' ? 'object' : 'value');
    if (object !== undefined) setMember(frame, inner, frame.value(object), value);
  } else if (sequences.has(kind) && frame.builder.enter()) {
    unpack(frame, inner, value);
    frame.builder.leave();
  }
}

export function setMember(frame: Frame, member: Node, object: ValueId, value: ValueId): void {
  frame.emit({ op: 'set', object, ...memberOf(frame, member), value, range: frame.range(member) });
}

function unwrapped(frame: Frame, target: Node): Node {
  const { cursor } = frame;
  let inner = target;
  while (wrappers.has(cursor.kind(inner))) {
    const content = cursor.firstNamed(inner);
    if (content === undefined) break;
    inner = content;
  }
  return inner;
}

/** `a, (b, *c), d = value`. Items of a list or tuple that is written out go straight to their targets. */
function unpack(frame: Frame, sequence: Node, value: ValueId): void {
  const { cursor } = frame;
  const targets = cursor.named(sequence);
  const starred = targets.findIndex((t) => cursor.is(t, 'list_splat_pattern') || cursor.is(t, 'list_splat'));
  const source = frame.instruction(value);
  const items =
    source?.op === 'list' &&
    starred === -1 &&
    source.items.length === targets.length &&
    source.items.every((item) => item.spread === undefined)
      ? source.items
      : undefined;
  const element = (i: number, range: TextRange): ValueId => {
    const position = starred === -1 || i < starred ? i : i - targets.length;
    const index = frame.emit({ op: 'const', value: position, range });
    return frame.emit({ op: 'get', object: value, index, range });
  };
  for (const [i, target] of targets.entries()) {
    const range = frame.range(target);
    assign(
      frame,
      target,
      i === starred ? frame.unknown([value], range) : (items?.[i]?.value ?? element(i, range)),
    );
  }
}
