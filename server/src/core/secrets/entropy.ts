/** Shannon entropy of a string's own character frequencies, in bits per character; 0 for an empty one. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) {
    const share = count / text.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}

/** The least entropy that a random token of `length` characters has in practice, whatever its alphabet (hexadecimal or wider). */
export function entropyFloor(length: number): number {
  if (length >= 20) return 2.8;
  return length >= 10 ? 2.2 : 1.5;
}
