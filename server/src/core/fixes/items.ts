import type { Node } from '../languages/cursor.js';
import { range, type TextRange } from '../text/range.js';
import type { Source } from './source.js';

/** What to cut to take an item out of a list: with its comma, and with its line when it has one to itself. */
export function itemSpan(source: Source, items: readonly Node[], item: Node): TextRange {
  const index = items.indexOf(item);
  const start = source.start(item);
  const end = source.end(item);
  const after = /^\s*,/.exec(source.source.slice(end))?.[0];
  const pastComma = end + (after?.length ?? 0);
  const rest = /^[ \t]*(?:\r\n|\n|\r)?/.exec(source.source.slice(pastComma))?.[0] ?? '';
  if (source.startsLine(start) && /[\r\n]$/.test(rest)) {
    return range(source.lineStart(start), pastComma + rest.length);
  }
  const previous = items[index - 1];
  if (previous !== undefined && (after === undefined || index === items.length - 1)) {
    return range(source.end(previous), end);
  }
  return range(start, pastComma + rest.replace(/[\r\n]+$/, '').length);
}
