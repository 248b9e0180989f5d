import { canStartToken, isWordCode } from '../boundaries.js';

/** Parts of names of secrets. Those of up to four letters count as words of a name only: "openaiKey", not "keyboard". */
export const keyNames: readonly string[] = (
  'key apikey accesskey privatekey signingkey encryptionkey authkey accountkey masterkey servicekey secret token credential creds authorization auth bearer ' +
  'webhook jwt hmac salt pat'
).split(' ');

/** These name so many other things that their values must be beyond doubt. */
export const vagueNames: readonly string[] = ['private', 'access', 'login'];

export const passwordNames: readonly string[] =
  'passw passphrase passcode pwd pass dbpass userpass pincode pin_code'.split(' ');

/** Names whose values are no secrets though "token", "key" or "auth" is part of them: "max_tokens", "primary key", "token_url". */
const harmless = new RegExp(
  [
    '(?:^|[-_. ])(?:max|min|num|n|total|count|prompt|completion|input|output|cached|reasoning|special|pad|bos|eos|unk|sep|cls|mask|stop|start|end|next|page',
    '|continuation|cursor|sync|csrf|xsrf|public|pub|primary|foreign|partition|sort|cache|object|bucket|row|row_id|col|column|dict|map|group|hot|short|lookup|index|uniq|unique',
    '|idempotency|i18n|recv|gpg|ssh|translation|issuer|project)[-_. ]?(?:new[-_]?)?(?:tokens?|keys?|auth)(?![A-Za-z])',
    '|(?:tokenizer|keyboard|author(?:s|ity)?|jsonwebtoken|key[-_. ]?vault)(?![a-z])',
    '|credentials?[-_. ]?ids?(?![A-Za-z])|key[-_. ]?(?:down|up|press)',
    '|(?:tokens?|keys?|secrets?|password|passw\\w{0,4}|auth)[-_. ]?(?:types?|names?|ids?|counts?|limits?|usage|ur[li]|endpoint|path|file|dir|length|len|size|format|fields?|params?',
    '|headers?|labels?|prefix|suffix|policy|policies|regex|pattern|hint|help|prompt|expiry|expires|expiration|ttl|env|variable|var|ref|reference|arn|version|algorithm|alg|method',
    '|provider|scheme|mode|status|error|message|placeholder|class|manager|store|service|handler|callback|function|budget|words?|index|map|code|hash|pair|vault)(?![A-Za-z])',
  ].join(''),
  'i',
);

/** "apiKeyId" is looked at in words: "api_Key_Id". */
export const isHarmlessName = (name: string): boolean =>
  harmless.test(name.replace(/([a-z0-9])([A-Z])/g, '$1_$2'));

/** How a keyword stands in its name: "bypass", "author" and "monkey" are other words, though what ends in one may be a name without separators. */
export type Standing = 'word' | 'ending' | 'other';

export function standingOf(text: string, start: number, end: number): Standing {
  if (end - start > 4) return 'word';
  const last = text.charCodeAt(end - 1);
  const after = text.charCodeAt(end);
  if (isSmall(after) && isLetter(last) && !(after === 115 && !isWordCode(text.charCodeAt(end + 1))))
    return 'other';
  if (isCapital(after) && isCapital(last)) return 'other';
  if (canStartToken(text, start)) return 'word';
  const before = text.charCodeAt(start - 1);
  const first = text.charCodeAt(start);
  return isLetter(before) && isLetter(first) && !(isSmall(before) && isCapital(first)) ? 'ending' : 'word';
}

const isSmall = (code: number): boolean => code >= 97 && code <= 122;
const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isLetter = (code: number): boolean => isSmall(code) || isCapital(code);

/** The whole name of which a keyword is part; in sentences, and where it tells more, with the word before it ("public key", "api key"). */
export function nameAround(text: string, start: number, end: number, spaced: boolean): string {
  const told =
    /\b(?:api|app|secret|access|auth|license|private|public|signing|master|service|account|admin) $/i;
  const source =
    spaced || told.test(text.slice(Math.max(0, start - 10), start))
      ? /((?:[\w-]{1,20} )?[\w$.-]{0,40})$/
      : /(?:\\[nrt])?([\w$.-]{0,40})$/;
  const before = source.exec(text.slice(Math.max(0, start - 62), start))?.[1] ?? '';
  const after = /^[\w$-]{0,40}/.exec(text.slice(end, end + 40))?.[0] ?? '';
  return before + text.slice(start, end) + after;
}

/** What stands between a keyword and a value ends a file name: lists of files with their hashes. */
export const isFileName = (gap: string): boolean =>
  /\.(?:[cm]?[jt]sx?|py|go|rs|java|kt|cs|rb|php|json|md|ya?ml|toml|css|html?|txt|lock|map|snap)["'`]?\s{0,3}[:=]\s{0,3}["'`]?$/.test(
    gap,
  );
