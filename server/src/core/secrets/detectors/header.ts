import { asciiText, decodeBase64 } from '../base64.js';
import { entropy } from '../entropy.js';
import { isWordy } from '../rarity.js';
import { sampleSign } from '../sample.js';
import { isStockPassword } from '../stock-values.js';
import { type Candidate, type Detector, type SecretKind, specificity } from './detector.js';

const bearerKind: SecretKind = { id: 'bearer-token', provider: '', noun: 'bearer token' };
const basicKind: SecretKind = { id: 'basic-credentials', provider: '', noun: 'user name and password' };

/** Recognises credentials in `Authorization` headers and in files that hold what goes into them (Docker's `config.json`, `.npmrc`). */
export const headerDetectors = (): readonly Detector[] => [
  pattern(['bearer '], /Bearer ["']?(?<value>[\w.~+/=-]{16,2000})/iy, bearerToken),
  pattern(['basic '], /Basic ["']?(?<value>[0-9A-Za-z+/]{8,400}={0,2})/iy, basicCredentials),
  pattern(
    ['auth'],
    /auth["']?\s{0,2}[:=]\s{0,2}["']?(?<value>[0-9A-Za-z+/]{8,400}={0,2})/iy,
    basicCredentials,
  ),
];

type Judge = (value: string, range: Candidate['range']) => Candidate | undefined;

/** A detector that matches from the start of its keyword. */
function pattern(keywords: readonly string[], source: RegExp, judge: Judge): Detector {
  const expression = new RegExp(source.source, `${source.flags}d`);
  return {
    scope: 'guarded',
    keywords,
    detect(text, start, _end, report) {
      if (/[A-Za-z0-9]/.test(text.charAt(start - 1))) return;
      expression.lastIndex = start;
      const [from, to] = expression.exec(text)?.indices?.groups?.value ?? [-1, -1];
      const candidate = from < 0 ? undefined : judge(text.slice(from, to), { start: from, end: to });
      if (candidate !== undefined) report(candidate);
    },
  };
}

const bearerToken: Judge = (value, range) => {
  if (!/\d/.test(value) || isWordy(value) || entropy(value) < 3) return undefined;
  const sign = sampleSign(value);
  return {
    kind: bearerKind,
    specificity: specificity.prose,
    range,
    value,
    confidence: sign === 'none' ? 'medium' : 'low',
    sample: sign !== 'none',
  };
};

/** Base64 of "user:password" (RFC 7617). */
const basicCredentials: Judge = (value, range) => {
  const bytes = decodeBase64(value);
  const credentials = bytes && asciiText(bytes);
  const [, user = '', secret] = /^([^:]{0,100}):(.{1,200})$/.exec(credentials ?? '') ?? [];
  if (secret === undefined) return undefined;
  const sample =
    isStockPassword(secret, user) || sampleSign(value) === 'strong' || sampleSign(secret) === 'strong';
  return {
    kind: basicKind,
    specificity: specificity.named,
    range,
    value,
    confidence: sample ? 'low' : 'high',
    sample,
  };
};
