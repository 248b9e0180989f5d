import type { TextRange } from '../text/range.js';

/** The word that starts a suppression comment. */
export const marker = 'sallyport-ignore';

/** Stands where a reason is still to be written; counts as none. */
export const reasonPlaceholder = '<reason>';

/** One suppression comment: `sallyport-ignore rule-id, other-rule: reason`. */
export interface Directive {
  /** The whole comment with its marks. */
  readonly range: TextRange;
  /** Each rule id with its place. */
  readonly rules: readonly { readonly id: string; readonly range: TextRange }[];
  /** Empty when there is none. */
  readonly reason: string;
  /** Nothing but blanks stands before it on its line, so it speaks for the line below. */
  readonly ownLine: boolean;
}

/** Longer reasons are cut off, in UTF-16 units. */
const maxReason = 1_000;

/**
 * Reads a directive from the text of a comment, which begins at `offset` in the file; `undefined` when it is another comment. `range` is
 * the whole comment.
 */
export function readDirective(
  comment: string,
  offset: number,
  range: TextRange,
  ownLine: boolean,
): Directive | undefined {
  const start = comment.search(/\S/);
  if (start === -1 || !comment.startsWith(marker, start)) return undefined;
  const rest = comment.slice(start + marker.length);
  if (/^[\w-]/.test(rest)) return undefined;
  const line = rest.split(/\r?\n/)[0] ?? '';
  const colon = line.indexOf(':');
  const list = colon === -1 ? line : line.slice(0, colon);
  const reason = colon === -1 ? '' : line.slice(colon + 1, colon + 1 + maxReason).trim();
  const rules = [...list.matchAll(/[A-Za-z0-9_-]+/g)].map(({ 0: id, index }) => {
    const at = offset + start + marker.length + index;
    return { id, range: { start: at, end: at + id.length } };
  });
  return { range, rules, reason: reason === reasonPlaceholder ? '' : reason, ownLine };
}
