import { asciiText, decodeBase64 } from '../base64.js';
import { type Check, verdict } from './check.js';
import { base62, crc32, hex32, swapBytes } from './crc32.js';

/**
 * GitHub, npm and Vercel: the last six characters are the CRC-32 of the characters between prefix and checksum, in base 62
 * (GitHub blog, 2021-04-05, "Behind GitHub's new authentication token formats"; mongodb/kingfisher, rules/vercel.yml).
 */
export const githubChecksum: Check = (token) => {
  const body = token.slice(token.indexOf('_') + 1);
  return verdict(body.slice(-6) === base62(crc32(body.slice(0, -6)), 6));
};

/** Cloudflare: lower-case hexadecimal CRC-32 of the 40 characters after the prefix. */
export const cloudflareChecksum: Check = (token) =>
  verdict(token.slice(-8) === hex32(crc32(token.slice(-48, -8))));

/** Confluent: base64 of the little-endian CRC-32 of what stands between prefix and checksum (praetorian-inc/titus, rules/confluent.yml). */
export const confluentChecksum: Check = (token) =>
  verdict(hexOf(decodeBase64(token.slice(-6))) === hex32(swapBytes(crc32(token.slice(4, -6)))));

const hexOf = (bytes: Uint8Array | undefined): string =>
  Array.from(bytes ?? [], (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Grafana service accounts: CRC-32 of everything before the last underscore, little-endian. */
export const grafanaChecksum: Check = (token) =>
  verdict(token.slice(-8).toLowerCase() === hex32(swapBytes(crc32(token.slice(0, -9)))));

/** Bitbucket app passwords and Atlassian API tokens: upper-case hexadecimal CRC-32 of all before it, "=" included. */
export const atlassianChecksum: Check = (token) =>
  verdict(token.slice(-8) === hex32(crc32(token.slice(0, -8))).toUpperCase());

/** Bitbucket Data Center: base64 of a number from 1000 on, a colon, and random bytes. */
export const bitbucketDataCenter: Check = (token) => {
  const bytes = decodeBase64(token.slice(token.indexOf('-') + 1));
  const colon = bytes?.indexOf(58) ?? -1;
  const number = bytes && colon > 0 ? asciiText(bytes.slice(0, colon)) : undefined;
  return verdict(number !== undefined && /^\d{4,15}$/.test(number));
};

/** GitLab routable tokens state the length of their payload as two digits of base 36. */
export const gitlabLength: Check = (token) => {
  const payload = token.slice(token.indexOf('-') + 1).replace(/^t\d_/, '');
  const dot = payload.indexOf('.');
  return verdict(Number.parseInt(payload.slice(dot + 1, dot + 3), 36) === dot);
};
