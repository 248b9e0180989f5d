import { canStartToken, isHashAt } from '../boundaries.js';
import { entropy } from '../entropy.js';
import type { SecretFormat } from '../formats/format.js';
import { isWordy } from '../rarity.js';
import { sampleSign } from '../sample.js';
import { type Detector, specificity } from './detector.js';

const body = /[\w~+/.-]{14,400}={0,2}/y;

/**
 * Recognises tokens that begin like those of a format but go on in another length or alphabet than it is known to have. Providers change their
 * formats without notice, and people shorten and retype what they show; where keys are to be expected, the beginning and a random rest are enough.
 */
export const prefixDetectors = (formats: readonly SecretFormat[]): readonly Detector[] =>
  formats.filter(hasTellingPrefix).map(prefixDetector);

/** Begins with letters and a separator that stand for nothing else: "glpat-", "hvs.", "xapp-". */
const hasTellingPrefix = (format: SecretFormat): boolean =>
  format.kind === 'self-identifying' &&
  format.lead === undefined &&
  format.provider !== '' &&
  format.keywords.every((keyword) =>
    /^(?!(?:api|ion|key|live|sdk|sess|test|token)[-_.])[a-z0-9].{2,}[-_.]$/.test(keyword),
  );

function prefixDetector(format: SecretFormat): Detector {
  const pattern = new RegExp(body);
  return {
    scope: 'guarded',
    keywords: format.keywords,
    detect(text, start, end, report) {
      if (!canStartToken(text, start) || isHashAt(text, start)) return;
      pattern.lastIndex = end;
      if (!pattern.test(text)) return;
      const rest = text.slice(end, pattern.lastIndex).replace(/[.~/-]+$/, '');
      const value = text.slice(start, end) + rest;
      if (!isRandom(rest) || sampleSign(value) !== 'none') return;
      report({
        kind: format,
        specificity: specificity.shared,
        range: { start, end: start + value.length },
        value,
        confidence: 'low',
        sample: false,
      });
    },
  };
}

/** A name or a version goes on in words and short numbers. */
const isRandom = (rest: string): boolean => entropy(rest) >= 3 && rest.split(/[-_.~/+]/).some(isRandomPart);

const isRandomPart = (part: string): boolean =>
  part.length >= 12 && /\d\D*\d/.test(part) && /[A-Za-z]/.test(part) && !isWordy(part);
