import type { Confidence } from '../../finding.js';
import { canStartToken, isHashAt, isWordCode, tokenEnd, tokenStart } from '../boundaries.js';
import { checks } from '../checks/all.js';
import { entropy, entropyFloor } from '../entropy.js';
import type { SecretFormat } from '../formats/format.js';
import { isKnownSample } from '../known-samples.js';
import { isWordy } from '../rarity.js';
import { sampleSign } from '../sample.js';
import { isStockPassword } from '../stock-values.js';
import { companionJudge } from './companion.js';
import { type Candidate, type Detector, specificity } from './detector.js';

/** Recognises tokens that contain their keyword. */
export function tokenDetector(format: SecretFormat): Detector {
  const lead = format.lead === undefined ? '' : `(?<=${tokenStart}(${format.lead}))`;
  const pattern = new RegExp(
    `${lead}(?:${format.shape})${tokenEnd}`,
    format.shape.includes('(?<value>') ? 'dy' : 'y',
  );
  const withCompanion = companionJudge(format);
  return {
    scope: format.kind === 'self-identifying' ? 'everywhere' : 'guarded',
    keywords: format.keywords,
    detect(text, start, end, report) {
      // Keywords that begin with punctuation (":AA") may follow a word.
      if (format.lead === undefined && !canStartToken(text, start) && isWordCode(text.charCodeAt(start)))
        return;
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      if (match === null) return;
      const [from, to] = match.indices?.groups?.value ?? [
        start - (format.lead === undefined ? 0 : (match[1]?.length ?? 0)),
        start + match[0].length,
      ];
      const body = from >= start ? text.slice(Math.max(from, end), to) : text.slice(from, to);
      if (isHashAt(text, from)) return;
      // The text after a name may be a reference, which the token itself cannot be.
      if (from !== start && /^[$%{<[(*]/.test(text.charAt(from))) return;
      const candidate = judge(format, text.slice(from, to), body, from);
      report({ ...candidate, confidence: withCompanion(candidate.confidence, text, from, to) });
    },
  };
}

/** `body` is the part that is random in a genuine token. */
function judge(format: SecretFormat, value: string, body: string, from: number): Candidate {
  const check = format.check && checks[format.check](value);
  // Signs of templates such as "$(" may occur by chance in the few formats that have punctuation.
  const sign = sampleSign(value.replace(/[^\w.-]/g, ''));
  const sample =
    sign === 'strong' ||
    isKnownSample(value) ||
    isStockPassword(value) ||
    (isWordy(body) && !/\d\D*\d/.test(body)) ||
    entropy(body) < (format.entropy ?? entropyFloor(body.length));
  return {
    kind: check?.decoy ? { ...format, noun: `${format.noun} that looks like a canary` } : format,
    specificity: format.provider === '' ? specificity.shared : specificity.marked,
    range: { start: from, end: from + value.length },
    value,
    confidence: check?.decoy ? 'low' : confidenceOf(sample || sign === 'weak', check?.passed),
    sample: sample || check?.expired === true,
    checks: format.check !== undefined && check?.passed ? [format.check] : [],
    ...(check?.facts && { facts: check.facts }),
    ...(check?.publishable && { publishable: true }),
  };
}

function confidenceOf(doubtful: boolean, passed: boolean | undefined): Confidence {
  if (passed === true) return doubtful ? 'medium' : 'high';
  if (passed === false) return doubtful ? 'low' : 'medium';
  return doubtful ? 'low' : 'high';
}
