import { canStartToken } from '../boundaries.js';
import { entropy } from '../entropy.js';
import type { SecretFormat } from '../formats/format.js';
import { isWordy } from '../rarity.js';
import { sampleSign } from '../sample.js';
import { isStockPassword } from '../stock-values.js';
import { type AssignedValue, assignedValues } from './assigned-value.js';
import { type Detector, type SecretKind, specificity } from './detector.js';

/** Parts of names of secrets. Those of up to four letters count as words of a name only: "openaiKey", not "keyboard". */
const keyNames = (
  'key apikey accesskey privatekey signingkey encryptionkey authkey accountkey masterkey servicekey secret token credential creds authorization auth bearer ' +
  'webhook jwt hmac salt pat'
).split(' ');
const passwordNames = [
  'passw',
  'passphrase',
  'passcode',
  'pwd',
  'pass',
  'dbpass',
  'userpass',
  'pincode',
  'pin_code',
];

/** Names whose values are no secrets though "token", "key" or "auth" is part of them: "max_tokens", "primary key", "token_url". */
const harmless = new RegExp(
  [
    '(?:^|[-_. ])(?:max|min|num|n|total|count|prompt|completion|input|output|cached|reasoning|special|pad|bos|eos|unk|sep|cls|mask|stop|start|end|next|page',
    '|continuation|cursor|sync|csrf|xsrf|public|primary|foreign|partition|sort|cache|object|bucket|row|dict|map|group|hot|short|lookup|index|unique|idempotency|i18n|recv|gpg|ssh',
    '|translation|issuer)[-_. ]?(?:new[-_]?)?(?:tokens?|keys?|auth)(?![A-Za-z])',
    '|(?:tokenizer|keyboard|author(?:s|ity)?|jsonwebtoken|key[-_. ]?vault)(?![a-z])',
    '|credentials?[-_. ]?ids?(?![A-Za-z])|key[-_. ]?(?:down|up|press)',
    '|(?:tokens?|keys?|secrets?|password|passw\\w{0,4}|auth)[-_. ]?(?:types?|names?|ids?|counts?|limits?|usage|ur[li]|endpoint|path|file|dir|length|len|size|format|fields?|params?',
    '|headers?|labels?|prefix|suffix|policy|policies|regex|pattern|hint|help|prompt|expiry|expires|expiration|ttl|env|variable|var|ref|reference|arn|version|algorithm|alg|method',
    '|provider|scheme|mode|status|error|message|placeholder|class|manager|store|service|handler|callback|function|budget|words?|index|map|code|hash|pair|vault)(?![A-Za-z])',
  ].join(''),
  'i',
);
/** "apiKeyId" in words: "api_Key_Id". */
const inWords = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2');

const genericKey: SecretKind = { id: 'generic-key', provider: '', noun: 'key' };
const genericPassword: SecretKind = { id: 'generic-password', provider: '', noun: 'password' };

/**
 * Recognises values of things named "api_key", "secret", "password". The name is all there is to go by, so the value must look like nothing
 * else: rich in characters, and no word, name, path, placeholder or expression.
 */
export function assignmentDetectors(formats: readonly SecretFormat[]): readonly Detector[] {
  const owners = new Map(
    formats.flatMap((format) => (format.variable ? [[format.variable, format] as const] : [])),
  );
  return [
    { scope: 'guarded', keywords: keyNames, detect: detectWith(genericKey, isRandomKey, owners) },
    { scope: 'guarded', keywords: passwordNames, detect: detectWith(genericPassword, isPassword, owners) },
  ];
}

function detectWith(
  generic: SecretKind,
  accepts: (value: string, how: AssignedValue, name: string) => boolean,
  owners: ReadonlyMap<string, SecretFormat>,
): Detector['detect'] {
  return (text, start, end, report) => {
    if (isPartOfWord(text, start, end)) return;
    for (const assigned of assignedValues(text, end)) {
      const { range, quoted } = assigned;
      const value = text.slice(range.start, range.end);
      const name = nameAround(text, start, end, assigned.spaced === true);
      if (isFileName(text.slice(end, range.start))) continue;
      if (harmless.test(inWords(name)) || !accepts(value, assigned, name) || isExpression(value, quoted))
        continue;
      const owner = owners.get(name.toUpperCase());
      const sign = sampleSign(value);
      report({
        kind: owner ? { ...generic, provider: owner.provider, ...ownedBy(owner) } : generic,
        specificity: specificity.generic,
        range,
        value,
        confidence: owner && sign === 'none' ? 'medium' : 'low',
        sample: sign === 'strong' || (sign === 'weak' && !mayBeKey(value)) || isStockPassword(value),
      });
    }
  };
}

/** What stands between a keyword and a value ends a file name: lists of files with their hashes. */
export const isFileName = (gap: string): boolean =>
  /\.(?:[cm]?[jt]sx?|py|go|rs|java|kt|cs|rb|php|json|md|ya?ml|toml|css|html?|txt|lock|map|snap)["'`]?\s{0,3}[:=]\s{0,3}["'`]?$/.test(
    gap,
  );

/** Long enough, and of letters and digits: somebody's key though parts of it are in order, "ab12cd34ab12cd34ef56". */
const mayBeKey = (value: string): boolean =>
  value.length >= 20 && /\d/.test(value) && /[A-Za-z]/.test(value) && !/test/i.test(value);

const ownedBy = (owner: SecretFormat): Pick<SecretFormat, 'revoke' | 'variable' | 'ai'> => ({
  ...(owner.revoke && { revoke: owner.revoke }),
  ...(owner.variable && { variable: owner.variable }),
  ...(owner.ai && { ai: owner.ai }),
});

/** "bypass", "passthrough", "author": short names count as whole words only. */
function isPartOfWord(text: string, start: number, end: number): boolean {
  if (end - start > 4) return false;
  const first = text.charAt(start);
  const before = canStartToken(text, start) ? '' : text.charAt(start - 1);
  const last = text.charAt(end - 1);
  const after = text.charAt(end);
  const goesOnBefore =
    /[A-Za-z]/.test(first) && /[A-Za-z]/.test(before) && !(/[a-z]/.test(before) && /[A-Z]/.test(first));
  const goesOnAfter = /[A-Za-z]/.test(last) && /[a-z]/.test(after) && !/s\b/.test(text.slice(end, end + 2));
  return goesOnBefore || goesOnAfter || (/[A-Z]/.test(last) && /[A-Z]/.test(after));
}

/** The whole name of which a keyword is part; in sentences, with the word before it ("public key"). */
function nameAround(text: string, start: number, end: number, spaced: boolean): string {
  const source = spaced ? /((?:[\w-]{1,20} )?[\w$.-]{0,40})$/ : /(?:\\[nrt])?([\w$.-]{0,40})$/;
  const before = source.exec(text.slice(Math.max(0, start - 62), start))?.[1] ?? '';
  const after = /^[\w$-]{0,40}/.exec(text.slice(end, end + 40))?.[0] ?? '';
  return before + text.slice(start, end) + after;
}

function isRandomKey(value: string, { spaced }: AssignedValue, name: string): boolean {
  if (value.length < 10 || value.length > 220 || !/^[!-'*-[\]-{}~]+$/.test(value)) return false;
  if (/^\d+(?:\.\d+)*$/.test(value) || isWordy(value)) return false;
  const mixed = /[a-z]/.test(value) && /[A-Z]/.test(value);
  if (spaced)
    return value.length >= 16 && /\d/.test(value) && /^[\w+/=.-]+$/.test(value) && entropy(value) >= 3;
  if (value.length < 12 && !(mixed && /\d/.test(value))) return false;
  // Things named "key" and no more are keys of maps, of caches, of songs.
  if (/^keys?$/i.test(name)) return value.length >= 20 && mixed && /\d/.test(value) && entropy(value) >= 3.8;
  return (mixed || /\d/.test(value)) && entropy(value) >= (value.length >= 20 ? 3.2 : 2.9);
}

/** People make passwords of words, so they need not be rare; a digit or a mark among letters must do. */
function isPassword(value: string, { quoted, direct, spaced }: AssignedValue): boolean {
  if (spaced) return false;
  if (!direct && isWordy(value)) return false;
  if (value.length < (quoted ? 7 : 8) || value.length > 128 || !/^[!-~]+$/.test(value)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(value)).length;
  return kinds >= 2 && /[\d!@#$%^&*?+]/.test(value) && entropy(value) >= 2;
}

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
  if (/^\d{4}-\d\d-\d\d|^[v^~<>=]*\d+\.\d+\.\d+/.test(value)) return true;
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value)) return true;
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
