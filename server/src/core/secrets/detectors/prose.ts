import type { TextRange } from '../../text/range.js';
import { entropy } from '../entropy.js';
import { isWordy } from '../rarity.js';
import { isPlaceholder, sampleSign } from '../sample.js';
import { isStockPassword } from '../stock-values.js';
import { type Candidate, type Detector, type SecretKind, specificity } from './detector.js';
import { type ProseLanguage, predicates, proseLanguages, secrecy } from './prose-words.js';

const passwordKind: SecretKind = { id: 'prose-password', provider: '', noun: 'password' };
const keyKind: SecretKind = { id: 'prose-key', provider: '', noun: 'key' };

/** How far a noun and its value may be apart, and how far around the noun a request for secrecy is looked for, in UTF-16 units. */
const reach = 120;
const surroundings = 240;

const quoted =
  /[*_]{0,2}(?:"([^"\n]{2,80})"|'([^'\n]{2,80})'|`([^`\n]{2,80})`|“([^”\n]{2,80})”|„([^“”\n]{2,80})[“”]|«\s?([^»\n]{2,80}?)\s?»|「([^」\n]{1,60})」|『([^』\n]{1,60})』|\*\*([^*\n]{2,60})\*\*)/dy;
const bare = /[^\s"'`<>{}()[\]|,;。、，；！]{2,80}/y;
/** "admin / Passw0rd". */
const pair = /[\w.@+-]{2,40} ?[/:] ?[^\s"'`<>{}()[\]|,;/:]{4,60}/y;
const clauseEnd = /^[*_]{0,2}(?:[.,;!?)\n]|\s*$|\s+(?:and|but|or|und|et|y|e|en|i|и)\s)/;
/** Told first, as the whole sentence is costly to look for. */
const verbBefore = /\s(?:is|was|ist|est|es|è|é|jest|to|это)\s[^.!?\n]{0,40}$/;
const before =
  /(?:"([^"\n]{4,60})"|'([^'\n]{4,60})'|`([^`\n]{4,60})`|“([^”\n]{4,60})”|([^\s"'`<>{}()[\],;:]{6,40}))\s+(?:is|was|ist|est|es|è|é|jest|to|это)\s+(?:\p{L}{1,12}\s+){0,3}$/du;

/** Recognises secrets that a prompt tells in a sentence: "the admin password is ...", "Passcode: 4711", "use the API key ...". */
export const proseDetectors = (): readonly Detector[] =>
  proseLanguages.flatMap((language) => {
    const connection = connectionOf(language);
    return [
      {
        scope: 'prompts',
        keywords: language.passwords,
        detect: detectWith(passwordKind, connection, passwordConfidence),
      },
      { scope: 'prompts', keywords: language.keys, detect: detectWith(keyKind, connection, keyConfidence) },
    ];
  });

/**
 * What stands between a noun and its value: "for the admin panel", "zum Tresor" (up to six words of one line without punctuation), then a verb or
 * a sign. Languages without spaces have particles instead.
 */
function connectionOf({ verbs }: ProseLanguage): RegExp {
  const spaced = verbs.filter((verb) => !/[\u3040-\uffff]/.test(verb));
  const particles = verbs.filter((verb) => /[\u3040-\uffff]/.test(verb));
  const links = [
    ...(spaced.length > 0 ? [`[ \\t]+(?:${spaced.join('|')})(?![\\p{L}\\p{N}_])[ \\t]{0,2}[:：]?`] : []),
    '[ \\t]{0,3}(?:[:：=]|=>|->|→|–|—)',
  ];
  const qualifier = '(?:[ \\t]+[^\\s.,;:!?=<>{}|"\'`]{1,24}){0,6}?';
  const particle = particles.length > 0 ? `|[ \\t]{0,2}(?:${particles.join('|')})[:：]?` : '';
  return new RegExp(`["'\`*_)\\]]{0,3}(?:${qualifier}(?:${links.join('|')})${particle})\\s{0,3}`, 'yiu');
}

/** How a value is written, which decides what it may be. */
interface Mention {
  readonly noun: string;
  readonly value: string;
  readonly range: TextRange;
  readonly quoted: boolean;
  /** The sentence or clause ends with the value. */
  readonly final: boolean;
  /** The text around asks for secrecy. */
  readonly guarded: boolean;
}

type Judge = (mention: Mention) => Candidate['confidence'] | undefined;

function detectWith(kind: SecretKind, connection: RegExp, judge: Judge): Detector['detect'] {
  return (text, start, end, report) => {
    if (isInsideWord(text, start, end)) return;
    const value = valueAfter(text, end, connection) ?? valueBefore(text, start);
    if (value === undefined) return;
    const around = text.slice(Math.max(0, start - surroundings), end + surroundings);
    const mention = { ...value, noun: text.slice(start, end).toLowerCase(), guarded: secrecy.test(around) };
    const confidence =
      isPlaceholder(mention.value) || isReference(mention.value) ? undefined : judge(mention);
    if (confidence === undefined) return;
    report({
      kind,
      specificity: specificity.prose,
      range: mention.range,
      value: mention.value,
      confidence,
      sample:
        isStockPassword(mention.value) ||
        (kind === keyKind && /\d/.test(mention.value) && sampleSign(mention.value) !== 'none'),
    });
  };
}

/** Part of a longer word of an alphabetic script; "passwords" and "password_hash" are other words, too. */
const isInsideWord = (text: string, start: number, end: number): boolean =>
  (/[\p{L}\p{N}_.-]$/u.test(text.slice(Math.max(0, start - 1), start)) &&
    !/^[\u3040-\uffff]/.test(text.slice(start))) ||
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{N}_-]/u.test(text.slice(end, end + 1));

function valueAfter(
  text: string,
  end: number,
  connection: RegExp,
): Omit<Mention, 'noun' | 'guarded'> | undefined {
  connection.lastIndex = end;
  const linked = connection.test(text);
  const from = connection.lastIndex;
  const blanks = /^\s{1,2}/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  const adjacent = blanks === 0 ? undefined : bareValue(text, end + blanks);
  if (adjacent !== undefined && isUnmistakable(adjacent.value)) {
    return { ...adjacent, quoted: false, final: false };
  }
  if (!linked || from - end > reach) return undefined;
  quoted.lastIndex = from;
  const span = quoted
    .exec(text)
    ?.indices?.slice(1)
    .find((group) => group !== undefined);
  if (span !== undefined) {
    const [start, stop] = span;
    return { value: text.slice(start, stop), range: { start, end: stop }, quoted: true, final: true };
  }
  const found = bareValue(text, from);
  return (
    found && {
      ...found,
      quoted: false,
      final: clauseEnd.test(text.slice(found.range.end, found.range.end + 8)),
    }
  );
}

/** Needs no verb to be a value: "use API key 4f9d...". */
const isUnmistakable = (value: string): boolean =>
  /^[!-~]{10,}$/.test(value) && /\d/.test(value) && !isWordy(value);

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
  return { value, range: { start, end: start + value.length } };
}

/** "'...' is the admin password". */
function valueBefore(text: string, start: number): Omit<Mention, 'noun' | 'guarded'> | undefined {
  const offset = Math.max(0, start - reach);
  const preceding = text.slice(offset, start);
  const match = verbBefore.test(preceding) ? before.exec(preceding) : null;
  const index = match?.slice(1).findIndex((group) => group !== undefined) ?? -1;
  const span = match?.indices?.[index + 1];
  if (span === undefined) return undefined;
  const range = { start: offset + span[0], end: offset + span[1] };
  const value = text.slice(range.start, range.end);
  if (index === 4 && !/[\p{L}].*\d|\d.*[\p{L}]/u.test(value)) return undefined;
  return { value, range, quoted: index < 4, final: true };
}

/** A placeholder of a template or a mention of another thing. */
const isReference = (value: string): boolean =>
  /^[$%@{<[(#]|[{}<>]|^https?:|^\.{2,}|^_+$|^\*+$|\(\)|^(?:process|os|env|self|this|config|settings)\./.test(
    value,
  );

const isPredicate = (value: string): boolean => {
  const word = value.toLowerCase();
  return (
    predicates.has(word) ||
    /(?:ed|ing|able|ible|ful|less|ous|ly|tion|ity|ment|ness|iert|lich|bar|ée?|ado|ada|ido|ida|ato|ata|uto|uta)$/.test(
      word,
    )
  );
};

const passwordConfidence: Judge = ({ noun, value, quoted: isQuoted, final, guarded }) => {
  if (/^\d[\d#*-]*$/.test(value)) return value.length >= 4 && value.length <= 12 ? 'medium' : undefined;
  if (isQuoted) {
    if (
      !/[\p{L}\p{N}]/u.test(value) ||
      isPredicate(value) ||
      value.split(/\s+/).length > 8 ||
      /[.!?:]$/.test(value)
    )
      return undefined;
    return guarded || hasMarks(value) ? 'high' : 'medium';
  }
  if (value.length < 4 || isPredicate(value) || /^[\w-]+\s*\($/.test(value)) return undefined;
  if (hasMarks(value)) return /^\w+[/-]\w+$/.test(value) && isWordy(value) ? undefined : 'high';
  // An ordinary word: it must end its clause, and something must say that it is the value.
  if (!final || !/^\p{L}+$/u.test(value) || noun === 'passkey') return undefined;
  if (/^\p{Lu}{4,}$/u.test(value)) return guarded ? 'high' : 'medium';
  return guarded ? 'medium' : 'low';
};

const keyConfidence: Judge = ({ noun, value, quoted: isQuoted, final, guarded }) => {
  if (noun === 'pin') return /^\d{4,8}$/.test(value) ? 'medium' : undefined;
  if (/secret$/.test(noun) && /^\p{Lu}{4,}$/u.test(value) && (final || isQuoted) && guarded) return 'medium';
  if (/^(?:credential|login|zugang|identif|creden|inlog)/.test(noun))
    return isCredentialPair(value) ? 'medium' : undefined;
  if (value.length < 10 || !/\d/.test(value) || /\s/.test(value) || isWordy(value)) return undefined;
  if (/^\d+$/.test(value) || /^v?\d+(?:\.\d+)+|^\d{4}-\d\d/.test(value)) return undefined;
  return entropy(value) >= 2.8 ? 'medium' : undefined;
};

/** Digits, marks or capitals inside, as in chosen passwords and not in words. */
const hasMarks = (value: string): boolean =>
  /\p{L}/u.test(value) && /\d|[!@#$%^&+?~]|\p{Ll}\p{Lu}|[\p{L}\d][*_][\p{L}\d]/u.test(value);

/** "admin/Passw0rd", "admin:4f9d2a". */
const isCredentialPair = (value: string): boolean => {
  const [, user, password = ''] = /^([\w.@+-]{2,40}) ?[/:] ?([^\s/:]{4,60})$/.exec(value) ?? [];
  return user !== undefined && hasMarks(password);
};
