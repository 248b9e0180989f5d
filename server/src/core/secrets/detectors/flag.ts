import { sampleSign } from '../sample.js';
import { type Detector, type SecretKind, specificity } from './detector.js';

const kind: SecretKind = { id: 'flag', provider: '', noun: 'flag' };
const braces = /\{([\w!@#$%&*+?.:-]{6,80})\}/y;

/** `FLAG{...}`: what a player of a security game is to find out, and what a prompt is told to keep. */
export const flagDetector = (): Detector => ({
  scope: 'prompts',
  keywords: ['flag{', 'ctf{', 'htb{'],
  detect: (text, start, end, report) => {
    braces.lastIndex = end - 1;
    const value = braces.exec(text)?.[1];
    // Names of placeholders have no digits or capitals in between.
    if (value === undefined || !/\d|[A-Z].*[a-z_]|[!@#$%&*+?]/.test(value) || /^[a-z]+\d?$/.test(value))
      return;
    const range = { start, end: end + value.length + 1 };
    const sample = sampleSign(value) === 'strong';
    report({
      kind,
      specificity: specificity.shared,
      range,
      value: text.slice(range.start, range.end),
      confidence: 'high',
      sample,
    });
  },
});
