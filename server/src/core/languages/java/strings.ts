import type { Cursor, Node } from '../cursor.js';
import { DecodedText } from '../decoded-text.js';

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
  ['s', ' '],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
]);

/** Escape sequences, and line ends that are none of the text or another than they look (JLS 3.10.6, 3.10.7). */
const special = /\\(?:u+[0-9a-fA-F]{4}|[0-3]?[0-7]{1,2}|\r\n|[^u0-7])|\r\n?/gs;

function meaningOf(sequence: string): string {
  if (sequence.startsWith('\r')) return '\n';
  const rest = sequence.slice(1);
  if (/^[\r\n]/.test(rest)) return '';
  const code = /^u+([0-9a-fA-F]{4})$/.exec(rest)?.[1];
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  if (/^[0-7]+$/.test(rest)) return String.fromCharCode(Number.parseInt(rest, 8));
  return simpleEscapes.get(rest) ?? sequence;
}

/** The text of a string literal or text block, with where each part of it is written. */
export function literalText(cursor: Cursor, node: Node): DecodedText {
  const written = cursor.text(node);
  return written.startsWith('"""') ? textBlock(cursor, node, written) : plainLiteral(cursor, node, written);
}

function plainLiteral(cursor: Cursor, node: Node, written: string): DecodedText {
  const closed = written.length >= 2 && written.endsWith('"');
  const start = Math.min(cursor.start(node) + 1, cursor.end(node));
  const range = { start, end: Math.max(start, cursor.end(node) - (closed ? 1 : 0)) };
  return decoded(cursor.source, [{ start: range.start, end: range.end }], range);
}

/** The lines of a text block without the blanks that all of them start with, and without those at their ends. */
function textBlock(cursor: Cursor, node: Node, written: string): DecodedText {
  const offset = cursor.start(node);
  const opening = /^"""[ \t\f]*(?:\r\n?|\n)?/.exec(written)?.[0].length ?? 3;
  const isClosed = written.length >= opening + 3 && written.endsWith('"""');
  const end = written.length - (isClosed ? 3 : 0);
  const range = { start: offset + Math.min(opening, end), end: offset + end };
  const lines: { start: number; end: number }[] = [];
  for (let at = opening; at <= end; ) {
    const found = /\r\n|\r|\n/g;
    found.lastIndex = at;
    const match = found.exec(written);
    const isLast = match === null || match.index >= end;
    const stop = isLast ? end : match.index + match[0].length;
    lines.push({ start: at, end: stop });
    if (isLast) break;
    at = stop;
  }
  const lineText = ({ start, end: stop }: { start: number; end: number }): string =>
    written.slice(start, stop);
  const indents = lines
    .filter((line, i) => i === lines.length - 1 || lineText(line).trim() !== '')
    .map((line) => /^[ \t\f]*/.exec(lineText(line))?.[0].length ?? 0);
  const common = Math.min(...indents.slice(0, 10_000), 1_000);
  const pieces = lines.map((line) => ({
    start: offset + Math.min(line.start + common, Math.max(line.start, contentEnd(written, line))),
    end: offset + line.end,
  }));
  return decoded(cursor.source, pieces, range);
}

/** Where a line ends without its line break. */
const contentEnd = (written: string, { start, end }: { start: number; end: number }): number =>
  end - (/\r\n$|\r$|\n$/.exec(written.slice(Math.max(start, end - 2), end))?.[0].length ?? 0);

/** The stretches of the source one after the other, escapes resolved. */
function decoded(
  source: string,
  stretches: readonly { readonly start: number; readonly end: number }[],
  range: { readonly start: number; readonly end: number },
): DecodedText {
  const breaks: number[] = [];
  const parts: string[] = [];
  let length = 0;
  let expected = range.start;
  const add = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  for (const { start, end } of stretches) {
    if (start !== expected) breaks.push(length, start);
    expected = end;
    const written = source.slice(start, end);
    let at = 0;
    for (const { 0: sequence, index } of written.matchAll(special)) {
      const meaning = meaningOf(sequence);
      if (meaning === sequence) continue;
      add(written.slice(at, index));
      add(meaning);
      at = index + sequence.length;
      breaks.push(length, start + at);
    }
    add(written.slice(at));
  }
  return new DecodedText(parts.join(''), range, breaks);
}

/** A literal, or constants joined by `+`, as far as a pattern has to be known: `String.format("a" + "b", x)`. */
export function constantPieces(cursor: Cursor, node: Node): readonly DecodedText[] | undefined {
  const pieces: DecodedText[] = [];
  const open: Node[] = [node];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const kind = cursor.kind(at);
    if (kind === 'string_literal') pieces.push(literalText(cursor, at));
    else if (kind === 'parenthesized_expression') {
      const inner = cursor.firstNamed(at);
      if (inner === undefined) return undefined;
      open.push(inner);
    } else if (kind === 'binary_expression' && cursor.has(at, '+')) {
      const left = cursor.child(at, 'left');
      const right = cursor.child(at, 'right');
      if (left === undefined || right === undefined) return undefined;
      open.push(right, left);
    } else return undefined;
  }
  return pieces.length === 0 ? undefined : pieces;
}
