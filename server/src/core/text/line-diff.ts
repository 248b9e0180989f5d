/** Zero-based lines, `end` excluded. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
}

/** Differences beyond this many lines are not sorted out one by one: the whole part counts as changed. */
const maxDifferences = 1_000;

/**
 * The lines of `after` that are new or changed against `before`. Where lines were only deleted, the lines around the gap count,
 * for what they do has changed. Line breaks and blanks at the end of a line make no difference.
 */
export function changedLines(before: string, after: string): readonly LineSpan[] {
  const old = linesOf(before);
  const now = linesOf(after);
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  ) {
    tail++;
  }
  const kept = matchedLines(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  const spans: LineSpan[] = [];
  let oldAt = head;
  let nowAt = head;
  const gap = (oldEnd: number, nowEnd: number): void => {
    if (nowEnd > nowAt) spans.push({ start: nowAt, end: nowEnd });
    else if (oldEnd > oldAt)
      spans.push({ start: Math.max(0, nowAt - 1), end: Math.min(now.length, nowAt + 1) });
  };
  for (const [oldLine, nowLine] of kept) {
    gap(head + oldLine, head + nowLine);
    oldAt = head + oldLine + 1;
    nowAt = head + nowLine + 1;
  }
  gap(old.length - tail, now.length - tail);
  return spans;
}

const linesOf = (text: string): readonly string[] => text.split(/\r\n|\n|\r/).map((line) => line.trimEnd());

/**
 * Pairs of equal lines in order: the longest such list (Myers' greedy algorithm), or none when the texts differ too much.
 */
function matchedLines(
  old: readonly string[],
  now: readonly string[],
): readonly (readonly [number, number])[] {
  const limit = Math.min(old.length + now.length, maxDifferences);
  /** Per number of differences: the furthest old line on each diagonal, from -d to d. */
  const rounds: Int32Array[] = [];
  const width = 2 * limit + 3;
  let furthest = new Int32Array(width);
  for (let d = 0; d <= limit; d++) {
    rounds.push(furthest.slice());
    const next = furthest.slice();
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(furthest, k - 1, limit) < at(furthest, k + 1, limit));
      let x = down ? at(furthest, k + 1, limit) : at(furthest, k - 1, limit) + 1;
      while (x < old.length && x - k < now.length && old[x] === now[x - k]) x++;
      next[k + limit + 1] = x;
      if (x >= old.length && x - k >= now.length) return trace(rounds, old.length, now.length, limit);
    }
    furthest = next;
  }
  return [];
}

const at = (furthest: Int32Array, diagonal: number, limit: number): number =>
  furthest[diagonal + limit + 1] ?? 0;

/** Walks back from the end through the rounds and collects the diagonal steps. */
function trace(
  rounds: readonly Int32Array[],
  oldLength: number,
  nowLength: number,
  limit: number,
): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  let x = oldLength;
  let y = nowLength;
  for (let d = rounds.length - 1; d >= 0; d--) {
    const furthest = rounds[d] ?? new Int32Array(0);
    const k = x - y;
    const down = k === -d || (k !== d && at(furthest, k - 1, limit) < at(furthest, k + 1, limit));
    const fromX = d === 0 ? 0 : down ? at(furthest, k + 1, limit) : at(furthest, k - 1, limit);
    const fromY = d === 0 ? 0 : fromX - (down ? k + 1 : k - 1);
    while (x > fromX && y > fromY) {
      // A step off the diagonal starts each round but the first.
      if (d > 0 && x === (down ? fromX : fromX + 1) && y === (down ? fromY + 1 : fromY)) break;
      x--;
      y--;
      pairs.push([x, y]);
    }
    x = fromX;
    y = fromY;
  }
  return pairs.reverse();
}
