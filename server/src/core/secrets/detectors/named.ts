import { canStartToken, isWordCode } from '../boundaries.js';
import { entropy, entropyFloor } from '../entropy.js';
import { literalStart, type SecretFormat } from '../formats/format.js';
import { isWordy } from '../rarity.js';
import { sampleSign } from '../sample.js';
import { companionJudge } from './companion.js';
import { type Detector, specificity } from './detector.js';
import { isFileName } from './secret-names.js';

/** How far behind a provider's name its key may stand, in UTF-16 units, and over how many line breaks. */
const reach = 96;
const lineBreaks = 2;

/** Words that say what a value is for. */
const secretWord = /key|token|secret|pass|pwd|auth|cred|bearer|\bpat\b|_pat\b|\bsid\b|api|login|webhook|dsn/i;
/** Directly before a value: it is some other long number. */
const otherPurpose =
  /(?:sha-?\d*|md5|hash|checksum|digest|commit|git-?head|\bref|revision|\brev|etag|integrity|fingerprint|thumbprint|uuid|guid|version|image|public[-_ ]?key|trace[-_]?id|request[-_]?id|session[-_]?id|span[-_]?id|user[-_]?id|user[-_]?agent)\w{0,12}["'`\]]{0,2}\s{0,3}(?:=>|:=|[:=@(,]|is|of)?\s{0,3}["'`]?$/i;
const assignment = /^[\w.\s"'`\])-]{0,24}(?:=>|:=|[=:(,>|]|\bis\b)\s{0,4}["'`]{0,3}(?:Bearer\s)?$/;

/** Recognises values without marks of their own by the provider's name shortly before them. */
export function namedDetector(format: SecretFormat): Detector {
  const pattern = new RegExp(`(?:${format.shape})(?![0-9A-Za-z_+/=-]|\\.[0-9A-Za-z])`, 'y');
  // A name and a mark of its own together ("clerk" and "sk_live_") tell more than the mark alone.
  const hasDigits = /0-9|2-7|\\d/.test(format.shape);
  const marked = literalStart(format.shape).length >= 3;
  const withCompanion = companionJudge(format);
  return {
    scope: 'guarded',
    keywords: format.keywords,
    detect(text, start, end, report) {
      if (!canStartToken(text, start) && startsInsideWord(text, start)) return;
      let breaks = 0;
      const limit = Math.min(text.length, end + reach);
      for (let at = end; at < limit; at++) {
        const code = text.charCodeAt(at);
        if (code === 10 && ++breaks > lineBreaks) return;
        if (!isValueStart(text, at, code)) continue;
        pattern.lastIndex = at;
        if (!pattern.test(text)) continue;
        const to = pattern.lastIndex;
        const value = text.slice(at, to);
        const gap = text.slice(end, at);
        const direct = assignment.test(gap);
        const telling = secretWord.test(text.slice(start, at));
        if (otherPurpose.test(gap) || isFileName(gap)) continue;
        if (!(telling || (hasDigits && (direct || gap.length <= 24)))) continue;
        if (!isRandom(value, format) || (hasDigits && !/\d/.test(value))) continue;
        const sign = sampleSign(value);
        report({
          kind: format,
          specificity: marked ? specificity.marked : specificity.named,
          range: { start: at, end: to },
          value,
          confidence: withCompanion(
            sign !== 'none' || !telling ? 'low' : marked ? 'high' : 'medium',
            text,
            at,
            to,
          ),
          sample: sign === 'strong' || (sign === 'weak' && !telling),
        });
        return;
      }
    },
  };
}

/** "glm" in "gglmapping" is no name; "MISTRAL" in "MY_MISTRAL_KEY" and "myMistralKey" is one. */
function startsInsideWord(text: string, start: number): boolean {
  const before = text.charAt(start - 1);
  const first = text.charAt(start);
  return /[A-Za-z]/.test(before) && !(/[a-z]/.test(before) && /[A-Z]/.test(first));
}

/** Values begin after a quote, a space, an operator or a bracket, not in the middle of a path or a word. */
function isValueStart(text: string, at: number, code: number): boolean {
  const before = text.charCodeAt(at - 1);
  // base64 may begin with any of its characters.
  if (!isWordCode(code) && code !== 36 && !('+/-'.includes(text.charAt(at)) && isOpening(before)))
    return false;
  return (
    !isWordCode(before) &&
    before !== 45 &&
    before !== 46 &&
    before !== 47 &&
    before !== 43 &&
    before !== 64 &&
    before !== 35
  );
}

/** White space, a quote or "=". */
const isOpening = (code: number): boolean =>
  code <= 32 || code === 34 || code === 39 || code === 96 || code === 61;

const isRandom = (value: string, format: SecretFormat): boolean =>
  entropy(value) >= (format.entropy ?? entropyFloor(value.length)) && !isWordy(value);
