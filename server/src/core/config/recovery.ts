import { range, type TextRange } from '../text/range.js';

/** The span of the line at `offset`, without its line break. */
export function lineSpan(text: string, offset: number): TextRange {
  const inside = Math.max(0, Math.min(offset, text.length));
  let start = inside;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  let end = inside;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  return range(start, end);
}

/**
 * Replaces a line by blanks, so that a parser that cannot get over it reads the rest with all offsets in place. When that line is
 * blank already (the parser noticed too late), the nearest line with text above it goes.
 */
export function blankLine(
  text: string,
  offset: number,
): { readonly text: string; readonly range: TextRange } {
  let span = lineSpan(text, offset);
  while (span.start > 0 && text.slice(span.start, span.end).trim() === '')
    span = lineSpan(text, span.start - 1);
  const blanks = ' '.repeat(span.end - span.start);
  return { text: text.slice(0, span.start) + blanks + text.slice(span.end), range: span };
}

const isBreak = (code: number): boolean => code === 10 || code === 13;
