import type { TextRange } from '../text/range.js';
import type { DecodedView } from './decode.js';

/** Constant text of a program as the program sees it, and where it is written: a literal, one side of a `+`, a part of a template. */
export interface TextPiece {
  readonly text: string;
  /** Span inside the quotes. */
  readonly range: TextRange;
}

/** Text put together from pieces. A range maps to the source from its first to its last piece; within a piece that has escapes, to all of it. */
export function joinPieces(pieces: readonly TextPiece[]): DecodedView {
  const starts: number[] = [];
  let text = '';
  for (const piece of pieces) {
    starts.push(text.length);
    text += piece.text;
  }
  const pieceAt = (offset: number): number => {
    let index = starts.length - 1;
    while (index > 0 && (starts[index] ?? 0) > offset) index--;
    return index;
  };
  const source = (offset: number, edge: 'start' | 'end'): number => {
    const index = pieceAt(edge === 'start' ? offset : offset - 1);
    const piece = pieces[index];
    if (piece === undefined) return 0;
    const verbatim = piece.text.length === piece.range.end - piece.range.start;
    return verbatim ? piece.range.start + offset - (starts[index] ?? 0) : piece.range[edge];
  };
  return { text, toSource: ({ start, end }) => ({ start: source(start, 'start'), end: source(end, 'end') }) };
}
