import { decodeBase64 } from '../base64.js';
import { bech32Variant } from './bech32.js';
import { type Check, verdict } from './check.js';
import { isDecoyAccount } from './decoys.js';

/**
 * AWS access key ids are base32 and hold the account number in bits 7 to 46 of their first six bytes
 * (trufflesecurity/trufflehog, pkg/common/aws; older keys with I or J as fifth character hold none).
 */
export const awsAccessKey: Check = (token) => {
  const body = token.slice(4);
  if (!/^[A-Z2-7]{16}$/.test(body)) return verdict(false);
  if (body.startsWith('I') || body.startsWith('J')) return verdict(true);
  let bits = 0n;
  for (const character of body.slice(0, 10)) {
    bits = (bits << 5n) | BigInt('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(character));
  }
  const account = (((bits >> 2n) & 0x7fffffffff80n) >> 7n).toString().padStart(12, '0');
  return { passed: true, facts: { account }, decoy: isDecoyAccount(account) };
};

/** Base64 of "OpenAI" between two halves of equal length. */
export const openaiMarker: Check = (token) => {
  const body = token.replace(/^sk-(?:[A-Za-z]{1,12}-)?/, '');
  const at = body.indexOf('T3BlbkFJ');
  return verdict(at > 0 && at === body.length - at - 8);
};

/** Base64 of "XgroqX", whatever its phase. */
export const groqMarker: Check = (token) => verdict(/WGdyb3FY|hncm9xW|YZ3JvcV/.test(token));

/** Azure's common annotated keys: 84 characters (88 with padding bits) with the mark at position 52. */
export const azureFrame: Check = (token) => verdict(/^.{52}JQQJ\d\w.{26}(?:.{4})?$/.test(token));

/** PyPI tokens are macaroons of version 2 whose location is pypi.org or test.pypi.org. */
export const pypiMacaroon: Check = (token) => {
  const bytes = decodeBase64(token.slice('pypi-'.length));
  if (bytes === undefined || bytes[0] !== 2 || bytes[1] !== 1) return verdict(false);
  const location = String.fromCharCode(...bytes.slice(3, 3 + (bytes[2] ?? 0)));
  return { passed: /^(?:test\.)?pypi\.org$/.test(location), facts: { host: location } };
};

export const ageKey: Check = (token) => verdict(bech32Variant(token) === 'bech32');
