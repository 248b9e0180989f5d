import { isRunOfDigits, isUniform, luhn, modulo, verhoeff, weighted } from './check-digits.js';
import type { PersonalDataType } from './personal-data.js';

/** Numbers that the social security administration never gave out, or that advertising made famous. */
const voidSocialSecurityNumber =
  /^(?:000|666|9\d\d)|^\d{3}00|0000$|^(?:123456789|987654321|078051120|219099999|111223333|123121234|98765432\d)$/;

/** United States, Canada, Australia, and large Asian and African registers. */
export const americasAndOceania: readonly PersonalDataType[] = [
  {
    id: 'us-ssn',
    name: 'US social security number',
    pattern: '(?<![\\w.+/-])(\\d{3}-\\d{2}-\\d{4}|\\d{3} \\d{2} \\d{4})(?![\\w-]|\\.\\d)',
    valid: (digits) => !voidSocialSecurityNumber.test(digits) && !isUniform(digits),
    severity: 'warning',
    sample: '123-45-6789',
  },
  {
    id: 'us-ssn-plain',
    name: 'US social security number',
    pattern: '(?<![\\w.+/-])(\\d{9})(?![\\w-]|\\.\\d)',
    near: '\\bssn\\b|social security',
    valid: (digits) => !voidSocialSecurityNumber.test(digits) && !isUniform(digits),
    severity: 'warning',
    sample: '123456789',
  },
  {
    id: 'us-itin',
    name: 'US taxpayer number',
    pattern: '(?<![\\w.+/-])(9\\d{2}[- ]?(?:5\\d|6[0-5]|7\\d|8[0-8]|9[0-24-9])[- ]?\\d{4})(?![\\w-]|\\.\\d)',
    near: '\\bitin\\b|taxpayer|tax id',
    valid: (digits) => !isRunOfDigits(digits) && !isUniform(digits.slice(5)),
    severity: 'warning',
    sample: '900-70-0000',
  },
  {
    id: 'us-routing-number',
    name: 'US bank routing number',
    pattern:
      '(?<![\\w.+/-])((?:0\\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\\d{2}-?\\d{4}-?\\d)(?![\\w-]|\\.\\d)',
    near: 'routing|\\baba\\b|\\brtn\\b|bank transit',
    valid: (digits) =>
      weighted(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0 &&
      !isUniform(digits) &&
      digits !== '123456780',
    severity: 'info',
    sample: '123456780',
  },
  {
    id: 'us-bank-account',
    name: 'US bank account number',
    pattern: '(?<![\\w.+/-])(\\d{8,17})(?![\\w-]|\\.\\d)',
    near: '(?:bank|checking|savings)\\s{1,3}(?:account|acct)|account (?:number|no|#)',
    valid: (digits) => !isUniform(digits) && !isRunOfDigits(digits) && !/^(?:19|20)\d{6}$/.test(digits),
    severity: 'warning',
    sample: '1234567890',
  },
  {
    id: 'us-npi',
    name: 'US health provider number',
    pattern: '(?<![\\w.+/-])([12]\\d{3}[- ]?\\d{3}[- ]?\\d{3})(?![\\w-]|\\.\\d)',
    near: '\\bnpi\\b|national provider',
    valid: (digits) => luhn(`80840${digits}`) && digits !== '1234567893',
    severity: 'info',
    sample: '1234567893',
  },
  {
    id: 'us-mbi',
    name: 'US Medicare number',
    pattern:
      '(?<![\\w-])([1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\\d-?[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\\d-?[AC-HJKMNP-RT-Y]{2}\\d{2})(?![\\w-])',
    valid: (mbi) => mbi !== '1EG4TE5MK73' && mbi !== '1EG4TE5MK72',
    severity: 'warning',
    sample: '1EG4-TE5-MK73',
  },
  {
    id: 'us-passport',
    name: 'US passport number',
    pattern: '(?<![\\w-])([A-Z]?\\d{8,9})(?![\\w-])',
    near: 'passport',
    valid: (number) => {
      const digits = number.replace(/\D/g, '');
      return digits.length >= 8 && !isUniform(digits) && !isRunOfDigits(digits);
    },
    severity: 'warning',
    sample: 'A12345678',
  },
  {
    id: 'us-driver-license',
    name: 'driver license number',
    pattern: '(?<![\\w-])([A-Z]\\d{7,14}|[A-Z]{1,2}\\d{5,7}|\\d{7,9})(?![\\w-])',
    near: "driver'?s? licen[sc]e|\\bdl (?:number|no|#)",
    valid: (number) => !isRunOfDigits(number.replace(/\D/g, '')) && !isUniform(number.replace(/\D/g, '')),
    severity: 'warning',
    sample: 'D1234567',
  },
  {
    id: 'us-medical-license',
    name: 'DEA registration number',
    pattern: '(?<![\\w-])([A-HJ-NPR-Ua-hj-npr-u][A-Z9]\\d{7})(?![\\w-])',
    near: '\\bdea\\b|medical licen[sc]e|prescriber',
    valid: (number) => {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, check = 0] = Array.from(number.slice(2), Number);
      return (a + c + e + 2 * (b + d + f)) % 10 === check;
    },
    severity: 'info',
    sample: 'AB1234567',
  },
  {
    id: 'ca-sin',
    name: 'Canadian social insurance number',
    pattern: '(?<![\\w.+/-])([1-79]\\d{2}[- ]?\\d{3}[- ]?\\d{3})(?![\\w-]|\\.\\d)',
    near: '\\bsin\\b|social insurance|assurance sociale|\\bnas\\b',
    valid: (digits) => luhn(digits) && !isUniform(digits) && digits !== '046454286',
    severity: 'warning',
    sample: '046 454 286',
  },
  {
    id: 'au-abn',
    name: 'Australian business number',
    pattern: '(?<![\\w.+/-])(\\d{2} ?\\d{3} ?\\d{3} ?\\d{3})(?![\\w-]|\\.\\d)',
    near: '\\babn\\b|australian business',
    valid: (digits) =>
      weighted(`${Number(digits.charAt(0)) - 1}${digits.slice(1)}`, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) %
        89 ===
      0,
    severity: 'info',
    sample: '12 345 678 901',
  },
  {
    id: 'au-acn',
    name: 'Australian company number',
    pattern: '(?<![\\w.+/-])(\\d{3} ?\\d{3} ?\\d{3})(?![\\w-]|\\.\\d)',
    near: '\\bacn\\b|australian company',
    valid: (digits) =>
      (10 - (weighted(digits, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 === Number(digits.charAt(8)),
    severity: 'info',
    sample: '123 456 789',
  },
  {
    id: 'au-medicare',
    name: 'Australian Medicare number',
    pattern: '(?<![\\w.+/-])([2-6]\\d{3} ?\\d{5} ?\\d(?:[ -]?\\d)?)(?![\\w-]|\\.\\d)',
    near: 'medicare',
    valid: (digits) => weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(digits.charAt(8)),
    severity: 'warning',
    sample: '2123 45678 9',
  },
  {
    id: 'au-tfn',
    name: 'Australian tax file number',
    pattern: '(?<![\\w.+/-])(\\d{3} ?\\d{3} ?\\d{3})(?![\\w-]|\\.\\d)',
    near: '\\btfn\\b|tax file',
    valid: (digits) =>
      weighted(digits, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0 &&
      !isUniform(digits) &&
      digits !== '123456782',
    severity: 'warning',
    sample: '123 456 782',
  },
  {
    id: 'in-aadhaar',
    name: 'Indian Aadhaar number',
    pattern: '(?<![\\w.+/-])([2-9]\\d{3}[- :]?\\d{4}[- :]?\\d{4})(?![\\w-]|\\.\\d)',
    near: 'aadhaar|aadhar|uidai|आधार',
    valid: (digits) => verhoeff(digits) && !isUniform(digits),
    severity: 'warning',
    sample: '9999 9999 9999',
  },
  {
    id: 'in-pan',
    name: 'Indian tax account number (PAN)',
    pattern: '(?<![\\w-])([A-Z]{3}[ABCFGHJLPT][A-Z]\\d{4}[A-Z])(?![\\w-])',
    valid: (pan) => !/^(?:ABC[A-Z]{2}|AAA[A-Z]{2})1234/.test(pan) && !/0000/.test(pan),
    severity: 'warning',
    sample: 'ABCDE1234F',
  },
  {
    id: 'in-gstin',
    name: 'Indian tax number (GSTIN)',
    pattern: '(?<![\\w-])((?:0[1-9]|[12]\\d|3[0-8])[A-Z]{5}\\d{4}[A-Z][1-9A-Z]Z[0-9A-Z])(?![\\w-])',
    valid: (gstin) => gstCheckCharacter(gstin.slice(0, 14)) === gstin.charAt(14),
    severity: 'info',
    sample: '22AAAAA0000A1Z0',
  },
  {
    id: 'ph-tin',
    name: 'Philippine taxpayer number',
    pattern: '(?<![\\w.+/-])(\\d{3}-\\d{3}-\\d{3}(?:-\\d{3,5})?)(?![\\w-]|\\.\\d)',
    near: '\\btin\\b|\\bbir\\b|taxpayer',
    valid: (digits) => !isUniform(digits.slice(0, 9)) && !isRunOfDigits(digits.slice(0, 9)),
    severity: 'info',
    sample: '123-456-789-000',
  },
  {
    id: 'ng-nin',
    name: 'Nigerian identity number',
    pattern: '(?<![\\w.+/-])(\\d{11})(?![\\w-]|\\.\\d)',
    near: '\\bnin\\b|national identification number|nimc',
    valid: (digits) => verhoeff(digits) && !isUniform(digits),
    severity: 'warning',
    sample: '12345678901',
  },
  {
    id: 'za-id',
    name: 'South African identity number',
    pattern:
      '(?<![\\w.+/-])(\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{4}[012]\\d\\d)(?![\\w-]|\\.\\d)',
    near: '\\bid\\b|identity|\\brsa\\b|south africa',
    valid: (digits) => luhn(digits) && digits !== '8001015009087',
    severity: 'warning',
    sample: '8001015009087',
  },
  {
    id: 'br-cpf',
    name: 'Brazilian taxpayer number (CPF)',
    pattern: '(?<![\\w.+/-])(\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2})(?![\\w-])',
    valid: (digits) => isCpf(digits) && !isUniform(digits) && digits !== '12345678909',
    severity: 'warning',
    sample: '123.456.789-09',
  },
  {
    id: 'tr-tckn',
    name: 'Turkish identity number',
    pattern: '(?<![\\w.+/-])([1-9]\\d{10})(?![\\w-]|\\.\\d)',
    near: '\\bt\\.?c\\.?\\b|kimlik|tckn|turkish id',
    valid: (digits) => {
      const odd = weighted(digits, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
      const even = weighted(digits, [0, 1, 0, 1, 0, 1, 0, 1]);
      return (
        (odd * 7 - even + 100) % 10 === Number(digits.charAt(9)) &&
        (odd + even + Number(digits.charAt(9))) % 10 === Number(digits.charAt(10))
      );
    },
    severity: 'warning',
    sample: '12345678901',
  },
];

/** GSTIN: factors 1 and 2 in turn, quotient and remainder by 36 added up. */
function gstCheckCharacter(body: string): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const product = alphabet.indexOf(body.charAt(i)) * (i % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / 36) + (product % 36);
  }
  return alphabet.charAt((36 - (sum % 36)) % 36);
}

function isCpf(digits: string): boolean {
  const check = (length: number) => {
    const weights = Array.from({ length }, (_, i) => length + 1 - i);
    return ((weighted(digits, weights) * 10) % 11) % 10 === Number(digits.charAt(length));
  };
  return check(9) && check(10) && modulo(digits, 10) >= 0;
}
