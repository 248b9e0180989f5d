import { entropy } from '../entropy.js';
import { isWordy } from '../rarity.js';
import type { AssignedValue } from './assigned-value.js';

/** Rich in characters, and neither a word, a number nor code. */
export const isKey = (value: string, how: AssignedValue, name: string): boolean =>
  isSigningKey(value, how, name) || (isRandom(value, how, name) && !isExpression(value, how.quoted));

function isRandom(value: string, { spaced }: AssignedValue, name: string): boolean {
  if (value.length < 10 || value.length > 220 || !/^[!-'*-[\]-{}~]+$/.test(value)) return false;
  if (/^\d+(?:\.\d+)*$/.test(value) || isWordy(value)) return false;
  if (spaced) return isStrictKey(value);
  const mixed = /[a-z]/.test(value) && /[A-Z]/.test(value);
  if (value.length < 12 && !(mixed && /\d/.test(value))) return false;
  // Things named "key" and no more are keys of maps, of caches, of songs.
  if (/^keys?$/i.test(name)) return value.length >= 20 && mixed && /\d/.test(value) && entropy(value) >= 3.8;
  return (mixed || /\d/.test(value)) && entropy(value) >= (value.length >= 20 ? 3.2 : 2.9);
}

/** Random enough where its name says little. */
export const isStrictKey = (value: string): boolean =>
  value.length >= 16 &&
  /\d/.test(value) &&
  /^[\w+/=.-]+$/.test(value) &&
  !/\.[a-z]{1,4}$/.test(value) &&
  entropy(value) >= 3 &&
  !isWordy(value);

/** Keys with which web frameworks sign: 40 characters and more of all kinds, with marks and spaces among them. */
const isSigningKey = (value: string, { quoted }: AssignedValue, name: string): boolean =>
  quoted &&
  /_(?:KEY|SALT|SECRET)$|secret_key/.test(name) &&
  /^[ -~]{40,140}$/.test(value) &&
  (value.match(/[^\w\s]/g)?.length ?? 0) >= value.length / 6 &&
  !/[a-z]{8}|(?:^|\s)[a-z]{4,}\s/.test(value) &&
  entropy(value) >= 4.4;

/** People make passwords of words, so they need not be rare; a digit or a mark among letters must do. */
export function isPassword(value: string, how: AssignedValue, name: string): boolean {
  const { quoted, direct, spaced } = how;
  if (spaced || isExpression(value, quoted)) return false;
  if (isWordAsPassword(value, how, name)) return true;
  if (!direct && isWordy(value)) return false;
  if (value.length < (quoted ? 7 : 8) || value.length > 128 || !/^[!-~]+$/.test(value)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(value)).length;
  return kinds >= 2 && /[\d!@#$%^&*?+]/.test(value) && entropy(value) >= 2;
}

/** `DB_PASSWORD=bluewhale` in the environment: there, values are never names of other things. */
const isWordAsPassword = (value: string, { isolated, direct }: AssignedValue, name: string): boolean =>
  isolated === true &&
  direct &&
  /^[A-Z][A-Z0-9_]{0,40}(?:PASS|PASSWORD|PASSWD|PWD|PASSPHRASE)$/.test(name) &&
  /^[A-Za-z]{6,40}$/.test(value) &&
  !/pass|pwd|secret|user|name|value|none|null|undef|true|false|your|change|admin|default|env|config|string|enter|insert|key|token|text|var/i.test(
    value,
  );

/** Long enough, and of letters and digits: somebody's key though parts of it are in order, "ab12cd34ab12cd34ef56". */
export const mayBeKey = (value: string): boolean =>
  value.length >= 20 &&
  /[A-Za-z]/.test(value) &&
  (/test/i.test(value) ? /\d\D*\d\D*\d/.test(value) && !isWordy(value) : /\d/.test(value));

/** Code, a reference, a path, an address or a date rather than a literal secret. */
function isExpression(value: string, quoted: boolean): boolean {
  if (
    /^(?:https?|file|wss?|s3|gs|data|env|vault|arn|op|secret|ref|urn)[:/]|^(?:\.{0,2}\/|~\/|[A-Za-z]:\\)|^[$%@{<[(]|[{}<>]/.test(
      value,
    )
  )
    return true;
  // Public keys.
  if (
    /^(?:MFkwEwYHKoZIzj|MFYwEAYHKoZIzj|MII[A-Za-z]{2}[A-Za-z]ANBgkqhkiG9w0BAQEFAAOC|MCowBQYDK2V|AAAA[BCE]3NzaC1)/.test(
      value,
    )
  )
    return true;
  if (/(?:^|-)\d{4}-\d\d-\d\d|^[v^~<>=]*\d+\.\d+\.\d+/.test(value)) return true;
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value)) return true;
  // Encodings and algorithms.
  if (/^(?:utf-?\d+(?:[lb]e)?|sha-?\d+|md5|[HREP]S\d{3}|aes-?\d{3}[\w-]*|pbkdf2\w*)$/i.test(value))
    return true;
  // Selectors and paths of words: "#add-password", "users/passwords#edit".
  if (/^[#.]?[a-z][\w-]*(?:[/#][\w-]+)*$/i.test(value) && /[/#]/.test(value) && isWordy(value)) return true;
  // "FlowPasswordRequiredV2" names something.
  if (
    /^[A-Z]?[a-z]+(?:[A-Z]+[a-z]+)+(?:V?\d{1,2})?$/.test(value) &&
    (!quoted || /pass|secret|token/i.test(value))
  )
    return true;
  if (quoted) return /^[\w-]+(?:\.[\w-]+)+$/.test(value) && isWordy(value);
  // Bare words of a program: a call, a member, a comparison. Nobody names a member at random.
  if (value.length >= 24 && entropy(value) >= 4 && /\d\D+\d\D+\d/.test(value) && !isWordy(value))
    return false;
  return /[()[\]]|^[A-Za-z_$][\w$]*(?:(?:\.|->|::)[A-Za-z_$][\w$]*)+$|^[a-z]+(?:_[a-z]+)+\d?$/.test(value);
}
