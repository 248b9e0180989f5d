import { bech32Variant } from '../checks/bech32.js';
import { sha256 } from '../sha256.js';
import { isUniform, luhn, mod97 } from './check-digits.js';
import type { PersonalDataType } from './personal-data.js';

/** Lengths of IBANs by country (ISO 13616 registry). */
const ibanLengths: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BI: 27,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DJ: 27,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FK: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HN: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LC: 32,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  LY: 25,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MN: 20,
  MR: 27,
  MT: 31,
  MU: 30,
  NI: 28,
  NL: 18,
  NO: 15,
  OM: 23,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  RU: 33,
  SA: 24,
  SC: 31,
  SD: 18,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  SO: 23,
  ST: 25,
  SV: 28,
  TL: 23,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20,
  YE: 30,
};

/** Account numbers that the IBAN registry, banks and encyclopedias print as examples. */
const sampleIbans: ReadonlySet<string> = new Set([
  'AT611904300234573201',
  'BE68539007547034',
  'CH9300762011623852957',
  'DE44500105175407324931',
  'DE89370400440532013000',
  'ES9121000418450200051332',
  'FR1420041010050500013M02606',
  'FR7630006000011234567890189',
  'GB29NWBK60161331926819',
  'GB33BUKB20201555555555',
  'GB82WEST12345698765432',
  'IE29AIBK93115212345678',
  'IT60X0542811101000000123456',
  'NL91ABNA0417164300',
  'PL61109010140000071219812874',
  'SE4550000000058398257466',
]);

/** Card numbers by issuer: Visa, Mastercard, American Express, Discover, Diners Club, JCB, UnionPay. */
const cardIssuer =
  /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|6(?:011|5\d\d|4[4-9]\d)\d{12}|3(?:0[0-5]|[689]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}|62\d{14,17})$/;

/** Test cards of payment providers: long repetitions, and the ones that every documentation uses. */
const sampleCards =
  /(\d)\1{6}|^(?:4242424242424242|5555555555554444|5105105105105100|378282246310005|371449635398431|378734493671000|6011000990139424|4012888888881881|30569309025904|38520000023237|3530111333300000|3566002020360505|2223003122003222|4917610000000000|4532015112830366|4539578763621486)$/;

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Base58Check of a Bitcoin address: version byte, 20 bytes, and the first 4 bytes of their double SHA-256. */
function isBase58Address(text: string): boolean {
  const bytes = new Uint8Array(25);
  for (const character of text) {
    let carry = base58.indexOf(character);
    if (carry < 0) return false;
    for (let i = 24; i >= 0; i--) {
      carry += 58 * (bytes[i] ?? 0);
      bytes[i] = carry & 0xff;
      carry >>= 8;
    }
    if (carry !== 0) return false;
  }
  const digest = sha256(sha256(bytes.slice(0, 21)));
  return [0, 1, 2, 3].every((i) => digest[i] === bytes[21 + i]);
}

/** Data that is written alike in all countries. */
export const international: readonly PersonalDataType[] = [
  {
    id: 'credit-card',
    name: 'payment card number',
    pattern:
      '(?<![\\w.+/-])(\\d{4}[ -]?\\d{4}[ -]?\\d{4}[ -]?\\d{1,7}|3\\d{3}[ -]?\\d{6}[ -]?\\d{4,5})(?![\\w/-]|\\.\\d)',
    valid: (digits) => cardIssuer.test(digits) && luhn(digits) && !sampleCards.test(digits),
    severity: 'warning',
    sample: '4111 1111 1111 1111',
  },
  {
    id: 'iban',
    name: 'bank account number (IBAN)',
    pattern: '(?<![\\w-])([A-Z]{2}\\d{2} ?(?:[0-9A-Z]{4} ?){2,7}[0-9A-Z]{1,4})(?![\\w-])',
    valid: (iban) => ibanLengths[iban.slice(0, 2)] === iban.length && mod97(iban) && !sampleIbans.has(iban),
    severity: 'warning',
    sample: 'DE89 3704 0044 0532 0130 00',
  },
  {
    id: 'bitcoin-address',
    name: 'Bitcoin address',
    pattern: '(?<![0-9A-Za-z])([13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[02-9ac-hj-np-z]{11,71})(?![0-9A-Za-z])',
    valid: (address) =>
      address.startsWith('bc1') ? bech32Variant(address) !== undefined : isBase58Address(address),
    severity: 'info',
    sample: 'bc1qexampleaddressexampleaddressexample',
  },
  {
    id: 'ethereum-address',
    name: 'Ethereum address',
    pattern: '(?<![0-9A-Za-z])(0x[0-9A-Fa-f]{40})(?![0-9A-Za-z])',
    near: 'wallet|address|ethereum|\\beth\\b|recipient',
    valid: (address) => !isUniform(address.slice(2)) && !/0{12}/.test(address),
    severity: 'info',
    sample: '0x0000000000000000000000000000000000000000',
  },
  {
    id: 'email',
    name: 'e-mail address',
    pattern: '(?<![\\w.+%/:@-])([\\w.+%-]{1,64}@(?:[0-9A-Za-z-]{1,63}\\.){1,4}[A-Za-z]{2,18})(?![\\w@-])',
    valid: (_, written) => isPersonalAddress(written),
    severity: 'info',
    sample: 'jane.doe@example.com',
  },
  {
    id: 'phone',
    name: 'phone number',
    pattern:
      '(?<![\\w.+/#-])(\\+[1-9]\\d{0,2}[ .-]?(?:\\(\\d{1,4}\\)[ .-]?)?\\d{1,4}(?:[ .-]?\\d{2,4}){2,4}|\\(\\d{3}\\) ?\\d{3}[-. ]\\d{4}|\\d{3}-\\d{3}-\\d{4})(?![\\w-]|\\.\\d)',
    valid: isPhoneNumber,
    severity: 'info',
    sample: '+1 202-555-0143',
  },
  {
    id: 'ip-address',
    name: 'IP address',
    pattern:
      '(?<![\\w.:/-])((?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d))(?![\\w/-]|\\.\\d)',
    near: 'user|client|visitor|customer|home|\\bip\\b|logged in|from',
    valid: (_, address) => isPublicAddress(address),
    severity: 'info',
    sample: '203.0.113.7',
  },
  {
    id: 'ipv6-address',
    name: 'IPv6 address',
    pattern: '(?<![\\w.:/-])((?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4})(?![\\w:-]|\\.\\d)',
    valid: (_, address) => isPublicAddress6(address),
    severity: 'info',
    sample: '2001:db8::7',
  },
  {
    id: 'mac-address',
    name: 'MAC address',
    pattern: '(?<![\\w:-])((?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2})(?![\\w:-])',
    valid: (compact, written) =>
      new Set(compact.match(/\w\w/g)).size >= 4 &&
      (/:.*-|-.*:/.test(written)
        ? false
        : !/^(?:001122|aabbcc|deadbe|123456|00005e)/i.test(compact.replaceAll(':', ''))),
    severity: 'info',
    sample: '00:11:22:33:44:55',
  },
];

/** Not a role, not a documentation domain, not a file name such as "icon@2x.png". */
function isPersonalAddress(address: string): boolean {
  const [user = '', host = ''] = address.toLowerCase().split('@');
  const roles =
    /^(?:abuse|admin|administrator|alerts?|billing|bot|careers|ci|contact|customer|dev|email|example|feedback|finance|foo|git|hello|help|helpdesk|hr|info|it|jobs|legal|mail|marketing|me|name|news|newsletter|no-?reply|do-?not-?reply|noc|office|ops|postmaster|press|privacy|root|sales|security|service|someone|support|system|team|test\w*|user\w*|username|webmaster|you|your\w*|[a-z]|\d+)$/;
  const reserved =
    /(?:^|\.)(?:example|test|invalid|localhost|local|internal)$|(?:^|\.)(?:example|test|domain|mydomain|yourdomain|your-domain|company|yourcompany|mycompany|acme|corp|business|firm|organization|email|mail|host|site|website|foo|bar|xyz|abc)\.\w{2,6}$|\.(?:png|jpe?g|gif|svg|webp|js|ts|css|md|py|json)$|(?:users\.)?noreply\.|github\.com$|gitlab\.com$/;
  return !roles.test(user) && !reserved.test(host) && !/\.\.|^\.|\.$/.test(user) && !/%/.test(user);
}

/** Length and prefix fit a number that can be dialed, and it is not one of those set aside for fiction. */
function isPhoneNumber(compact: string, written: string): boolean {
  const digits = compact.replace(/\D/g, '');
  if (written.startsWith('+')) {
    if (
      digits.length < 9 ||
      digits.length > 15 ||
      isUniform(digits.slice(-7)) ||
      /1234567|9876543/.test(digits)
    )
      return false;
    return !/^1\d{3}555|^1555|^44(?:7700900|1632960|2079460|1134960|1174960|1184960)/.test(digits);
  }
  return (
    /^[2-9]\d{2}[2-9]\d{6}$/.test(digits) &&
    digits.slice(3, 6) !== '555' &&
    !digits.startsWith('555') &&
    !isUniform(digits.slice(3)) &&
    !/1234567/.test(digits)
  );
}

/** Leads to one machine of the Internet: not private, local, reserved, multicast, documentation (RFC 5737), or a well-known name server. */
function isPublicAddress(address: string): boolean {
  const reserved =
    /^(?:0|10|127|22[4-9]|23\d|24\d|25[0-5])\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^192\.168\.|^192\.0\.[02]\.|^198\.51\.100\.|^203\.0\.113\.|^198\.1[89]\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^(?:1\.1\.1\.1|1\.0\.0\.1|8\.8\.[84]\.[84]|9\.9\.9\.9|1\.2\.3\.4|4\.3\.2\.1|5\.6\.7\.8|208\.67\.22\d\.22\d)$/;
  return (
    !reserved.test(address) &&
    !/^(\d{1,3})\.\1\.\1\.\1$/.test(address) &&
    !/\.0$|^\d\.\d\.\d\.\d$/.test(address)
  );
}

/** Global unicast (2000::/3), but for documentation (RFC 3849, RFC 9637) and well-known name servers. */
function isPublicAddress6(address: string): boolean {
  const groups = groupsOf(address);
  if (groups === undefined) return false;
  const [first = 0, second = 0] = groups;
  const isGlobal = first >= 0x2000 && first <= 0x3fff;
  const isDocumentation = (first === 0x2001 && second === 0xdb8) || (first === 0x3fff && second <= 0xfff);
  const isNameServer = /^(?:2001:4860:4860::|2606:4700:4700::|2620:fe::|2620:119:)/i.test(address);
  const rest = groups.slice(2);
  return isGlobal && !isDocumentation && !isNameServer && rest.some((group) => group !== 0);
}

/** The eight numbers of an address; `undefined` when the text is none. */
function groupsOf(address: string): readonly number[] | undefined {
  const halves = address.split('::');
  if (halves.length > 2) return undefined;
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - left.length - right.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  return groups.includes('') ? undefined : groups.map((group) => Number.parseInt(group, 16));
}
