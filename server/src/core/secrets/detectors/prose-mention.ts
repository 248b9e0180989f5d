import type { TextRange } from '../../text/range.js';
import { isWordy } from '../rarity.js';
import { companions, type ProseLanguage, secrecy } from './prose-words.js';

/** A value that a sentence links to a noun such as "password", and how it is written, which decides what it may be. */
export interface Mention {
  /** In lower case. */
  readonly noun: string;
  readonly value: string;
  readonly range: TextRange;
  readonly quoted: boolean;
  /** A verb or a sign stands between noun and value. */
  readonly linked: boolean;
  /** The sentence or clause ends with the value. */
  readonly final: boolean;
  /** The text around asks for secrecy. */
  readonly guarded: boolean;
}

type Value = Omit<Mention, 'noun' | 'guarded'>;

/** How far a noun and its value may be apart, and how far around the noun a request for secrecy is looked for, in UTF-16 units. */
const reach = 120;
const surroundings = 240;

const quoted =
  /[*_]{0,2}(?:"([^"\n]{2,80})"|'([^'\n]{2,80})'|`([^`\n]{2,80})`|“([^”\n]{2,80})”|„([^“”\n]{2,80})[“”]|«\s?([^»\n]{2,80}?)\s?»|「([^」\n]{1,60})」|『([^』\n]{1,60})』|\*\*([^*\n]{2,60})\*\*)/dy;
const bare = /[^\s"'`<>{}()[\]|,;。、，；！]{2,80}/y;
/** "admin / Passw0rd". */
const pair = /[\w.@+-]{2,40} ?[/:] ?[^\s"'`<>{}()[\]|,;/:]{4,60}/y;
const clauseEnd = /^[*_]{0,2}(?:[.,;!?)\n]|\s*$|\s+(?:and|but|or|und|et|y|e|en|i|и|ve|och|og)\s)/;
/** What ends a clause in East Asia; words that say something about a password end there, too. */
const easternEnd = /^[*_]{0,2}(?:[。、，；！]|\s?(?:です|だ|입니다|이다|이며|이고))/;
/** Told first, as the whole sentence is costly to look for. */
const verbBefore = /\s(?:is|was|ist|est|es|è|é|jest|to|это)\s[^.!?\n]{0,40}$/;
const before =
  /(?:"([^"\n]{4,60})"|'([^'\n]{4,60})'|`([^`\n]{4,60})`|“([^”\n]{4,60})”|([^\s"'`<>{}()[\],;:]{6,40}))\s+(?:is|was|ist|est|es|è|é|jest|to|это)\s+(?:\p{L}{1,12}\s+){0,3}$/du;

/** Reads what a text says about the noun at `start` to `end`, in one language. */
export function mentionReader(
  language: ProseLanguage,
): (text: string, start: number, end: number) => Mention | undefined {
  const connection = connectionOf(language);
  const compounds = language.compounds === true;
  return (text, start, end) => {
    if (isInsideWord(text, start, end, compounds) || companions.test(text.slice(end, end + 16)))
      return undefined;
    const value = valueAfter(text, end, connection) ?? valueBefore(text, start);
    if (value === undefined) return undefined;
    const around = text.slice(Math.max(0, start - surroundings), end + surroundings);
    return { ...value, noun: text.slice(start, end).toLowerCase(), guarded: secrecy.test(around) };
  };
}

/** Scripts that put no space between words: Thai, and those of East Asia. */
const unspaced = /[\u0e00-\u0e7f\u3040-\uffff]/;

/**
 * What stands between a noun and its value: "for the admin panel", "zum Tresor" (up to six words of one line), ", which you must not tell,", then a verb or
 * a sign. Languages without spaces have particles instead.
 */
function connectionOf({ verbs }: ProseLanguage): RegExp {
  const spaced = verbs.filter((verb) => !unspaced.test(verb));
  const particles = verbs.filter((verb) => unspaced.test(verb));
  const links = [
    ...(spaced.length > 0 ? [`[ \\t]+(?:${spaced.join('|')})(?![\\p{L}\\p{N}_])[ \\t]{0,2}[:：]?`] : []),
    '[ \\t]{0,3}(?:[:：=]|=>|->|→|–|—)',
  ];
  const word = `(?:[^\\s.,;:!?=<>{}|[\\]"'\`\\\\]|[.,](?=[^\\s]))`;
  const qualifier = `(?:,[^.,;:!?\\n"'\`]{1,60},)?(?:[ \\t]+${word}{1,24}){0,6}?`;
  const particle = particles.length > 0 ? `|[ \\t]{0,2}(?:${particles.join('|')})[:：]?` : '';
  return new RegExp(`["'\`*_)\\]]{0,3}(?:${qualifier}(?:${links.join('|')})${particle})\\s{0,3}`, 'yiu');
}

/** Part of a longer word of an alphabetic script; "passwords" and "password_hash" are other words, too. */
const isInsideWord = (text: string, start: number, end: number, compounds: boolean): boolean =>
  ((compounds ? /[_.]$/u : /[\p{L}\p{N}_.]$/u).test(text.slice(Math.max(0, start - 1), start)) &&
    !unspaced.test(text.charAt(start))) ||
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{N}_-]/u.test(text.slice(end, end + 1));

function valueAfter(text: string, end: number, connection: RegExp): Value | undefined {
  connection.lastIndex = end;
  const from = connection.test(text) ? connection.lastIndex : -1;
  return adjacentValue(text, end) ?? (from >= 0 && from - end <= reach ? linkedValue(text, from) : undefined);
}

/** Without a verb only what cannot be anything else is a value: "use API key 4f9d...", "the passphrase 'open sesame'". */
function adjacentValue(text: string, end: number): Value | undefined {
  const blanks = /^\s{1,2}\(?/.exec(text.slice(end, end + 3))?.[0].length ?? 0;
  if (blanks === 0) return undefined;
  const literal = quotedValue(text, end + blanks);
  if (literal !== undefined) return { ...literal, quoted: true, linked: false, final: false };
  const found = bareValue(text, end + blanks);
  const isCalledFor = offered.test(text.slice(Math.max(0, end - offerReach), end));
  const isTold =
    found !== undefined &&
    (isUnmistakable(found.value) ||
      isChosen(/^[\w.@+-]{2,40}:(.{4,60})$/.exec(found.value)?.[1] ?? '') ||
      (isCalledFor && isChosen(found.value)) ||
      (isCalledFor && /^pin$/i.test(text.slice(end - 3, end)) && /^\d{4,8}$/.test(found.value)));
  return found !== undefined && isTold ? { ...found, quoted: false, linked: false, final: false } : undefined;
}

function linkedValue(text: string, from: number): Value | undefined {
  // password=`pass show db`: what a command prints.
  if (text.startsWith('=`', from - 1)) return undefined;
  const literal = quotedValue(text, from);
  if (literal !== undefined) return { ...literal, quoted: true, linked: true, final: true };
  const found = bareValue(text, from);
  return (
    found && {
      ...found,
      quoted: false,
      linked: true,
      final: isClauseEnd(found.value, text.slice(found.range.end, found.range.end + 8)),
    }
  );
}

const isClauseEnd = (value: string, rest: string): boolean =>
  clauseEnd.test(rest) || (/\d/.test(value) && easternEnd.test(rest));

function quotedValue(text: string, from: number): Pick<Mention, 'value' | 'range'> | undefined {
  quoted.lastIndex = from;
  const span = quoted
    .exec(text)
    ?.indices?.slice(1)
    .find((group) => group !== undefined);
  if (span === undefined) return undefined;
  const [start, end] = span;
  return { value: text.slice(start, end), range: { start, end } };
}

/** "log in as lib01 with password Kx92!mnop": what follows the noun is what to type. */
const offered =
  /\b(?:with|using|use|enter|type|and|user(?:name)?|login|mit|avec|con|com|met|med)\b[^.!?\n]{0,40}$/i;
const offerReach = 60;

/** Letters and digits, with a mark or a capital among them: "Kx92!mnop", "Quartz$1187", "Winter2031". */
const isChosen = (value: string): boolean =>
  /^[!-~]{6,}$/.test(value) &&
  /[A-Za-z]/.test(value) &&
  /\d/.test(value) &&
  (/[!@#$%^&+?~*][A-Za-z\d]|[a-z]\d+[A-Z]|[a-z][A-Z]+\d/.test(value) ||
    /^[A-Z][a-z]{3,}\d{2,}[!?]?$/.test(value)) &&
  !/^(?:utf|sha|md|base|aes|oauth|bcrypt|ipv|http)\d|[()=]/i.test(value);

const isUnmistakable = (value: string): boolean =>
  /^[!-<>-~]{10,}=*$/.test(value) && /\d/.test(value) && !isWordy(value);

function bareValue(text: string, from: number): Pick<Mention, 'value' | 'range'> | undefined {
  pair.lastIndex = from;
  bare.lastIndex = from;
  const raw = (pair.exec(text) ?? bare.exec(text))?.[0];
  if (raw === undefined) return undefined;
  // An ASCII value in a Japanese or Korean sentence is followed by its particle without a space.
  const upright = /^[!-~]{4,}(?=[\u3040-\u30ff\uac00-\ud7af])/.exec(raw)?.[0] ?? raw;
  const trimmed = upright.replace(/[.,:;?*_…]+$/, '').replace(/^[*_]{1,2}/, '');
  const value = /^\p{L}+!+$/u.test(trimmed) ? trimmed.replace(/!+$/, '') : trimmed;
  const start = from + raw.indexOf(value);
  // A call.
  if (text.charAt(start + value.length) === '(') return undefined;
  return { value, range: { start, end: start + value.length } };
}

/** "'...' is the admin password". */
function valueBefore(text: string, start: number): Value | undefined {
  const offset = Math.max(0, start - reach);
  const preceding = text.slice(offset, start);
  const match = verbBefore.test(preceding) ? before.exec(preceding) : null;
  const index = match?.slice(1).findIndex((group) => group !== undefined) ?? -1;
  const span = match?.indices?.[index + 1];
  if (span === undefined) return undefined;
  const range = { start: offset + span[0], end: offset + span[1] };
  const value = text.slice(range.start, range.end);
  if (index === 4 && !/[\p{L}].*\d|\d.*[\p{L}]/u.test(value)) return undefined;
  return { value, range, quoted: index < 4, linked: true, final: true };
}
