import type { TextRange } from '../text/range.js';

/** UTF-16 units before and after a placeholder in which a mark must stand. */
const reach = 120;
/** An opening element, or three or more of one mark, at the end of the text before. */
const opening =
  /<([A-Za-z][\w-]{0,40})(?:\s[^<>]{0,60})?>\s*$|(`{3}|"{3}|'{3}|-{3,}|={3,}|#{3,}|~{3})[\w-]{0,20}\s*$/;
/** Elements that mark roles or structure rather than data. */
const structure =
  /^(?:message|system|user|assistant|human|role|task|prompt|instructions?|p|cp|item|li|text|poml|b|i|em|strong|code)$/i;

/** Stands between marks: an element of its own, or lines of the same three signs. */
export function isFenced(text: string, { start, end }: TextRange): boolean {
  const before = opening.exec(text.slice(Math.max(0, start - reach), start));
  const after = text.slice(end, end + reach).trimStart();
  if (before === null) return false;
  const [, element, mark = ''] = before;
  if (element === undefined) return after.startsWith(mark);
  return !structure.test(element) && after.toLowerCase().startsWith(`</${element.toLowerCase()}`);
}
