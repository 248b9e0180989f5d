/** CRC-32 (IEEE 802.3, reflected, as in zip and PNG) of a string of ASCII characters, as unsigned number. */
export function crc32(text: string): number {
  let crc = -1;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i) & 0xff;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

const base62Digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A number in base 62, padded with zeros to `length` digits. */
export function base62(value: number, length: number): string {
  let digits = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62))
    digits = base62Digits.charAt(rest % 62) + digits;
  return digits.padStart(length, '0');
}

export const hex32 = (value: number): string => value.toString(16).padStart(8, '0');

/** The same 32 bits with the bytes in reverse order. */
export const swapBytes = (value: number): number =>
  (((value & 0xff) << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24)) >>> 0;
