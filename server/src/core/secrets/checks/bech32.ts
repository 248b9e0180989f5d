const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;

/** Checksum constants of BIP 173 and BIP 350. */
export type Bech32Variant = 'bech32' | 'bech32m';

/** Which checksum a bech32 string carries, or undefined when neither fits. Case must not be mixed. */
export function bech32Variant(text: string): Bech32Variant | undefined {
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) return undefined;
  const lower = text.toLowerCase();
  const separator = lower.lastIndexOf('1');
  if (separator < 1 || lower.length - separator < 7) return undefined;
  const prefix = lower.slice(0, separator);
  const values: number[] = [];
  for (let i = 0; i < prefix.length; i++) values.push(prefix.charCodeAt(i) >> 5);
  values.push(0);
  for (let i = 0; i < prefix.length; i++) values.push(prefix.charCodeAt(i) & 31);
  for (const character of lower.slice(separator + 1)) {
    const value = alphabet.indexOf(character);
    if (value < 0) return undefined;
    values.push(value);
  }
  const checksum = polymod(values);
  if (checksum === 1) return 'bech32';
  return checksum === 0x2bc830a3 ? 'bech32m' : undefined;
}

function polymod(values: readonly number[]): number {
  let checksum = 1;
  for (const value of values) {
    const top = checksum >>> 25;
    checksum = ((checksum & 0x1ffffff) << 5) ^ value;
    generators.forEach((generator, i) => {
      if ((top >> i) & 1) checksum ^= generator;
    });
  }
  return checksum >>> 0;
}
