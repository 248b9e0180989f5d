const simple: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  '\n': '',
  '\r\n': '',
  '\u2028': '',
  '\u2029': '',
};

const escapes = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[\s\S]))/g;

/** What a string literal's inside means to the program (https://tc39.es/ecma262/#sec-literals-string-literals). */
export function unescapeText(inside: string): string {
  if (!inside.includes('\\')) return inside;
  return inside.replace(escapes, (_, point?: string, unit?: string, byte?: string, other?: string) => {
    const digits = point ?? unit ?? byte;
    if (digits === undefined) return simple[other ?? ''] ?? other ?? '';
    const code = Number.parseInt(digits, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** The same for a piece of a template, where line breaks are always `\n`. */
export const unescapeTemplate = (inside: string): string =>
  unescapeText(inside.includes('\r') ? inside.replace(/\r\n?/g, '\n') : inside);

/** The value of a number literal; `undefined` when it is none. */
export function numberValue(literal: string): number | undefined {
  const digits = literal.replace(/_/g, '').replace(/n$/, '');
  const value = Number(digits);
  return digits === '' || Number.isNaN(value) ? undefined : value;
}

/** What a browser makes of text between tags: lines are trimmed and joined, empty ones vanish. */
export function jsxText(raw: string): string {
  if (!/[\r\n]/.test(raw)) return raw;
  const lines = raw.split(/\r\n?|\n/);
  const trimmed = lines.map((line, i) => {
    const left = i === 0 ? line : line.trimStart();
    return i === lines.length - 1 ? left : left.trimEnd();
  });
  return trimmed.filter((line) => line !== '').join(' ');
}
