import type { ValueId } from '../../ir/instruction.js';
import type { TextRange } from '../../text/range.js';
import type { Node } from '../cursor.js';
import type { DecodedText } from '../decoded-text.js';
import type { Lowering } from './lowering.js';
import { constantPieces } from './strings.js';

/** A stretch of a pattern: text, text that is written otherwise (`%n`), or the number of an argument. Offsets count code units of the pattern. */
type Segment =
  | { readonly text: string; readonly isCoded?: true; readonly start: number; readonly end: number }
  | { readonly argument: number; readonly start: number; readonly end: number };

/** `%[argument$][flags][width][.precision]conversion` (java.util.Formatter). */
const directive = /%(?:(\d{1,3})\$)?[-#+ 0,(<]{0,6}\d{0,9}(?:\.\d{0,9})?(?:[tT][a-zA-Z]|[a-zA-Z%])/g;

function percentSegments(
  pattern: string,
  from: number,
): { readonly segments: Segment[]; readonly next: number } {
  const segments: Segment[] = [];
  let at = 0;
  let next = from;
  for (const { 0: whole, 1: position, index } of pattern.matchAll(directive)) {
    const end = index + whole.length;
    if (index > at) segments.push({ text: pattern.slice(at, index), start: at, end: index });
    at = end;
    const conversion = whole.slice(-1);
    if (conversion === '%' || conversion === 'n') {
      segments.push({ text: conversion === 'n' ? '\n' : '%', isCoded: true, start: index, end });
    } else if (position !== undefined) segments.push({ argument: Number(position) - 1, start: index, end });
    else segments.push({ argument: whole.includes('<') ? Math.max(0, next - 1) : next++, start: index, end });
  }
  if (at < pattern.length) segments.push({ text: pattern.slice(at), start: at, end: pattern.length });
  return { segments, next };
}

/** `{0}`, `{1,number}` (java.text.MessageFormat). */
function braceSegments(pattern: string): { readonly segments: Segment[]; readonly next: number } {
  const segments: Segment[] = [];
  let at = 0;
  for (const { 0: whole, 1: position, index } of pattern.matchAll(/\{(\d{1,3})[^{}]{0,100}\}/g)) {
    if (index > at) segments.push({ text: pattern.slice(at, index), start: at, end: index });
    at = index + whole.length;
    segments.push({ argument: Number(position), start: index, end: at });
  }
  if (at < pattern.length) segments.push({ text: pattern.slice(at), start: at, end: pattern.length });
  return { segments, next: 0 };
}

/**
 * A call that puts a text together from a constant pattern or from pieces that are all written out: `String.format("...", a)`, `"...".formatted(a)`,
 * `MessageFormat.format("...", a)`, `String.join(", ", a, b)`, `"a".concat(b)`. `undefined` when it is none of these.
 */
export function lowerTextCall(
  l: Lowering,
  node: Node,
  name: string,
  object: Node | undefined,
): ValueId | undefined {
  const { cursor } = l;
  const list = cursor.child(node, 'arguments');
  const args = list === undefined ? [] : cursor.named(list);
  const owner = object === undefined ? '' : cursor.text(object).slice(0, 40);
  if (name === 'formatted' && object !== undefined) return formatted(l, node, object, args, 'percent');
  if (name === 'format' && (owner === 'String' || owner === 'MessageFormat')) {
    // `String.format(Locale.ROOT, "...", a)`.
    const at = args.findIndex((arg) => constantPieces(cursor, arg) !== undefined);
    const pattern = args[at];
    if (pattern === undefined || at > 1) return undefined;
    return formatted(l, node, pattern, args.slice(at + 1), owner === 'String' ? 'percent' : 'brace');
  }
  if (name === 'join' && owner === 'String' && args.length > 2) {
    const [separator, ...parts] = args.map((arg) => l.expression(arg));
    if (separator === undefined || !l.isText(separator)) return undefined;
    return l.emit(
      { op: 'template', parts: parts.flatMap((part, i) => (i === 0 ? [part] : [separator, part])) },
      node,
    );
  }
  return undefined;
}

function formatted(
  l: Lowering,
  node: Node,
  pattern: Node,
  args: readonly Node[],
  style: 'percent' | 'brace',
): ValueId | undefined {
  const pieces = constantPieces(l.cursor, pattern);
  if (pieces === undefined) return undefined;
  const values = args.map((arg) => l.expression(arg));
  const parts: ValueId[] = [];
  let next = 0;
  for (const piece of pieces) {
    const read = style === 'percent' ? percentSegments(piece.text, next) : braceSegments(piece.text);
    next = read.next;
    for (const segment of read.segments) {
      const part =
        'text' in segment
          ? emitText(l, segment.text, rangeOf(piece, segment), segment.isCoded)
          : values[segment.argument];
      if (part !== undefined) parts.push(part);
    }
  }
  return l.emit({ op: 'template', parts }, node);
}

const rangeOf = (piece: DecodedText, { start, end }: Segment): TextRange => piece.sourceRange(start, end);

const emitText = (l: Lowering, value: string, at: TextRange, isCoded?: true): ValueId =>
  l.emit({ op: 'const', value, ...(isCoded !== true && { content: at }) }, at);
