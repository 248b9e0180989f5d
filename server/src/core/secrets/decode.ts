import type { TextRange } from '../text/range.js';
import { asciiText, decodeBase64 } from './base64.js';
import { encodedRuns } from './encoded-runs.js';

/** A stretch of a text with one layer of encoding taken off. */
export interface DecodedView {
  readonly text: string;
  /** The encoded text in which a range of the decoded text is written. */
  toSource(range: TextRange): TextRange;
}

/** All stretches that are encoded: base64, hexadecimal, and text with percent, `\u`, `\x`, `\/` and character reference escapes. */
export function decodedViews(text: string): readonly DecodedView[] {
  return [...runViews(text), ...escapeViews(text)];
}

function runViews(text: string): readonly DecodedView[] {
  const views: DecodedView[] = [];
  for (const run of encodedRuns(text)) {
    const encoded = text.slice(run.start, run.end).replace(/\s+/g, '');
    const decoded = fromHex(encoded) ?? fromBase64(encoded);
    if (decoded !== undefined) views.push({ text: decoded, toSource: () => run });
  }
  return views;
}

function fromHex(run: string): string | undefined {
  if (run.length % 2 === 1 || !/^(?:[2-7][0-9a-fA-F]|0[9aAdD])+$/.test(run)) return undefined;
  let text = '';
  for (let i = 0; i < run.length; i += 2)
    text += String.fromCharCode(Number.parseInt(run.slice(i, i + 2), 16));
  return text;
}

function fromBase64(run: string): string | undefined {
  // The first characters tell already for nearly all identifiers and paths.
  const start = decodeBase64(run.slice(0, 8));
  if (start === undefined || asciiText(start) === undefined) return undefined;
  const bytes = decodeBase64(run.length % 4 === 1 ? run.slice(0, -1) : run);
  return bytes && asciiText(bytes);
}

const escapes =
  /\\u00[2-7][0-9a-fA-F]|\\x[2-7][0-9a-fA-F]|%[2-7][0-9a-fA-F]|\\\/|&#(?:x[2-7][0-9a-fA-F]|[3-9]\d|1[01]\d|12[0-6]);|&amp;/g;

/** Escapes closer than this belong to one view, in UTF-16 units; a view reaches as far beyond its first and last escape. */
const margin = 160;
/** Longest view; a longer stretch is cut into overlapping ones. */
const longest = 8192;

function escapeViews(text: string): readonly DecodedView[] {
  if (!/[\\%&]/.test(text)) return [];
  const views: DecodedView[] = [];
  let first = -1;
  let last = -1;
  const close = () => {
    if (first >= 0)
      views.push(unescaped(text, Math.max(0, first - margin), Math.min(text.length, last + margin)));
    first = -1;
  };
  for (const match of text.matchAll(escapes)) {
    if (first >= 0 && (match.index - last > margin || match.index - first > longest)) close();
    if (first < 0) first = match.index;
    last = match.index + match[0].length;
  }
  close();
  return views;
}

function unescaped(text: string, from: number, to: number): DecodedView {
  const stretch = text.slice(from, to);
  /** Where each piece begins, in the decoded and in the source text. */
  const decodedStarts: number[] = [];
  const sourceStarts: number[] = [];
  let decoded = '';
  let at = 0;
  const piece = (source: number, content: string) => {
    decodedStarts.push(decoded.length);
    sourceStarts.push(from + source);
    decoded += content;
  };
  for (const match of stretch.matchAll(escapes)) {
    if (match.index > at) piece(at, stretch.slice(at, match.index));
    piece(match.index, character(match[0]));
    at = match.index + match[0].length;
  }
  piece(at, stretch.slice(at));
  const source = (offset: number): number => {
    let low = 0;
    let high = decodedStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((decodedStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return (sourceStarts[low] ?? from) + offset - (decodedStarts[low] ?? 0);
  };
  // The end is taken from the last character, which may be an escape of several.
  const endAfter = (offset: number): number => {
    const next = source(offset + 1);
    return Math.max(next, source(offset) + 1);
  };
  return { text: decoded, toSource: ({ start, end }) => ({ start: source(start), end: endAfter(end - 1) }) };
}

function character(escaped: string): string {
  if (escaped === '\\/') return '/';
  if (escaped === '&amp;') return '&';
  const digits = /[0-9a-fA-F]{2,4};?$/.exec(escaped)?.[0] ?? '';
  const decimal = escaped.startsWith('&#') && !escaped.startsWith('&#x');
  return String.fromCharCode(Number.parseInt(digits, decimal ? 10 : 16));
}
