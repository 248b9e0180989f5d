const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const sextets: ReadonlyMap<string, number> = new Map([
  ...Array.from(alphabet, (character, value): [string, number] => [character, value]),
  ['-', 62],
  ['_', 63],
]);

/** Bytes of base64 or base64url text, padded or not; undefined when a character does not belong there. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const body = text.replace(/={1,2}$/, '');
  if (body.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((body.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let written = 0;
  for (let i = 0; i < body.length; i++) {
    const sextet = sextets.get(body.charAt(i));
    if (sextet === undefined) return undefined;
    bits = ((bits << 6) | sextet) & 0xfff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[written++] = (bits >> held) & 0xff;
    }
  }
  return bytes;
}

/** Text of bytes that are printable ASCII or white space; undefined when one is not. */
export function asciiText(bytes: Uint8Array): string | undefined {
  let text = '';
  for (const byte of bytes) {
    if ((byte < 32 || byte > 126) && byte !== 9 && byte !== 10 && byte !== 13) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}
