import type { TextRange } from '../../text/range.js';

/** Rows of one table and UTF-16 units of one line that are looked at. */
const maxRows = 40;
const maxLine = 600;

/**
 * The cells below a heading in a Markdown table, in a column that is called by the noun at `start` to `end`; none where the noun is not a cell
 * of a heading.
 */
export function* cellsBelow(text: string, start: number, end: number): Generator<TextRange> {
  const preceding = text.slice(Math.max(0, start - maxLine), start);
  const before = preceding.slice(preceding.lastIndexOf('\n') + 1);
  const lineStart = start - before.length;
  const lineEnd = endOfLine(text, end);
  if (before.length === maxLine || lineEnd - end >= maxLine) return;
  if (!/(?:^|\|)[^|]{0,24}$/.test(before) || !/^[^|\n]{0,24}(?:\||$)/.test(text.slice(end, lineEnd))) return;
  const column = cellsOf(text, lineStart, lineEnd).findIndex(
    (cell) => cell.start <= start && end <= cell.end,
  );
  let from = lineEnd + 1;
  const separator = text.slice(from, endOfLine(text, from));
  if (column === -1 || !/^[ \t]*\|?[ \t]*:?-{2,}[-:| \t]*$/.test(separator)) return;
  for (let row = 0; row < maxRows; row++) {
    from = endOfLine(text, from) + 1;
    const to = endOfLine(text, from);
    if (from >= text.length || to - from >= maxLine || !text.slice(from, to).includes('|')) return;
    const cell = cellsOf(text, from, to)[column];
    if (cell !== undefined && cell.end > cell.start) yield cell;
  }
}

/** No further than a line may be long. */
function endOfLine(text: string, from: number): number {
  const rest = text.slice(from, from + maxLine);
  const at = rest.indexOf('\n');
  return from + (at === -1 ? rest.length : at);
}

/** The cells of a line without blanks and marks of code and emphasis around them; an outer bar opens no cell. */
function cellsOf(text: string, from: number, to: number): readonly TextRange[] {
  const line = text.slice(from, to);
  const opening = /^[ \t]*\|/.exec(line)?.[0].length ?? 0;
  const cells: TextRange[] = [];
  let start = opening;
  for (let i = opening; i <= line.length; i++) {
    if (i < line.length && (line.charAt(i) !== '|' || line.charAt(i - 1) === '\\')) continue;
    const cell = line.slice(start, i);
    const lead = /^[\s`*]*/.exec(cell)?.[0].length ?? 0;
    const inner = cell.slice(lead).replace(/[\s`*]+$/, '');
    cells.push({ start: from + start + lead, end: from + start + lead + inner.length });
    start = i + 1;
  }
  return cells;
}
