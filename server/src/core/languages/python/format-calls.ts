import type { Argument, ValueId } from '../../ir/instruction.js';
import type { TextRange } from '../../text/range.js';
import type { Node } from '../cursor.js';
import type { DecodedText } from '../decoded-text.js';
import { lowerArguments } from './arguments.js';
import { braceSegments, type FormatSegment, percentSegments } from './format-template.js';
import type { Frame } from './frame.js';
import { constantPieces } from './string-literal.js';
import { emitText } from './strings.js';

/** Gives the value of a field, or nothing when the program passes none for it. */
type FieldValue = (field: string, range: TextRange) => ValueId | undefined;

/**
 * A method call on a string literal that builds text, as a template: `"...".format(...)`, `"...".format_map(...)`, and `"...".join([...])` when
 * the items are written out. `undefined` when it is none of these. `call` is the call, `literal` the receiver.
 */
export function lowerTextMethod(
  frame: Frame,
  literal: Node,
  method: string,
  call: Node,
): ValueId | undefined {
  const { cursor } = frame;
  const argumentList = cursor.child(call, 'arguments');
  const pieces = constantPieces(cursor, literal);
  if (pieces === undefined || argumentList === undefined) return undefined;
  const range = { start: cursor.start(literal), end: cursor.end(call) };
  if (method === 'join') return lowerJoin(frame, literal, argumentList, range);
  if (method !== 'format' && method !== 'format_map') return undefined;
  const segments = pieces.map((piece) => braceSegments(piece.text));
  const args = lowerArguments(frame, argumentList);
  const fieldValue = method === 'format' ? formatField(frame, args) : mapField(frame, args);
  return emitTemplate(frame, pieces, segments, fieldValue, range);
}

/** `literal % values` as a template; `undefined` when the left side is no constant or the template is malformed. */
export function lowerPercent(
  frame: Frame,
  literal: Node,
  values: Node,
  range: TextRange,
): ValueId | undefined {
  const pieces = constantPieces(frame.cursor, literal);
  const segments = pieces?.map((piece) => percentSegments(piece.text));
  if (pieces === undefined || segments === undefined) return undefined;
  const known = segments.filter((segment) => segment !== undefined);
  if (known.length < segments.length) return undefined;
  const right = frame.value(values);
  const lowered = frame.instruction(right);
  const items = lowered?.op === 'list' && lowered.kind === 'tuple' ? lowered.items : undefined;
  const fields = known.flat().filter((segment) => 'field' in segment).length;
  let position = 0;
  const fieldValue: FieldValue = (field, at) => {
    if (field !== '') return frame.emit({ op: 'get', object: right, key: field, range: at });
    const index = position++;
    if (items !== undefined) return items[index]?.value;
    return fields === 1 ? right : elementAt(frame, right, index, at);
  };
  return emitTemplate(frame, pieces, known, fieldValue, range);
}

function lowerJoin(frame: Frame, literal: Node, argumentList: Node, range: TextRange): ValueId | undefined {
  const { cursor } = frame;
  const [list, ...others] = cursor.named(argumentList);
  const isLiteral = list !== undefined && (cursor.is(list, 'list') || cursor.is(list, 'tuple'));
  if (!isLiteral || others.length > 0) return undefined;
  const items = cursor.named(list);
  if (items.some((item) => cursor.is(item, 'list_splat'))) return undefined;
  const isEmpty = constantPieces(cursor, literal)?.every((piece) => piece.text === '') ?? false;
  const separator = isEmpty || items.length < 2 ? [] : [frame.value(literal)];
  const parts = items.flatMap((item, i) => [...(i === 0 ? [] : separator), frame.value(item)]);
  return frame.emit({ op: 'template', parts, range });
}

function emitTemplate(
  frame: Frame,
  pieces: readonly DecodedText[],
  segments: readonly (readonly FormatSegment[])[],
  fieldValue: FieldValue,
  range: TextRange,
): ValueId {
  const parts: ValueId[] = [];
  pieces.forEach((piece, i) => {
    for (const segment of segments[i] ?? []) {
      const at = piece.sourceRange(segment.start, segment.end);
      const part = 'text' in segment ? emitText(frame, segment.text, at) : fieldValue(segment.field, at);
      if (part !== undefined) parts.push(part);
    }
  });
  return frame.emit({ op: 'template', parts, range });
}

const elementAt = (frame: Frame, object: ValueId, position: number, range: TextRange): ValueId =>
  frame.emit({ op: 'get', object, index: frame.emit({ op: 'const', value: position, range }), range });

const formatField = (frame: Frame, args: readonly Argument[]): FieldValue => {
  const positional = args.filter((arg) => arg.name === undefined && arg.spread === undefined);
  const list = args.find((arg) => arg.spread === 'list');
  const map = args.find((arg) => arg.spread === 'map');
  let next = 0;
  return (field, range) => {
    const [name = ''] = /^[^.[]*/.exec(field) ?? [];
    let base: ValueId | undefined;
    if (name === '' || /^\d+$/.test(name)) {
      const position = name === '' ? next++ : Number(name);
      base = positional[position]?.value;
      if (base === undefined && list !== undefined) base = elementAt(frame, list.value, position, range);
    } else {
      base = args.find((arg) => arg.name === name)?.value;
      if (base === undefined && map !== undefined) {
        base = frame.emit({ op: 'get', object: map.value, key: name, range });
      }
    }
    return base === undefined ? undefined : follow(frame, base, field.slice(name.length), range);
  };
};

const mapField = (frame: Frame, args: readonly Argument[]): FieldValue => {
  const map = args[0];
  return (field, range) => {
    const [name = ''] = /^[^.[]*/.exec(field) ?? [];
    if (map === undefined) return undefined;
    const base = frame.emit({ op: 'get', object: map.value, key: name, range });
    return follow(frame, base, field.slice(name.length), range);
  };
};

/** Goes along ".name[key]" from a value. */
function follow(frame: Frame, base: ValueId, path: string, range: TextRange): ValueId {
  let value = base;
  for (const [, attribute, key = ''] of path.matchAll(/\.([^.[]+)|\[([^\]]{0,200})\]/g)) {
    value =
      attribute === undefined && /^\d+$/.test(key)
        ? elementAt(frame, value, Number(key), range)
        : frame.emit({ op: 'get', object: value, key: attribute ?? key, range });
  }
  return value;
}
