import { range, type TextRange } from '../text/range.js';

/** Where the value stands in `key: "value"`, `"value"` or `value`. */
export function valueSpan(source: string, { start, end }: TextRange): TextRange {
  const text = source.slice(start, end);
  const lead = /^(?:["']?[\w.$-]{1,100}["']?\s{0,20}[:=]\s{0,20})?["'`]{0,3}/.exec(text)?.[0].length ?? 0;
  const tail = /["'`]{0,3}$/.exec(text.slice(lead))?.[0].length ?? 0;
  return range(start + lead, end - tail);
}
