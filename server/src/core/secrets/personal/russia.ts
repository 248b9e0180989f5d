import { isUniform, weighted } from './check-digits.js';
import type { PersonalDataType } from './personal-data.js';

const innWeights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8] as const;

/** The digit at `at` checks those before it. */
const innDigit = (digits: string, at: number): boolean =>
  (weighted(digits.slice(0, at), innWeights.slice(-at)) % 11) % 10 === Number(digits.charAt(at));

export const russia: readonly PersonalDataType[] = [
  {
    id: 'ru-snils',
    name: 'Russian pension insurance number (SNILS)',
    pattern: '(?<![\\w.+/-])(\\d{3}-\\d{3}-\\d{3}[ -]\\d{2}|\\d{11})(?![\\w-]|\\.\\d)',
    near: 'снилс|snils|пенсионн|страхов',
    // Numbers up to 001-001-998 have no check digits.
    valid: (digits) =>
      Number(digits.slice(0, 9)) > 1_001_998 &&
      !isUniform(digits) &&
      !digits.startsWith('112233445') &&
      (weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(digits.slice(9)),
    severity: 'warning',
    sample: '001-001-998 00',
  },
  {
    id: 'ru-inn',
    name: 'Russian taxpayer number (INN)',
    pattern: '(?<![\\w.+/-])(\\d{12}|\\d{10})(?![\\w-]|\\.\\d)',
    near: '(?:^|[^а-яёa-z])(?:инн|inn)(?:[^а-яёa-z]|$)|налогоплательщик',
    valid: (digits) =>
      !isUniform(digits) &&
      (digits.length === 12 ? innDigit(digits, 10) && innDigit(digits, 11) : innDigit(digits, 9)),
    severity: 'warning',
    sample: '123456789012',
  },
];
