/** Check digit algorithms. Arguments are strings of the characters that each names, without separators. */

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

/** Value of a digit or capital letter in base 36. */
const alphanumeric = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code <= 57 ? code - 48 : code - 55;
};

/** Luhn (ISO/IEC 7812-1 annex B) over digits. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const value = digit(digits, digits.length - 1 - i);
    const doubled = i % 2 === 1 ? value * 2 : value;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 1 && sum % 10 === 0;
}

/** Sum of digits (or letters in base 36) times weights. */
export const weighted = (text: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * alphanumeric(text, i), 0);

/** Remainder of a long decimal number. */
export function modulo(digits: string, divisor: number): number {
  let rest = 0;
  for (let i = 0; i < digits.length; i++) rest = (rest * 10 + digit(digits, i)) % divisor;
  return rest;
}

/** ISO/IEC 7064 MOD 97-10 over digits and capitals, as for IBAN: country and check digits moved to the end give 1. */
export function mod97(iban: string): boolean {
  const moved = iban.slice(4) + iban.slice(0, 4);
  let digits = '';
  for (let i = 0; i < moved.length; i++) digits += alphanumeric(moved, i);
  return modulo(digits, 97) === 1;
}

/** ISO/IEC 7064 MOD 11,10 over digits, the check digit last. */
export function mod11_10(digits: string): boolean {
  let product = 10;
  for (let i = 0; i < digits.length - 1; i++) {
    const sum = (digit(digits, i) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === digit(digits, digits.length - 1);
}

/** Multiplication in the dihedral group of order ten: rotations 0 to 4, reflections 5 to 9. */
const dihedral = (a: number, b: number): number => {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b + 5) % 5) : (a - b + 5) % 5;
};
const verhoeffStep = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4] as const;

/** Verhoeff (1969) over digits, the check digit last. */
export function verhoeff(digits: string): boolean {
  let check = 0;
  for (let i = 0; i < digits.length; i++) {
    let value = digit(digits, digits.length - 1 - i);
    for (let step = 0; step < i % 8; step++) value = verhoeffStep[value] ?? 0;
    check = dihedral(check, value);
  }
  return check === 0;
}

/** True when all characters are the same, as in fillers. */
export const isUniform = (text: string): boolean => /^(.)\1*$/.test(text);

/** True for "123456789", "987654321" and the like. */
export function isRunOfDigits(digits: string): boolean {
  const steps = new Set<number>();
  for (let i = 1; i < digits.length; i++) steps.add((digit(digits, i) - digit(digits, i - 1) + 10) % 10);
  return steps.size === 1 && (steps.has(1) || steps.has(9));
}
