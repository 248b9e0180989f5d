const isHexDigit = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);

/** ASCII letters, digits and the underscore: the characters that cannot border on a token. */
export const isWordCode = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);

/**
 * True when a token may begin at `at`: the character before belongs to no word, or ends an escape as in `"\nghp_..."` or `Bearer%20ghp_...`.
 * A hyphen before is part of a longer run of characters if a word goes on before it.
 */
export function canStartToken(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  if (!isWordCode(before)) return before !== 43 && !(before === 45 && isWordCode(text.charCodeAt(at - 2)));
  const second = text.charCodeAt(at - 2);
  // \n \r \t \f \v \b \0
  if (second === 92) return 'nrtfvb0'.includes(text.charAt(at - 1));
  if (!isHexDigit(before) || !isHexDigit(second)) return false;
  if (text.charCodeAt(at - 3) === 37) return true;
  const escaped = text.slice(Math.max(0, at - 6), at);
  return /(?:\\x[0-9a-f]{2}|\\u[0-9a-f]{4})$/i.test(escaped);
}

/** True after "sha256=" and the like: hashes begin like tokens by chance. */
export const isHashAt = (text: string, at: number): boolean =>
  /sha\d{1,3}[-=:]$/i.test(text.slice(Math.max(0, at - 8), at));

/** The same condition for the start of what a lookbehind matches. */
export const tokenStart = '(?:(?<![0-9A-Za-z_+])|(?<=\\\\[nrtfvb0])|(?<=%[0-9A-Fa-f]{2}))';

/** What must follow a token. A hyphen, slash or full stop may: tokens end sentences and stand in paths. */
export const tokenEnd = '(?![0-9A-Za-z_])';
