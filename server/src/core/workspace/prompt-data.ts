import type { SourceFile } from '../project.js';
import { findSensitiveData } from '../secrets/personal/find.js';
import type { SensitiveData } from '../secrets/sensitive-data.js';
import { overlaps, type TextRange } from '../text/range.js';

/**
 * Personal data in the prompts of files, remembered by text: while somebody types in a file, all of its prompts but one stay what they
 * were, but for their place.
 */
export class PromptData {
  #before: ReadonlyMap<string, readonly SensitiveData[]> = new Map();
  #now = new Map<string, readonly SensitiveData[]>();

  /** From here on only the texts of the last round are remembered. */
  nextRound(): void {
    if (this.#now.size === 0) return;
    this.#before = this.#now;
    this.#now = new Map();
  }

  of(file: SourceFile, ranges: readonly TextRange[]): readonly SensitiveData[] {
    const inOrder = distinct(ranges);
    const isApart = inOrder.every((range, i) => {
      const next = inOrder[i + 1];
      return next === undefined || !overlaps(range, next);
    });
    if (!isApart) return findSensitiveData(file, { context: 'prompt', ranges });
    return inOrder.flatMap(({ start, end }) =>
      this.#inText(file.text.slice(start, end)).map((found) => ({
        ...found,
        location: {
          path: file.path,
          range: { start: found.location.range.start + start, end: found.location.range.end + start },
        },
      })),
    );
  }

  #inText(text: string): readonly SensitiveData[] {
    const known = this.#now.get(text) ?? this.#before.get(text);
    const found = known ?? findSensitiveData({ path: '', text }, { context: 'prompt' });
    this.#now.set(text, found);
    return found;
  }
}

/** Each range once, by where it starts. */
function distinct(ranges: readonly TextRange[]): readonly TextRange[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter(({ start, end }, i) => sorted[i - 1]?.start !== start || sorted[i - 1]?.end !== end);
}
