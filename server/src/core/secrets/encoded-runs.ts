import type { TextRange } from '../text/range.js';

/** Shortest run worth decoding: 24 characters of base64 hold 18 bytes, and no known token is shorter. */
const shortest = 24;
const longest = 64 * 1024;

/** Encoded text is often broken into lines of 57, 64 or 76 characters; a shorter line is the last. */
const wrapped = 56;

/** The characters of base64, base64url and hexadecimal. */
const isEncodedCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 43 ||
  code === 45 ||
  code === 47 ||
  code === 95;

/**
 * Runs of characters of base64 or hexadecimal, with padding, that may hold encoded text: not a word, name or path. They may be wrapped. Looks at every 24th character
 * only where there are none, since a run must cover one of them.
 */
export function encodedRuns(text: string): readonly TextRange[] {
  const runs: TextRange[] = [];
  let boundary = 0;
  while (boundary + shortest <= text.length) {
    let at = boundary + shortest - 1;
    while (at >= boundary && isEncodedCode(text.charCodeAt(at))) at--;
    if (at >= boundary) {
      boundary = at + 1;
      continue;
    }
    let end = endOfRun(text, boundary + shortest);
    for (let line = end - boundary; line >= wrapped; ) {
      const next = nextLine(text, end);
      line = next < 0 ? 0 : endOfRun(text, next) - next;
      if (line > 0) end = next + line;
    }
    const run = { start: boundary, end };
    while (run.end < text.length && run.end - end < 2 && text.charCodeAt(run.end) === 61) run.end++;
    if (end - boundary <= longest && isMixed(text.slice(boundary, Math.min(end, boundary + 64))))
      runs.push(run);
    boundary = run.end;
  }
  return runs;
}

function endOfRun(text: string, from: number): number {
  let end = from;
  while (end < text.length && isEncodedCode(text.charCodeAt(end))) end++;
  return end;
}

/** Start of the encoded text in the next line, when nothing but white space lies between; -1 otherwise. */
function nextLine(text: string, at: number): number {
  const space = /^\r?\n[ \t]{0,24}/.exec(text.slice(at, at + 27))?.[0];
  return space !== undefined && isEncodedCode(text.charCodeAt(at + space.length)) ? at + space.length : -1;
}

/** Encoded text has capitals, small letters and digits (base64), or digits and letters up to f (hexadecimal). */
const isMixed = (start: string): boolean =>
  /\d/.test(start) && ((/[a-z]/.test(start) && /[A-Z]/.test(start)) || /^[0-9a-fA-F]+$/.test(start));
