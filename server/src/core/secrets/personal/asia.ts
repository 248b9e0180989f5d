import { isUniform, modulo, weighted } from './check-digits.js';
import type { PersonalDataType } from './personal-data.js';

/** Businesses, companies and other bodies each have weights and letters of their own. */
function isEntityNumber(number: string): boolean {
  const body = number.slice(0, -1);
  const check = number.slice(-1);
  if (/^\d{8}$/.test(body))
    return 'XMKECAWLJDB'.charAt(weighted(body, [10, 4, 9, 3, 8, 2, 7, 1]) % 11) === check;
  if (/^\d{9}$/.test(body))
    return 'ZKCMDNERGWH'.charAt(weighted(body, [10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11) === check;
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWX0123456789';
  const sum = [4, 3, 5, 3, 10, 2, 2, 5, 7].reduce(
    (total, weight, i) => total + weight * alphabet.indexOf(body.charAt(i)),
    0,
  );
  return alphabet.charAt((sum + 6) % 11) === check;
}

/** East and South-East Asia. */
export const asia: readonly PersonalDataType[] = [
  {
    id: 'kr-resident-number',
    name: 'South Korean resident number',
    pattern: '(?<![\\w.+/-])(\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])-[1-8]\\d{6})(?![\\w-]|\\.\\d)',
    // Numbers from October 2020 on have no check digit, so the date and the form must do.
    valid: (digits) => !isUniform(digits.slice(7)) && !digits.endsWith('234567'),
    severity: 'warning',
    sample: '900101-1234567',
  },
  {
    id: 'kr-business-number',
    name: 'South Korean business number',
    pattern: '(?<![\\w.+/-])(\\d{3}-\\d{2}-\\d{5})(?![\\w-]|\\.\\d)',
    near: '사업자|business registration|\\bbrn\\b',
    valid: (digits) =>
      (weighted(digits, [1, 3, 7, 1, 3, 7, 1, 3, 5, 1]) + Math.floor((Number(digits.charAt(8)) * 5) / 10)) %
        10 ===
      0,
    severity: 'info',
    sample: '123-45-67890',
  },
  {
    id: 'sg-nric',
    name: 'Singapore identity number',
    pattern: '(?<![\\w-])([STFGM]\\d{7}[A-Z])(?![\\w-])',
    valid: (number) => {
      const series = number.charAt(0);
      const offset = series === 'T' || series === 'G' ? 4 : series === 'M' ? 3 : 0;
      const rest = (weighted(number.slice(1, 8), [2, 7, 6, 5, 4, 3, 2]) + offset) % 11;
      const letters = 'ST'.includes(series) ? 'JZIHGFEDCBA' : series === 'M' ? 'XWUTRQPNJLK' : 'XWUTRQPNMLK';
      return letters.charAt(rest) === number.charAt(8) && !/1234567|0{7}/.test(number);
    },
    severity: 'warning',
    sample: 'S1234567D',
  },
  {
    id: 'sg-uen',
    name: 'Singapore entity number (UEN)',
    pattern: '(?<![\\w-])(\\d{8}[A-Z]|(?:19|20)\\d{7}[A-Z]|[TSR]\\d{2}[A-Z]{2}\\d{4}[A-Z])(?![\\w-])',
    near: '\\buen\\b|unique entity|business registration|\\bacra\\b',
    valid: isEntityNumber,
    severity: 'info',
    sample: '12345678A',
  },
  {
    id: 'th-id',
    name: 'Thai identity number',
    pattern: '(?<![\\w.+/-])([1-8][- ]?\\d{4}[- ]?\\d{5}[- ]?\\d{2}[- ]?\\d)(?![\\w-]|\\.\\d)',
    near: 'thai|บัตรประชาชน|เลขประจำตัว|national id',
    valid: (digits) =>
      (11 - (weighted(digits, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 ===
      Number(digits.charAt(12)),
    severity: 'warning',
    sample: '1-2345-67890-12-3',
  },
  {
    id: 'cn-resident-number',
    name: 'Chinese resident identity number',
    pattern:
      '(?<![\\w.+/-])([1-8]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[0-9X])(?![\\w-]|\\.\\d)',
    valid: (number) => {
      const sum = weighted(number, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
      return '10X98765432'.charAt(sum % 11) === number.charAt(17) && !number.startsWith('110101199003');
    },
    severity: 'warning',
    sample: '110101199003070000',
  },
  {
    id: 'jp-my-number',
    name: 'Japanese individual number',
    pattern: '(?<![\\w.+/-])(\\d{4}[- ]?\\d{4}[- ]?\\d{4})(?![\\w-]|\\.\\d)',
    near: 'マイナンバー|個人番号|my number',
    valid: (digits) => {
      const rest = weighted(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
      return (rest <= 1 ? 0 : 11 - rest) === modulo(digits, 10) && !isUniform(digits);
    },
    severity: 'warning',
    sample: '1234 5678 9012',
  },
];
