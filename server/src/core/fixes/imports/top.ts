import type { TextEdit } from '../../text/edits.js';
import { range } from '../../text/range.js';
import type { Source } from '../source.js';

/** Where new lines go at the top of a file, and what stands there. */
export interface Top {
  readonly offset: number;
  /** The line above is an import. */
  readonly afterImport: boolean;
  /** The line above is something that a blank line sets apart: a docstring, `from __future__`. */
  readonly blankBefore: boolean;
}

/** Puts imports and constants at the top of a file, with blank lines where they belong. */
export function insertAtTop(
  source: Source,
  top: Top,
  lines: readonly string[],
  constants: readonly string[],
): TextEdit {
  const { offset, afterImport, blankBefore } = top;
  const { newline } = source.style;
  const text = source.source;
  const rest = text.slice(offset);
  const unfinishedLine = offset > 0 && !/[\r\n\uFEFF]/.test(text.charAt(offset - 1));
  const followsImport = lines.length > 0 || afterImport;
  const setOff = constants.length > 0 || blankBefore || !afterImport;
  const parts = [
    ...(unfinishedLine ? [''] : []),
    ...(blankBefore ? [''] : []),
    ...lines,
    ...(constants.length > 0 && followsImport ? ['', ...constants] : constants),
    ...(setOff && rest.trim() !== '' && !/^[ \t]*(?:\r\n|\n|\r)/.test(rest) ? [''] : []),
    '',
  ];
  return { range: range(offset, offset), newText: parts.join(newline) };
}
