import type { TextRange } from '../../text/range.js';
import type { Cursor, Node } from '../cursor.js';
import { DecodedText } from '../decoded-text.js';

/** How the text of a literal is written, from its prefix. */
interface Spelling {
  /** Backslashes mean themselves. */
  readonly raw: boolean;
  readonly bytes: boolean;
  /** `f` or `t`: `{{` stands for `{`. */
  readonly braces: boolean;
}

/** A piece of a literal: text, or the interpolation node of an f-string. */
export type StringPiece = DecodedText | Node;

/** The pieces of a `string` node in order. A literal without a prefix `f` or `t` is one piece of text. */
export function stringPieces(cursor: Cursor, node: Node): readonly StringPiece[] {
  const opening = node + 1 < cursor.next(node) ? cursor.text(node + 1) : '';
  const spelling = {
    raw: /^[^'"]*r/i.test(opening),
    bytes: /^[^'"]*b/i.test(opening),
    braces: isTemplatePrefix(opening),
  };
  const start = Math.min(cursor.start(node) + opening.length, cursor.end(node));
  const children = cursor.children(node);
  const last = children[children.length - 1];
  const end = last !== undefined && cursor.is(last, 'string_end') ? cursor.start(last) : cursor.end(node);
  if (!spelling.braces) return [decode(cursor.source, { start, end: Math.max(start, end) }, spelling)];
  return children.flatMap((child): readonly StringPiece[] => {
    if (cursor.is(child, 'interpolation')) return [child];
    return cursor.is(child, 'string_content') ? [decode(cursor.source, cursor.range(child), spelling)] : [];
  });
}

/** True for `f"..."` and `t"..."`. */
export const isTemplateString = (cursor: Cursor, node: Node): boolean =>
  node + 1 < cursor.next(node) && isTemplatePrefix(cursor.text(node + 1));

const isTemplatePrefix = (opening: string): boolean => /^[^'"]*[ft]/i.test(opening);

/**
 * The text of a literal without interpolations, one piece per string of an implicit concatenation; `undefined` for anything else.
 * Brackets around it are looked through.
 */
export function constantPieces(cursor: Cursor, node: Node): readonly DecodedText[] | undefined {
  const literal = withoutBrackets(cursor, node);
  const kind = cursor.kind(literal);
  const strings = kind === 'string' ? [literal] : kind === 'concatenated_string' ? cursor.named(literal) : [];
  const pieces: DecodedText[] = [];
  for (const string of strings) {
    if (!cursor.is(string, 'string') || isTemplateString(cursor, string)) return undefined;
    for (const piece of stringPieces(cursor, string)) if (typeof piece !== 'number') pieces.push(piece);
  }
  return pieces.length > 0 ? pieces : undefined;
}

/** The expression inside any number of brackets. */
export function withoutBrackets(cursor: Cursor, node: Node): Node {
  let inner = node;
  while (cursor.is(inner, 'parenthesized_expression')) {
    const content = cursor.firstNamed(inner);
    if (content === undefined) break;
    inner = content;
  }
  return inner;
}

const backslash = String.raw`\\(?:\r\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^{}])`;
const newline = String.raw`\r\n?`;
const doubledBrace = String.raw`\{\{|\}\}`;
const sequences = (...alternatives: readonly string[]): RegExp => new RegExp(alternatives.join('|'), 'gs');

/** What is not taken literally, by spelling. */
const special = {
  plain: sequences(backslash, newline),
  raw: sequences(newline),
  braces: sequences(backslash, newline, doubledBrace),
  rawBraces: sequences(newline, doubledBrace),
};

function decode(source: string, range: TextRange, { raw, bytes, braces }: Spelling): DecodedText {
  const written = source.slice(range.start, range.end);
  const pattern = raw ? (braces ? special.rawBraces : special.raw) : braces ? special.braces : special.plain;
  const breaks: number[] = [];
  let text = '';
  let at = 0;
  for (const { 0: sequence, index } of written.matchAll(pattern)) {
    const meaning = meaningOf(sequence, bytes);
    if (meaning === sequence) continue;
    text += written.slice(at, index) + meaning;
    at = index + sequence.length;
    breaks.push(text.length, range.start + at);
  }
  return new DecodedText(text + written.slice(at), range, breaks);
}

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['\\\n', ''],
  ['\\\r', ''],
  ['\\\r\n', ''],
  ['\\\\', '\\'],
  ["\\'", "'"],
  ['\\"', '"'],
  ['\\a', '\x07'],
  ['\\b', '\b'],
  ['\\f', '\f'],
  ['\\n', '\n'],
  ['\\r', '\r'],
  ['\\t', '\t'],
  ['\\v', '\v'],
]);

/**
 * Follows https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences. Unknown escapes, and names of
 * characters (`\N{...}`), stand for themselves.
 */
function meaningOf(sequence: string, bytes: boolean): string {
  const simple = simpleEscapes.get(sequence);
  if (simple !== undefined) return simple;
  const second = sequence.charAt(1);
  if (sequence === '{{' || sequence === '}}') return second;
  if (sequence.charAt(0) === '\r') return '\n';
  if (/[0-7]/.test(second)) return String.fromCharCode(Number.parseInt(sequence.slice(1), 8));
  const isCodePoint = second === 'x' || (!bytes && (second === 'u' || second === 'U'));
  if (!isCodePoint || sequence.length === 2) return sequence;
  const code = Number.parseInt(sequence.slice(2), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : sequence;
}
