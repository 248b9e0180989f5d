import type { TextRange } from '../text/range.js';

/** Text as the program sees it, which still knows where each of its code units is written. */
export class DecodedText {
  readonly text: string;
  readonly range: TextRange;
  /** Places where text and source stop running in step: offset in the text, offset in the source, one after the other. */
  readonly #breaks: readonly number[];

  constructor(text: string, range: TextRange, breaks: readonly number[]) {
    this.text = text;
    this.range = range;
    this.#breaks = breaks;
  }

  /** Source range of `text.slice(start, end)`. */
  sourceRange(start: number, end: number): TextRange {
    return { start: this.#sourceOffset(start), end: this.#sourceOffset(end) };
  }

  #sourceOffset(offset: number): number {
    if (offset >= this.text.length) return this.range.end;
    let low = 0;
    let high = this.#breaks.length / 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#breaks[2 * middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return this.range.start + offset;
    const inText = this.#breaks[2 * low - 2] ?? 0;
    const inSource = this.#breaks[2 * low - 1] ?? 0;
    return inSource + offset - inText;
  }
}
