import type { TextEdit } from '../text/edits.js';
import { compareRanges } from '../text/range.js';
import type { SourceView } from './source-view.js';

/** Lines of context around a change. */
const context = 1;

interface Hunk {
  /** Zero-based first line of the file, context included; as in `lines`. */
  readonly startLine: number;
  readonly lines: readonly string[];
}

interface Group {
  readonly first: number;
  readonly last: number;
  readonly edits: readonly TextEdit[];
}

/** A unified diff of edits to one file, each line starting with " ", "-" or "+", secrets masked. Without file header. */
export function diffLines(path: string, edits: readonly TextEdit[], view: SourceView): readonly string[] {
  return hunks(path, edits, view).flatMap(({ startLine, lines }) => [
    `@@ line ${startLine + 1} @@`,
    ...lines,
  ]);
}

function hunks(path: string, edits: readonly TextEdit[], view: SourceView): readonly Hunk[] {
  const lineCount = view.lineCount(path);
  return groups(path, edits, view).map(({ first, last, edits: own }) => {
    const above = lineRange(Math.max(0, first - context), first);
    const old = lineRange(first, last + 1);
    const below = lineRange(last + 1, Math.min(lineCount, last + 1 + context));
    const line = (n: number): string => view.line(path, n);
    const now = after(path, first, last, own, view);
    const before = old.map(line);
    // A line that stays as it is at either end of the change is context.
    while (before.length > 0 && now.length > 0 && before[0] === now[0]) {
      above.push(above.length === 0 ? first : (above.at(-1) ?? 0) + 1);
      before.shift();
      now.shift();
    }
    const tail: string[] = [];
    while (before.length > 0 && now.length > 0 && before.at(-1) === now.at(-1)) {
      tail.unshift(` ${before.pop() ?? ''}`);
      now.pop();
    }
    return {
      startLine: above[0] ?? first,
      lines: [
        ...above.map((n) => ` ${line(n)}`),
        ...before.map((text) => `-${text}`),
        ...now.map((text) => `+${text}`),
        ...tail,
        ...below.map((n) => ` ${line(n)}`).filter((text, i) => text !== ' ' || i + 1 < below.length),
      ],
    };
  });
}

/** Edits whose lines touch or follow each other closely share one hunk. */
function groups(path: string, edits: readonly TextEdit[], view: SourceView): readonly Group[] {
  const sorted = [...edits].sort((a, b) => compareRanges(a.range, b.range));
  const found: Group[] = [];
  for (const edit of sorted) {
    const { startLine, endLine } = view.span({ path, range: edit.range });
    const previous = found.at(-1);
    if (previous !== undefined && startLine <= previous.last + 2 * context) {
      found[found.length - 1] = {
        first: previous.first,
        last: Math.max(previous.last, endLine),
        edits: [...previous.edits, edit],
      };
    } else found.push({ first: startLine, last: endLine, edits: [edit] });
  }
  return found;
}

/** The lines from `first` to `last` with the edits applied. */
function after(
  path: string,
  first: number,
  last: number,
  edits: readonly TextEdit[],
  view: SourceView,
): string[] {
  const { start, end } = view.lineSpan(path, first, last);
  let text = '';
  let at = start;
  for (const { range, newText } of edits) {
    text += view.slice(path, { start: at, end: range.start }) + view.mask(newText);
    at = range.end;
  }
  text += view.slice(path, { start: at, end: Math.max(at, end) });
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

const lineRange = (start: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i);
