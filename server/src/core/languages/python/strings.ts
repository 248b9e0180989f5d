import type { ValueId } from '../../ir/instruction.js';
import type { TextRange } from '../../text/range.js';
import type { Node } from '../cursor.js';
import type { DecodedText } from '../decoded-text.js';
import type { Frame } from './frame.js';
import { isTemplateString, stringPieces } from './string-literal.js';

/** True for values that are text for certain: constants and what is built from them. */
export function isKnownText(frame: Frame, value: ValueId): boolean {
  const instruction = frame.instruction(value);
  return (
    instruction?.op === 'template' || (instruction?.op === 'const' && typeof instruction.value === 'string')
  );
}

/** A constant piece of a longer literal. */
export const emitText = (frame: Frame, text: string, range: TextRange): ValueId =>
  frame.emit({ op: 'const', value: text, content: range, range });

const emitPiece = (frame: Frame, piece: DecodedText, range: TextRange): ValueId =>
  frame.emit({ op: 'const', value: piece.text, content: piece.range, range });

export function lowerString(frame: Frame, node: Node): ValueId {
  const range = frame.range(node);
  const parts = stringParts(frame, node);
  const [first] = parts;
  return parts.length === 1 && first !== undefined && !hasInterpolation(frame, node)
    ? first
    : frame.emit({ op: 'template', parts, range });
}

export function lowerConcatenatedString(frame: Frame, node: Node): ValueId {
  const parts = frame.cursor
    .named(node)
    .flatMap((string) => (frame.cursor.is(string, 'string') ? stringParts(frame, string) : []));
  return frame.emit({ op: 'template', parts, range: frame.range(node) });
}

const hasInterpolation = (frame: Frame, node: Node): boolean =>
  isTemplateString(frame.cursor, node) && frame.cursor.has(node, 'interpolation');

function stringParts(frame: Frame, node: Node): ValueId[] {
  const range = frame.range(node);
  const pieces = stringPieces(frame.cursor, node);
  const [only] = pieces;
  if (only === undefined) return [emitText(frame, '', emptyContent(frame, node))];
  if (pieces.length === 1 && typeof only !== 'number') return [emitPiece(frame, only, range)];
  return pieces.flatMap((piece) =>
    typeof piece === 'number' ? interpolationParts(frame, piece) : [emitPiece(frame, piece, piece.range)],
  );
}

/** Between the quotes of `f""`. */
function emptyContent(frame: Frame, node: Node): TextRange {
  const [opening] = frame.cursor.children(node);
  const offset = frame.cursor.end(opening ?? node);
  return { start: offset, end: offset };
}

/** `{value!r:{width}}` gives the value and the values in its format; `{value=}` also the text "value=". */
function interpolationParts(frame: Frame, node: Node): ValueId[] {
  const { cursor } = frame;
  const expression = cursor.child(node, 'expression');
  if (expression === undefined) return [];
  const parts: ValueId[] = [];
  const equals = cursor.children(node).find((child) => cursor.is(child, '='));
  if (equals !== undefined) {
    const written = { start: cursor.start(expression), end: cursor.end(equals) };
    parts.push(emitText(frame, cursor.source.slice(written.start, written.end), written));
  }
  parts.push(frame.value(expression));
  const format = cursor.child(node, 'format_specifier');
  for (const inner of format === undefined ? [] : cursor.named(format)) {
    const value = cursor.child(inner, 'expression');
    if (value !== undefined) parts.push(frame.value(value));
  }
  return parts;
}
