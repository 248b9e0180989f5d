import { entropy } from '../entropy.js';
import { type Detector, type SecretKind, specificity } from './detector.js';

/** Longest key that is read to its end, in UTF-16 units; an RSA key of 8192 bits takes about 6,500. */
const longest = 12_288;
/** Fewest characters of base64 that make a key; headings without a body are talk about keys. */
const shortestBody = 64;

const label = /-{4,5} ?BEGIN (?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)? ?-{4,5}/y;
const puttyHeader = /PuTTY-User-Key-File-\d: [\w@.-]{3,60}/y;
const endLabel = /-{4,5} ?END |Private-MAC: [0-9a-f]{40,64}/g;

const plainKey: SecretKind = { id: 'private-key', provider: '', noun: 'private key' };
const serviceAccountKey: SecretKind = {
  id: 'google-service-account-key',
  provider: 'Google Cloud',
  noun: 'service account key',
  revoke: 'https://console.cloud.google.com/iam-admin/serviceaccounts',
  variable: 'GOOGLE_APPLICATION_CREDENTIALS',
};

/** Recognises private keys in PEM, OpenSSH, PGP and PuTTY form, also inside string literals with `\n` escapes. */
export const privateKeyDetector = (): Detector => {
  const headers = [new RegExp(label), new RegExp(puttyHeader)];
  return {
    scope: 'everywhere',
    keywords: ['---begin ', '-- begin ', 'putty-user-key-file-'],
    detect(text, start, _end, report) {
      const from = startOfDashes(text, start);
      const bodyStart = headers.map((header) => endOf(header, text, from)).find((at) => at > 0);
      if (bodyStart === undefined) return;
      const stretch = text.slice(bodyStart, bodyStart + longest);
      endLabel.lastIndex = 0;
      const end = endLabel.exec(stretch)?.index;
      const body = keyBody(end === undefined ? stretch : stretch.slice(0, end));
      if (body.length < shortestBody) return;
      const to =
        end === undefined
          ? bodyStart + Math.min(stretch.length, body.length)
          : endOfLabel(text, bodyStart + end);
      const context = text.slice(Math.max(0, from - 600), from);
      const sample = entropy(body.slice(0, 256)) < 4 || /example/i.test(body);
      report({
        kind: /service_account|private_key_id/.test(context) ? serviceAccountKey : plainKey,
        specificity: specificity.marked,
        range: { start: from, end: to },
        value: text.slice(from, to),
        confidence: end === undefined || sample ? 'medium' : 'high',
        sample,
        facts: /ENCRYPTED/.test(text.slice(from, bodyStart + 80)) ? { encrypted: 'yes' } : {},
      });
    },
  };
};

/** The base64 of a key without line breaks, indentation, comment marks and quotes; ends where other text begins. */
function keyBody(text: string): string {
  const body = text
    .replace(/^(?:\\[nr]|\s)*(?:[A-Z][\w-]{2,24}: [^\n\\]{0,120}(?:\\[nr]|\s)+){0,8}/, '')
    .replace(/\\[nr]|[\s"'`+,;>#*|\\]/g, (mark) => (mark === '+' ? '+' : ''));
  return /^[0-9A-Za-z+/=]*/.exec(body)?.[0] ?? '';
}

function startOfDashes(text: string, at: number): number {
  let from = at;
  while (from > 0 && from > at - 4 && text.charAt(from - 1) === '-') from--;
  return from;
}

function endOfLabel(text: string, at: number): number {
  const rest = /^-{4,5} ?END [A-Z0-9 ]{0,60}-{4,5}|^Private-MAC: [0-9a-f]+/.exec(
    text.slice(at, at + 120),
  )?.[0];
  return at + (rest?.length ?? 0);
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
