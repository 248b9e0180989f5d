import { asciiText, decodeBase64 } from '../../secrets/base64.js';
import { encodedRuns } from '../../secrets/encoded-runs.js';

/** A text as somebody reads it who looks through a disguise, with the way back to the offsets of what is written. */
export interface Reading {
  readonly text: string;
  /** Offset in the written text of the character at an offset of the reading. */
  readonly at: (offset: number) => number;
}

const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/;

/** Letters of other alphabets that look like Latin ones. */
const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'аa еe оo рp сc уy хx іi јj ѕs ԁd һh ԛq ԝw ɡg ӏl мm тt кk нh вb гr пn ' +
    'АA ВB ЕE КK МM НH ОO РP СC ТT ХX ІI ЈJ ЅS УY αa εe ιi κk νv οo ρp τt υu χx γy ηn ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ɑa ıi ⅼl ⅰi'
  )
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
);

/** Digits and signs that stand for letters. */
const leet: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Replaces, drops or keeps characters one by one. */
function reading(text: string, replace: (character: string, at: number) => string): Reading {
  const offsets: number[] = [];
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const high = text.charCodeAt(i) >= 0xd800 && text.charCodeAt(i) <= 0xdbff;
    const character = high ? text.slice(i, i + 2) : text.charAt(i);
    const put = replace(character, i);
    for (let k = 0; k < put.length; k++) offsets.push(i);
    out += put;
    i += character.length - 1;
  }
  return { text: out, at: (offset) => offsets[offset] ?? text.length };
}

/** Spans of the words that a test accepts. */
function marked(text: string, words: RegExp, accepts: (word: string) => boolean): Uint8Array | undefined {
  let found: Uint8Array | undefined;
  for (const match of text.matchAll(words)) {
    if (!accepts(match[0])) continue;
    found ??= new Uint8Array(text.length);
    found.fill(1, match.index, match.index + match[0].length);
  }
  return found;
}

const withoutInvisible = (text: string): Reading | undefined =>
  invisible.test(text) ? reading(text, (c) => (invisible.test(c) ? '' : c)) : undefined;

const foreign = /[\u0370-\u052f\u0251\u0261\u0131\u2170-\u217f]/;

/** Words with letters of two alphabets, wide letters, and letters of formulas. */
function withoutLookalikes(text: string): Reading | undefined {
  const mixed = foreign.test(text)
    ? marked(
        text,
        /[A-Za-z\u0370-\u052f\u0251\u0261\u0131\u2170-\u217f]{2,60}/g,
        (word) => /[A-Za-z]/.test(word) && foreign.test(word),
      )
    : undefined;
  const styled = /[\uff21-\uff5a]|\ud835[\udc00-\udfff]/.test(text);
  if (mixed === undefined && !styled) return undefined;
  return reading(text, (c, at) => {
    if (mixed?.[at] === 1) return lookalikes[c] ?? c;
    return /[\uff01-\uff5e]|\ud835[\udc00-\udfff]/.test(c) ? c.normalize('NFKC') : c;
  });
}

/** "1gn0r3 4ll pr3v10us": several words of letters and digits in a row. */
function withoutDigits(text: string): Reading | undefined {
  // Two such words beside each other are rare, and cheap to look for.
  if (!/[a-z][0134578@$][a-z]\S{0,30} \S{0,30}[0134578@$][a-z]/i.test(text)) return undefined;
  const words = /[A-Za-z0134578@$!]{3,30}(?: [A-Za-z0134578@$!]{2,30}){2,20}/g;
  const found = marked(
    text,
    words,
    (run) =>
      run.split(' ').filter((word) => /[A-Za-z][0134578@$][A-Za-z]|^[0134578@$][A-Za-z]{2}/.test(word))
        .length >= 2,
  );
  return found === undefined ? undefined : reading(text, (c, at) => (found[at] === 1 ? (leet[c] ?? c) : c));
}

/** "i g n o r e   a l l": single letters with the same sign between them; two signs part words. */
function withoutGaps(text: string): Reading | undefined {
  const found = marked(text, /\b[A-Za-z](?:[ .\-_*]{1,3}[A-Za-z]){9,200}\b/g, () => true);
  if (found === undefined) return undefined;
  return reading(text, (c, at) => {
    if (found[at] !== 1 || /[A-Za-z]/.test(c)) return c;
    const first = /[A-Za-z]/.test(text.charAt(at - 1));
    return first && !/[A-Za-z]/.test(text.charAt(at + 1)) ? ' ' : '';
  });
}

/** The other ways to read a text, where there are any. */
export const disguisedReadings = (text: string): readonly Reading[] =>
  [withoutInvisible, withoutLookalikes, withoutDigits, withoutGaps].flatMap((read) => read(text) ?? []);

export interface EncodedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Sentences in base64: stretches of it that hold plain text. Few are decoded, whatever the text holds. */
export function encodedSentences(text: string): readonly EncodedText[] {
  const found: EncodedText[] = [];
  let tried = 0;
  for (const { start, end } of encodedRuns(text)) {
    if (tried++ >= 50) break;
    const bytes = decodeBase64(text.slice(start, end));
    const decoded = bytes === undefined ? undefined : asciiText(bytes);
    if (decoded === undefined || !/[a-z]{2,} [a-z]{2,}/i.test(decoded)) continue;
    found.push({ text: decoded, start, end });
  }
  return found;
}
