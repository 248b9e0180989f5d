import { isRunOfDigits, isUniform, luhn, mod11_10, modulo, weighted } from './check-digits.js';
import type { PersonalDataType } from './personal-data.js';

/** Position of a capital in the alphabet, 1 to 26, or the digit itself. */
const letterValue = (character: string): number =>
  /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 64;

const spanishLetters = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Weights 7, 3, 1 in turn, letters from A = 10: machine-readable identity documents (ICAO 9303). */
const icao = (text: string): number =>
  weighted(
    text,
    Array.from({ length: text.length }, (_, i) => [7, 3, 1][i % 3] ?? 1),
  ) % 10;

/** European Union, United Kingdom, Nordic countries. */
export const europe: readonly PersonalDataType[] = [
  {
    id: 'uk-nhs-number',
    name: 'UK health service number',
    pattern: '(?<![\\w.+/-])(\\d{3}[- ]?\\d{3}[- ]?\\d{4})(?![\\w-]|\\.\\d)',
    near: '\\bnhs\\b|national health',
    valid: (digits) =>
      (11 - (weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(digits.charAt(9)) &&
      !isUniform(digits) &&
      !['9434765919', '9434765870', '1234567881'].includes(digits),
    severity: 'warning',
    sample: '943 476 5919',
  },
  {
    id: 'uk-nino',
    name: 'UK national insurance number',
    pattern: '(?<![\\w-])([A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D])(?![\\w-])',
    valid: (nino) => !/^(?:BG|GB|KN|NK|NT|TN|ZZ|QQ)|123456|000000/.test(nino),
    severity: 'warning',
    sample: 'QQ 12 34 56 C',
  },
  {
    id: 'uk-driving-licence',
    name: 'UK driving licence number',
    pattern: '(?<![\\w-])([A-Z9]{5}\\d[0156]\\d(?:0[1-9]|[12]\\d|3[01])\\d[A-Z9]{2}[0-9A-Z]{3})(?![\\w-])',
    valid: (licence) => !licence.startsWith('MORGA657054'),
    severity: 'warning',
    sample: 'MORGA657054SM9IJ',
  },
  {
    id: 'de-tax-id',
    name: 'German tax number',
    pattern: '(?<![\\w.+/-])([1-9]\\d ?\\d{3} ?\\d{3} ?\\d{3})(?![\\w-]|\\.\\d)',
    near: 'steuer|\\btin\\b|\\bidnr\\b|tax id',
    valid: (digits) =>
      mod11_10(digits) && new Set(digits.slice(0, 10)).size >= 8 && new Set(digits.slice(0, 10)).size <= 9,
    severity: 'warning',
    sample: '12 345 678 901',
  },
  {
    id: 'de-health-insurance',
    name: 'German health insurance number',
    pattern: '(?<![\\w-])([A-Z]\\d{9})(?![\\w-])',
    near: 'krankenversicher|versichertennummer|krankenkasse|kvnr|health insurance',
    valid: (number) => {
      const digits = `${String(letterValue(number.charAt(0))).padStart(2, '0')}${number.slice(1, 9)}`;
      const sum = Array.from(digits, (character, i) => {
        const product = Number(character) * (i % 2 === 0 ? 1 : 2);
        return product > 9 ? product - 9 : product;
      }).reduce((a, b) => a + b, 0);
      return sum % 10 === Number(number.charAt(9));
    },
    severity: 'warning',
    sample: 'A123456789',
  },
  {
    id: 'de-social-security',
    name: 'German pension insurance number',
    pattern: '(?<![\\w-])(\\d{2} ?[0-3]\\d[01]\\d\\d{2} ?[A-Z] ?\\d{2} ?\\d)(?![\\w-])',
    near: 'rentenversicherung|sozialversicherung|rvnr|svnr|social security',
    valid: (number) => {
      const digits =
        number.slice(0, 8) + String(letterValue(number.charAt(8))).padStart(2, '0') + number.slice(9, 11);
      const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
      const sum = weights.reduce((total, weight, i) => {
        const product = weight * Number(digits.charAt(i));
        return total + Math.floor(product / 10) + (product % 10);
      }, 0);
      return sum % 10 === Number(number.charAt(11));
    },
    severity: 'warning',
    sample: '12 010190 A 123',
  },
  {
    id: 'de-id-card',
    name: 'German identity card number',
    pattern: '(?<![\\w-])([CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]{8}\\d)(?![\\w-])',
    near: 'ausweis|personalausweis|reisepass|passnummer|id card',
    valid: (number) =>
      icao(number.slice(0, 9)) === Number(number.charAt(9)) &&
      /\d/.test(number.slice(0, 9)) &&
      // Specimens.
      !/^(?:T22000129|L01X00T47|LZ6311T47|C01X00T47)/.test(number),
    severity: 'warning',
    sample: 'L01X00T471',
  },
  {
    id: 'de-vat',
    name: 'German VAT number',
    pattern: '(?<![\\w-])(DE ?\\d{3} ?\\d{3} ?\\d{3})(?![\\w-])',
    valid: (number) => mod11_10(number.slice(2)) && !isRunOfDigits(number.slice(2)),
    severity: 'info',
    sample: 'DE123456789',
  },
  {
    id: 'de-physician-number',
    name: 'German physician number (LANR)',
    pattern: '(?<![\\w.+/-])(\\d{9})(?![\\w-]|\\.\\d)',
    near: '\\blanr\\b|arzt-?n(?:umme)?r|physician number',
    valid: (digits) =>
      (10 - (weighted(digits, [4, 9, 4, 9, 4, 9]) % 10)) % 10 === Number(digits.charAt(6)) &&
      !isUniform(digits),
    severity: 'info',
    sample: '123456789',
  },
  {
    id: 'de-practice-number',
    name: 'German practice number (BSNR)',
    pattern: '(?<![\\w.+/-])(\\d{9})(?![\\w-]|\\.\\d)',
    near: '\\bbsnr\\b|betriebsstätten-?n(?:umme)?r',
    valid: (digits) => !isUniform(digits) && !isRunOfDigits(digits),
    severity: 'info',
    sample: '123456789',
  },
  {
    id: 'de-tax-number',
    name: 'German tax number (Steuernummer)',
    pattern: '(?<![\\w.+/-])(\\d{2,3}[/ ]\\d{3}[/ ]\\d{4,5})(?![\\w/-]|\\.\\d)',
    near: 'steuer-?n(?:umme)?r|\\bst\\.?-?nr|tax number',
    valid: (digits) => !isUniform(digits) && !/12345678|8150815/.test(digits),
    severity: 'warning',
    sample: '123/456/78901',
  },
  {
    id: 'es-nif',
    name: 'Spanish tax number (NIF)',
    pattern: '(?<![\\w-])(\\d{8}-?[A-Z])(?![\\w-])',
    valid: (nif) =>
      spanishLetters.charAt(modulo(nif.slice(0, 8), 23)) === nif.charAt(8) &&
      !/^(?:12345678|0{8}|1{8})/.test(nif),
    severity: 'warning',
    sample: '12345678Z',
  },
  {
    id: 'es-nie',
    name: 'Spanish foreigner number (NIE)',
    pattern: '(?<![\\w-])([XYZ]-?\\d{7}-?[A-Z])(?![\\w-])',
    valid: (nie) =>
      spanishLetters.charAt(modulo(`${'XYZ'.indexOf(nie.charAt(0))}${nie.slice(1, 8)}`, 23)) ===
        nie.charAt(8) && !/1234567|0{7}/.test(nie),
    severity: 'warning',
    sample: 'X1234567L',
  },
  {
    id: 'it-fiscal-code',
    name: 'Italian fiscal code',
    pattern: '(?<![\\w-])([A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z])(?![\\w-])',
    valid: (code) => fiscalCodeLetter(code.slice(0, 15)) === code.charAt(15) && !/^RSSMRA/.test(code),
    severity: 'warning',
    sample: 'RSSMRA80A01H501U',
  },
  {
    id: 'it-vat',
    name: 'Italian VAT number',
    pattern: '(?<![\\w.+/-])((?:IT ?)?\\d{11})(?![\\w-]|\\.\\d)',
    near: 'partita iva|p\\.? ?iva|\\biva\\b|vat',
    valid: (number) => luhn(number.replace(/^IT/, '')) && !isUniform(number.replace(/^IT/, '')),
    severity: 'info',
    sample: '12345678901',
  },
  {
    id: 'pl-pesel',
    name: 'Polish identity number (PESEL)',
    pattern:
      '(?<![\\w.+/-])(\\d{2}(?:[02468][1-9]|[13579][012])(?:0[1-9]|[12]\\d|3[01])\\d{5})(?![\\w-]|\\.\\d)',
    near: 'pesel',
    valid: (digits) => weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
    severity: 'warning',
    sample: '44051401358',
  },
  {
    id: 'fi-personal-code',
    name: 'Finnish personal identity code',
    pattern: '(?<![\\w-])((?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d{2}[-+A-FU-Y]\\d{3}[0-9A-Z])(?![\\w-])',
    valid: (_, code) =>
      '0123456789ABCDEFHJKLMNPRSTUVWXY'.charAt(modulo(code.slice(0, 6) + code.slice(7, 10), 31)) ===
        code.charAt(10) && code.slice(0, 6) !== '131052',
    severity: 'warning',
    sample: '131052-308T',
  },
  {
    id: 'se-personal-number',
    name: 'Swedish personal identity number',
    pattern:
      '(?<![\\w.+/-])((?:19|20)?\\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\\d|[39][01])[-+]\\d{4})(?![\\w-]|\\.\\d)',
    valid: (compact) => luhn(compact.replace(/\D/g, '').slice(-10)),
    severity: 'warning',
    sample: '19811218-9870',
  },
  {
    id: 'se-organisation-number',
    name: 'Swedish organisation number',
    pattern: '(?<![\\w.+/-])([1-9]\\d[2-9]\\d{3}-\\d{4})(?![\\w-]|\\.\\d)',
    near: 'organisationsnummer|org\\.? ?n(?:umme)?r|organisation number',
    valid: (digits) => luhn(digits),
    severity: 'info',
    sample: '556000-0000',
  },
  {
    id: 'fr-nir',
    name: 'French social security number',
    pattern:
      '(?<![\\w.+/-])([12] ?\\d{2} ?(?:0[1-9]|1[0-2]) ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2})(?![\\w-]|\\.\\d)',
    valid: (nir) => {
      const digits = nir.replace('2A', '19').replace('2B', '18');
      return 97 - modulo(digits.slice(0, 13), 97) === Number(digits.slice(13));
    },
    severity: 'warning',
    sample: '1 99 01 75 001 001 00',
  },
  {
    id: 'nl-bsn',
    name: 'Dutch citizen number (BSN)',
    pattern: '(?<![\\w.+/-])(\\d{9})(?![\\w-]|\\.\\d)',
    near: '\\bbsn\\b|burgerservice|sofinummer',
    valid: (digits) =>
      (weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) - Number(digits.charAt(8))) % 11 === 0 &&
      !isUniform(digits),
    severity: 'warning',
    sample: '123456789',
  },
];

/** Italian fiscal code: odd positions (from 1) have their own values, the sum modulo 26 is a letter. */
function fiscalCodeLetter(body: string): string {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const character = body.charAt(i);
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
    sum += i % 2 === 0 ? (odd[value] ?? 0) : value;
  }
  return String.fromCharCode(65 + (sum % 26));
}
