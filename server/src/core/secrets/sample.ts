import { isKnownSample } from './known-samples.js';

/** How much a value looks like one that was never meant to work. */
export type SampleSign = 'none' | 'weak' | 'strong';

/** Words and marks that people put where a reader is to put a value. */
const placeholders = new RegExp(
  [
    'example|placeholder|redacted|dummy|sample|lorem|foobar|deadbeef|cafebabe|fake|todo',
    'your[-_ ]|<your|yourapi|yourkey|yourtoken|yoursecret|yourpassword|my[-_](?:api|secret|key|token|password)',
    '(?:change|replace)[-_ ]?(?:me|it|this|with)|insert[-_ ]|goes[-_ ]?here|not[-_ ]?(?:a[-_ ])?real',
    'x{4}|\\*{3}|\\.{4}|\u2026|\u2022{2}|_{5}|#{4}|<[a-z][^<>]{0,60}>|&lt;|[$#]\\{|\\{\\{|\\$\\(|%\\(|<%',
  ].join('|'),
  'gi',
);
/** As people write words. Letters of random capitals spell a word by chance. */
const writtenWord = /^(?:[^A-Z]*|[^a-z]*|[A-Z][^A-Z]*)$/;

/** Holds a word or mark that stands for a value. */
export const isPlaceholder = (value: string): boolean =>
  value.match(placeholders)?.some((found) => found.length > 6 || writtenWord.test(found)) ?? false;

/** Judges a whole token, its prefix included. */
export function sampleSign(value: string): SampleSign {
  if (isPlaceholder(value) || isMonotonous(value) || isAlphabet(value.toLowerCase()) || isKnownSample(value))
    return 'strong';
  return isSequential(value) || isPeriodic(value) || /test/i.test(value) ? 'weak' : 'none';
}

/** One character makes up half of the value or more, or stands eight times in a row over a good part of it. A and 0 may: they pad binary data. */
function isMonotonous(value: string): boolean {
  const counts = new Map<string, number>();
  let most = 0;
  let run = 0;
  let longest = 0;
  for (let i = 0; i < value.length; i++) {
    const character = value.charAt(i);
    const count = (counts.get(character) ?? 0) + 1;
    counts.set(character, count);
    most = Math.max(most, count);
    run = i > 0 && character === value.charAt(i - 1) ? run + 1 : 1;
    if (character !== 'A' && character !== '0') longest = Math.max(longest, run);
  }
  return (longest >= 8 && longest * 4 >= value.length) || (value.length >= 8 && most / value.length >= 0.5);
}

/** Mostly steps of one up or down: "abcdef", "123456", "9876". */
function isSequential(value: string): boolean {
  let steps = 0;
  for (let i = 1; i < value.length; i++) {
    if (Math.abs(value.charCodeAt(i) - value.charCodeAt(i - 1)) === 1) steps++;
  }
  return value.length >= 8 && steps / (value.length - 1) >= 0.45;
}

/** Holds all the letters from A to Z in order: a set of characters, or typed along the keyboard. */
export const isAlphabet = (value: string): boolean =>
  /abcdefghijklmnopqrstuvwxyz|ABCDEFGHIJKLMNOPQRSTUVWXYZ/.test(value);

/** The second half repeats the first: "1234abcd1234abcd". */
function isPeriodic(value: string): boolean {
  const body = value.slice(-Math.min(value.length, 64));
  for (let period = 1; period <= Math.min(16, body.length / 2); period++) {
    let same = 0;
    for (let i = period; i < body.length; i++) if (body[i] === body[i - period]) same++;
    if (body.length >= 12 && same / (body.length - period) >= 0.85) return true;
  }
  return false;
}
