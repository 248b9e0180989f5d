/** How a file's text is stored, so that it can be written back the same way. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be';

export type Decoded =
  | { readonly text: string; readonly encoding: Encoding }
  /** One clear line without a full stop. */
  | { readonly problem: string };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const utf16le = new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true });

/** Bytes that are looked at for a zero, which no text in an 8-bit encoding has. */
const probe = 8_000;

/** Turns bytes into text. The byte order mark is not part of the text, as in editors. */
export function decode(bytes: Uint8Array): Decoded {
  const [a, b, c] = bytes;
  try {
    if (a === 0xef && b === 0xbb && c === 0xbf)
      return { text: utf8.decode(bytes.subarray(3)), encoding: 'utf-8-bom' };
    if (a === 0xff && b === 0xfe) return { text: utf16le.decode(bytes.subarray(2)), encoding: 'utf-16le' };
    if (a === 0xfe && b === 0xff)
      return { text: utf16le.decode(swapped(bytes.subarray(2))), encoding: 'utf-16be' };
    if (bytes.subarray(0, probe).includes(0)) return { problem: 'binary file, skipped' };
    return { text: utf8.decode(bytes), encoding: 'utf-8' };
  } catch {
    return { problem: 'not valid text (neither UTF-8 nor UTF-16 with a byte order mark), skipped' };
  }
}

/** The reverse of `decode`. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\ufeff${text}`);
  const marked = `\ufeff${text}`;
  const bytes = new Uint8Array(marked.length * 2);
  for (let i = 0; i < marked.length; i++) {
    const unit = marked.charCodeAt(i);
    bytes[i * 2] = unit & 0xff;
    bytes[i * 2 + 1] = unit >> 8;
  }
  return encoding === 'utf-16be' ? swapped(bytes) : bytes;
}

/** Exchanges the two bytes of each code unit; an odd byte at the end stays, so that decoding reports it. */
function swapped(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes);
  for (let i = 0; i + 1 < out.length; i += 2) {
    out[i] = bytes[i + 1] ?? 0;
    out[i + 1] = bytes[i] ?? 0;
  }
  return out;
}
