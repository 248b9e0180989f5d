import type { ConfigNode } from '../config/config-node.js';
import { range, type TextRange } from '../text/range.js';

/**
 * The text of a string in JSON, YAML or TOML: without quotes, and without the head of a block scalar (`|-`). Escapes and indentation stay: it is a
 * span of the file.
 */
export function contentSpan(text: string, { start, end }: TextRange): TextRange {
  const first = text[start];
  if (first === '"' || first === "'") {
    const width = text.startsWith(first.repeat(3), start) && end - start >= 6 ? 3 : 1;
    return text.endsWith(first, end) && end - start >= 2 * width
      ? range(start + width, end - width)
      : range(start + width, end);
  }
  if (first === '|' || first === '>') {
    const newline = text.indexOf('\n', start);
    return newline === -1 || newline >= end ? range(end, end) : range(newline + 1, end);
  }
  return range(start, end);
}

/** The spans of the texts that a value of a chat format holds: a string, a list of strings, or parts with a `text` each. */
export function textSpans(text: string, node: ConfigNode | undefined, depth = 0): readonly TextRange[] {
  if (node === undefined || depth > 3) return [];
  if (node.kind === 'string') return [contentSpan(text, node.range)];
  if (node.kind === 'list') return node.items.flatMap((item) => textSpans(text, item, depth + 1));
  if (node.kind !== 'map') return [];
  return node.entries
    .filter(({ key }) => key === 'text' || key === 'content' || key === 'parts')
    .flatMap(({ value }) => textSpans(text, value, depth + 1));
}
