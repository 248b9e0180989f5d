import type { Confidence } from '../finding.js';
import { range, type TextRange } from '../text/range.js';
import { arabic } from './directives/arabic.js';
import { chinese } from './directives/chinese.js';
import { disguisedReadings, encodedSentences } from './directives/disguise.js';
import { english } from './directives/english.js';
import { french } from './directives/french.js';
import { german } from './directives/german.js';
import { hindi } from './directives/hindi.js';
import { italian } from './directives/italian.js';
import { japanese } from './directives/japanese.js';
import { korean } from './directives/korean.js';
import type { DirectiveKind, Language } from './directives/language.js';
import { portuguese } from './directives/portuguese.js';
import { russian } from './directives/russian.js';
import { spanish } from './directives/spanish.js';
import { turkish } from './directives/turkish.js';

/** A sentence that turns an agent against the person it works for. */
export interface Directive {
  readonly kind: DirectiveKind;
  readonly range: TextRange;
  readonly confidence: Confidence;
  /** Completes "These instructions ": "tell the agent to hide things from the user". */
  readonly does: string;
}

const others: readonly Language[] = [
  chinese,
  japanese,
  korean,
  spanish,
  portuguese,
  french,
  german,
  italian,
  russian,
  turkish,
  arabic,
  hindi,
];

/** One look tells for most texts that they are English throughout. */
const anyOther = new RegExp(others.map(({ cue }) => cue.source).join('|'), 'i');

const languagesOf = (text: string): readonly Language[] =>
  anyOther.test(text) ? [english, ...others.filter(({ cue }) => cue.test(text))] : [english];

const meanings: Readonly<Record<DirectiveKind, string>> = {
  conceal: 'tell the agent to hide something from the user',
  override: 'tell the agent to drop the instructions it was given',
  send: 'tell the agent to send private data away',
  'read-secrets': 'tell the agent to collect credentials',
  unattended: 'tell the agent to run anything without asking',
  backdoor: 'tell the agent to put hidden code into what it writes',
  decode: 'tell the agent to follow text that is hidden in an encoding',
};

/** Directives in a text, also in disguise; those that stand in quotes, code or a warning about them are left out. */
export function directivesIn(text: string, start = 0, end = text.length): readonly Directive[] {
  const part = text.slice(start, end);
  const plain = sentencesIn(text, start, end);
  const disguised = disguisedReadings(part).flatMap((reading) =>
    sentencesIn(reading.text).map((found): Directive => {
      const span = range(start + reading.at(found.range.start), start + reading.at(found.range.end - 1) + 1);
      return {
        ...found,
        range: span,
        confidence: 'high',
        does: `${found.does}, in letters that are disguised`,
      };
    }),
  );
  const encoded = encodedSentences(part).flatMap((hidden): readonly Directive[] => {
    const [found] = sentencesIn(hidden.text);
    const span = range(start + hidden.start, start + hidden.end);
    return found === undefined
      ? []
      : [{ ...found, range: span, confidence: 'high', does: `${found.does}, hidden in an encoding` }];
  });
  const all = [...plain];
  for (const directive of [...disguised, ...encoded])
    if (!all.some((known) => overlap(known.range, directive.range))) all.push(directive);
  return all.sort((a, b) => a.range.start - b.range.start);
}

const overlap = (a: TextRange, b: TextRange): boolean => a.start < b.end && b.start < a.end;

function sentencesIn(text: string, start = 0, end = text.length): readonly Directive[] {
  const part = text.slice(start, end);
  const found: Directive[] = [];
  for (const language of languagesOf(part)) {
    const { rarer } = language;
    const further = rarer?.cue.test(part) === true ? rarer.patterns : [];
    for (const [kind, match] of [...language.patterns, ...further]) {
      for (const hit of part.matchAll(match)) {
        const span = range(start + hit.index, start + hit.index + hit[0].trimEnd().length);
        if (found.some((known) => overlap(known.range, span))) continue;
        if (isQuoted(text, span, language) || (kind !== 'conceal' && isTurned(text, span, language)))
          continue;
        const confidence = kind === 'send' || kind === 'conceal' || kind === 'decode' ? 'high' : 'medium';
        found.push({ kind, range: span, does: meanings[kind], confidence });
      }
    }
  }
  return found;
}

/** "Never send …", "… してはいけません", "Sende … niemals an …". */
function isTurned(
  text: string,
  { start, end }: TextRange,
  { negatedBefore, negatedWithin, negatedAfter }: Language,
): boolean {
  return (
    negatedBefore.test(text.slice(Math.max(0, start - 60), start)) ||
    negatedWithin?.test(text.slice(start, end)) === true ||
    negatedAfter?.test(text.slice(end, end + 60)) === true
  );
}

function isQuoted(text: string, { start, end }: TextRange, language: Language): boolean {
  const head = text.slice(Math.max(0, start - 700), start);
  const tail = text.slice(end, end + 400);
  const lineStart = head.lastIndexOf('\n') + 1;
  const lineEnd = tail.indexOf('\n');
  const before = head.slice(Math.max(lineStart, head.length - 400));
  // An address is no word: "example.net" does not make a sentence an example.
  const line = withoutUrls(
    before + text.slice(start, end) + tail.slice(0, lineEnd < 0 ? undefined : lineEnd),
  );
  const opened =
    (before.match(/["“”`«»「」『』]/g) ?? []).length % 2 === 1 || /["“„`'‘«「『*|]\s*$/.test(before);
  const above = head.slice(Math.max(0, lineStart - 300), lineStart);
  const quotes = (part: string): boolean => language.quoting.test(part) || english.quoting.test(part);
  const introduced = /[:：]\s*$/.test(above.trimEnd()) && quotes(above);
  return opened || quotes(line) || /^\s*\|/.test(line) || introduced;
}

const withoutUrls = (text: string): string => text.replace(/https?:\/\/\S+|[\w.+-]{1,60}@[\w.-]{1,60}/g, '');
