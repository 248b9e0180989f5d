import { sha256 } from './sha256.js';

/** UTF-8 bytes of a string; a lone surrogate becomes U+FFFD. (Core is compiled without the web's `TextEncoder`.) */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const point = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point < 0x10000)
      bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    else
      bytes.push(
        0xf0 | (point >> 18),
        0x80 | ((point >> 12) & 63),
        0x80 | ((point >> 6) & 63),
        0x80 | (point & 63),
      );
  }
  return Uint8Array.from(bytes);
}

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * HMAC-SHA-256 (RFC 2104) of a secret, cut to 64 bits in hexadecimal: enough to tell secrets of one report apart, useless for finding the
 * secret without the key.
 */
export function keyedDigest(key: string, value: string): string {
  const bytes = utf8(key);
  const block = new Uint8Array(64);
  block.set(bytes.length > 64 ? sha256(bytes) : bytes);
  const inner = sha256(
    concatenate(
      block.map((byte) => byte ^ 0x36),
      utf8(value),
    ),
  );
  return toHex(
    sha256(
      concatenate(
        block.map((byte) => byte ^ 0x5c),
        inner,
      ),
    ),
  ).slice(0, 16);
}

function concatenate(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
