import type { Severity } from '../finding.js';
import { range, type TextRange } from '../text/range.js';

/** A run of characters that nobody sees and a model reads. */
export interface HiddenRun {
  readonly range: TextRange;
  readonly severity: Severity;
  /** "tag characters": completes "The text holds 12 …". */
  readonly what: string;
  readonly count: number;
}

/** Code units and points that may hide something: single characters, variation selectors, tags and the second block of selectors. */
const suspect = [
  '[\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb]',
  '[\\ufe00-\\ufe0f]',
  '\\u{e0001}',
  '[\\u{e0020}-\\u{e007f}]',
  '[\\u{e0100}-\\u{e01ef}]',
].join('|');
const candidates = new RegExp(suspect, 'u');
const runs = new RegExp(`(?:${suspect})+`, 'gu');

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const joining =
  /\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Tamil}|\p{Script=Telugu}|\p{Script=Kannada}|\p{Script=Malayalam}|\p{Script=Sinhala}|\p{Script=Gujarati}|\p{Script=Gurmukhi}|\p{Script=Oriya}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Tibetan}|\p{Script=Myanmar}|\p{Script=Khmer}|\p{Script=Mongolian}/u;
const pictographic =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[0-9#*\u2600-\u27bf]|\u20e3/u;
const ideograph = /\p{Script=Han}|[\u1820-\u18aa]/u;

/** The hidden runs of a text. Emoji sequences, scripts that need joiners, right-to-left text and a byte order mark are no hiding. */
export function hiddenRuns(text: string): readonly HiddenRun[] {
  if (!candidates.test(text)) return [];
  const found: HiddenRun[] = [];
  let lone = 0;
  for (const match of text.matchAll(runs)) {
    const judged = judge(match[0], match.index, text);
    if (judged === undefined) continue;
    if (judged.severity === 'info') lone++;
    found.push({ ...judged, range: range(match.index, match.index + match[0].length) });
  }
  // Single zero-width characters come in by copying; many of them spell something.
  return lone < 8
    ? found
    : found.map((run) => (run.severity === 'info' ? { ...run, severity: 'warning' } : run));
}

function judge(run: string, at: number, text: string): Omit<HiddenRun, 'range'> | undefined {
  const characters = [...run];
  const before = characterBefore(text, at);
  const after = String.fromCodePoint(text.codePointAt(at + run.length) ?? 0x20);
  const count = characters.length;
  const tags = characters.filter((c) => isIn(c, 0xe0001, 0xe007f));
  if (tags.length > 0) {
    // Flags of regions: a black flag, a few tags and the cancel tag.
    const flag =
      before === '\u{1f3f4}' && tags.length === count && count <= 8 && characters.at(-1) === '\u{e007f}';
    return flag ? undefined : { severity: 'error', what: 'tag characters', count };
  }
  const selectors = characters.filter((c) => isIn(c, 0xfe00, 0xfe0f) || isIn(c, 0xe0100, 0xe01ef));
  if (selectors.length > 1) return { severity: 'error', what: 'variation selectors in a row', count };
  if (count === 1 && selectors.length === 1) {
    const fits = isIn(run, 0xe0100, 0xe01ef) ? ideograph.test(before) : true;
    return fits ? undefined : { severity: 'warning', what: 'stray variation selector', count };
  }
  if (characters.some((c) => isIn(c, 0xfff9, 0xfffb)))
    return { severity: 'error', what: 'annotation characters', count };
  const bidi = characters.filter((c) => isIn(c, 0x202a, 0x202e) || isIn(c, 0x2066, 0x2069));
  if (bidi.length > 0) {
    return rightToLeft.test(lineAround(text, at))
      ? undefined
      : { severity: 'error', what: 'text direction controls', count };
  }
  if (isLegitimate(characters, before, after, at, text)) return undefined;
  const severity = count >= 4 ? 'error' : 'info';
  return { severity, what: count === 1 ? 'invisible character' : 'invisible characters in a row', count };
}

function isLegitimate(
  run: readonly string[],
  before: string,
  after: string,
  at: number,
  text: string,
): boolean {
  const bare = run.filter((c) => c !== '\ufe0f');
  const [only] = bare;
  if (bare.length === 0) return true;
  if (bare.length > 1) return false;
  if (only === '\ufeff') return at === 0;
  if (only === '\u200d') return pictographic.test(before) || pictographic.test(after) || joining.test(before);
  if (only === '\u200c') return joining.test(before) || joining.test(after);
  // Marks of direction, and the space of Thai, Khmer and the like.
  if (only === '\u200e' || only === '\u200f' || only === '\u061c')
    return rightToLeft.test(lineAround(text, at));
  return only === '\u200b' && joining.test(before);
}

const isIn = (character: string, from: number, to: number): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return code >= from && code <= to;
};

function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  return text.slice(unit >= 0xdc00 && unit <= 0xdfff ? at - 2 : at - 1, at);
}

/** The line around an offset, 500 characters either way at most. */
function lineAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 500), at);
  const after = text.slice(at, at + 500);
  const end = after.indexOf('\n');
  return before.slice(before.lastIndexOf('\n') + 1) + after.slice(0, end < 0 ? undefined : end);
}
