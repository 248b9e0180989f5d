/*
 * While somebody types, a bracket or a string is open for a moment, and a parser takes the functions below it for what it holds. No
 * expression can hold a definition, so that one at the start of a line tells where the open line should have ended.
 */

/** What cannot stand within brackets. */
const definition =
  /[ \t]*(?:(?:async[ \t]+)?def[ \t]+\w+[ \t]*[([]|class[ \t]+\w+[ \t]*[(:[]|@[A-Za-z_][\w.]*[ \t]*(?:\(|$))/my;
const openers = '([{';
const closers = ')]}';

/**
 * The text with the lines blanked that leave a bracket or a string of one line open in front of a definition: all offsets stay. `undefined`
 * when there are none.
 */
export function withoutOpenLines(text: string): string | undefined {
  const blanks: { readonly start: number; readonly end: number }[] = [];
  /** Offsets of the brackets that are open. */
  let open: number[] = [];
  for (let at = 0; at < text.length; ) {
    if (at === 0 || text.charAt(at - 1) === '\n') {
      definition.lastIndex = at;
      const [first] = open;
      if (first !== undefined && definition.test(text)) {
        blanks.push({ start: statementStart(text, first), end: at });
        open = [];
      }
    }
    const character = text.charAt(at);
    if (character === '#') at = lineEnd(text, at);
    else if (character === '"' || character === "'") {
      const end = stringEnd(text, at, character);
      // What was begun on this line is not finished on it.
      if (end === undefined)
        blanks.push({ start: statementStart(text, open[0] ?? at), end: lineEnd(text, at) });
      if (end === undefined) open = [];
      at = end ?? lineEnd(text, at);
    } else {
      if (openers.includes(character)) open.push(at);
      else if (closers.includes(character)) open.pop();
      at++;
    }
  }
  const [first] = open;
  if (first !== undefined) blanks.push({ start: statementStart(text, first), end: text.length });
  return blanks.length === 0 ? undefined : blanked(text, blanks);
}

/** Where the first word of the line stands. */
function statementStart(text: string, offset: number): number {
  let at = text.lastIndexOf('\n', offset) + 1;
  while (at < offset && /[ \t]/.test(text.charAt(at))) at++;
  return at;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/** Offset behind a string; `undefined` when its line ends first. A string of several lines that never ends holds the rest of the text. */
function stringEnd(text: string, start: number, quote: string): number | undefined {
  const triple = quote.repeat(3);
  const isLong = text.startsWith(triple, start);
  for (let at = start + (isLong ? 3 : 1); at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (isLong) {
      if (text.startsWith(triple, at)) return at + 3;
    } else if (character === quote) return at + 1;
    else if (character === '\n') return undefined;
  }
  return isLong ? text.length : undefined;
}

/** Blanks, and a statement that does nothing where a block would be left without one. */
function blanked(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let result = '';
  let last = 0;
  for (const { start, end } of spans) {
    if (start < last) continue;
    const blank = text.slice(start, end).replace(/[^\r\n]/g, ' ');
    result += text.slice(last, start) + (/^ {4}/.test(blank) ? `pass${blank.slice(4)}` : blank);
    last = end;
  }
  return result + text.slice(last);
}
