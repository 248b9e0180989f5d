import { compareRanges, type TextRange } from './range.js';

/** Replaces a span of a text. An empty span inserts, an empty `newText` deletes. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** True when no two edits touch the same text. Insertions at one place are allowed and keep their order. */
export function areCompatible(edits: readonly TextEdit[]): boolean {
  const sorted = [...edits].sort((a, b) => compareRanges(a.range, b.range));
  return sorted.every((edit, i) => {
    const previous = sorted[i - 1];
    return previous === undefined || previous.range.end <= edit.range.start;
  });
}

/** Applies edits whose ranges refer to `text` as it is. The caller makes sure that they are compatible. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => compareRanges(a.edit.range, b.edit.range) || a.order - b.order);
  let out = '';
  let at = 0;
  for (const { edit } of sorted) {
    out += text.slice(at, edit.range.start) + edit.newText;
    at = edit.range.end;
  }
  return out + text.slice(at);
}
