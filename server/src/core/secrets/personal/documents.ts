import { isRunOfDigits, isUniform } from './check-digits.js';
import type { PersonalDataType } from './personal-data.js';

/** The digits are neither all the same nor a run, as in fillers. */
const hasOwnDigits = (number: string): boolean => {
  const digits = number.replace(/\D/g, '');
  return digits.length > 0 && !isUniform(digits) && !isRunOfDigits(digits);
};

/** Papers of people and vehicles that have a form but, in most countries, no check digit: a word beside them must say what they are. */
export const documents: readonly PersonalDataType[] = [
  {
    // India, Italy, Spain, South Korea, the Philippines, the United Kingdom, Russia, and others of these forms.
    id: 'passport',
    name: 'passport number',
    pattern:
      '(?<![\\w-])([A-Z]\\d{7}[A-Z]?|[A-Z]{2}\\d{6,7}|[A-Z]{3}\\d{6}[A-Z]?|[A-Z]\\d{3}[A-Z]\\d{4}|\\d{2} ?\\d{2} ?(?:№ ?)?\\d{6})(?![\\w-])',
    near: 'passport|passeport|reisepass|pasaporte|passaporto|paszport|паспорт|여권|护照|パスポート',
    valid: hasOwnDigits,
    severity: 'warning',
    sample: 'X00000000',
  },
  {
    // Italy (electronic and paper), India (voters), the Philippines (UMID, PhilHealth).
    id: 'identity-card',
    name: 'identity card number',
    pattern:
      '(?<![\\w-])([A-Z]{2}\\d{5}[A-Z]{2}|[A-Z]{2}\\d{7}|[A-Z]{3}\\d{7}|\\d{4}-\\d{7}-\\d|\\d{2}-\\d{9}-\\d)(?![\\w-])',
    near: "carta d['’]identit|\\bcie\\b|identity card|\\bvoter|\\bepic\\b|election card|\\bumid\\b|\\bcrn\\b|philhealth",
    valid: hasOwnDigits,
    severity: 'warning',
    sample: 'CA00000AA',
  },
  {
    // Italy, Germany, South Korea, South Africa.
    id: 'driving-licence',
    name: 'driving licence number',
    pattern:
      '(?<![\\w-])([A-Z]{2}\\d{7}[A-Z]|U1[0-9A-Z]{7}[A-Z]|[A-Z]\\d[0-9A-Z]{7}\\d[0-9A-Z]|\\d{2}-\\d{2}-\\d{6}-\\d{2}|\\d{10}[A-Z]{2})(?![\\w-])',
    near: "patente|führerschein|fuehrerschein|운전면허|driv(?:er['’]?s|ing) licen[sc]e|rijbewijs",
    valid: hasOwnDigits,
    severity: 'warning',
    sample: 'XX0000000X',
  },
  {
    // The United Kingdom, India, Germany, Turkey, Nigeria, the Philippines.
    id: 'vehicle-registration',
    name: 'license plate',
    pattern:
      '(?<![\\w-])([A-Z]{2}\\d{2} ?[A-Z]{3}|[A-Z]{2}[ -]?\\d{1,2}[ -]?[A-Z]{1,3}[ -]?\\d{4}|[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?\\d{1,4}[EH]?|\\d{2} [A-Z]{1,3} \\d{2,4}|[A-Z]{3}[ -]?\\d{3,4}(?:[ -]?[A-Z]{2})?)(?![\\w-])',
    near: 'licen[sc]e plate|number plate|plate (?:number|no)|vehicle (?:registration|number)|kennzeichen|nummernschild|plaka|\\btarga\\b|matrícula',
    valid: (number) => !/^(?:AB12CDE|AB12ABC|ABC1234?|XX\d|XYZ\d)/.test(number) && hasOwnDigits(number),
    severity: 'info',
    sample: 'AB12 CDE',
  },
  {
    id: 'in-upi',
    name: 'Indian payment address (UPI)',
    pattern:
      '(?<![\\w.@-])([\\w.-]{3,64}@(?:ok(?:axis|hdfcbank|icici|sbi)|ybl|ibl|axl|apl|upi|paytm|pt(?:hdfc|yes|axis|sbi)|sbi|hdfcbank|icici|axisbank|kotak|airtel|freecharge|jupiteraxis|yapl))(?![\\w.-])',
    valid: (_, written) =>
      !/^(?:name|user(?:name)?|example|test|your[\w.-]*|someone|abc|xyz|merchant)@/i.test(written),
    severity: 'warning',
    sample: 'name@upi',
  },
];
