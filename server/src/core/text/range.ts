/** A half-open span of a text, in UTF-16 code units (the unit of JavaScript strings and of LSP's default encoding). */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export const range = (start: number, end: number): TextRange => ({ start, end });

/** True when `inner` lies within `outer` (both may touch its borders). */
export const contains = (outer: TextRange, inner: TextRange): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** True when the two spans share at least one code unit. Two spans that only touch do not overlap. */
export const overlaps = (a: TextRange, b: TextRange): boolean => a.start < b.end && b.start < a.end;

/** Orders by start, then by end: the order in which findings and edits are listed. */
export const compareRanges = (a: TextRange, b: TextRange): number => a.start - b.start || a.end - b.end;
