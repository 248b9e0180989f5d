/** Offset of the first character of the line that holds `offset`. */
export const lineStartAt = (text: string, offset: number): number =>
  Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;

/** Offset of the line break that ends the line (or of the text's end). */
export function lineEndAt(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** Offset of the first character of the next line (or of the text's end). */
export function nextLineAt(text: string, offset: number): number {
  const end = lineEndAt(text, offset);
  return end + (text.startsWith('\r\n', end) ? 2 : end < text.length ? 1 : 0);
}

/** The blanks that the line of `offset` starts with. */
export const indentAt = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(lineStartAt(text, offset), offset))?.[0] ?? '';

/** The first line break of a text, which new lines copy. */
export const lineBreakOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';

/** One step of indentation: that of the first indented line, two spaces in a text without one. */
export const indentUnit = (text: string): string => /(?:^|[\n\r])([ \t]+)\S/.exec(text)?.[1] ?? '  ';

/** End of the last character before `end` that is not blank: the span of a YAML block may reach over the blank lines after it. */
export function contentEnd(text: string, end: number): number {
  let last = end;
  while (last > 0 && /\s/.test(text[last - 1] ?? '')) last--;
  return last;
}
