import { describe, expect, test } from 'vitest';
import {
  isRunOfDigits,
  luhn,
  mod11_10,
  mod97,
  verhoeff,
} from '../../server/src/core/secrets/personal/check-digits.js';
import { findSensitiveData, personalDataTypes } from '../../server/src/core/secrets/personal/find.js';

const find = (text: string) => findSensitiveData({ path: 'a.prompt', text }, { context: 'prompt' });
const types = (text: string): readonly string[] => find(text).map(({ type }) => type);

/** Values whose check digits are right and that are no famous examples; most are computed from a counter. */
const personal: Readonly<Record<string, readonly string[]>> = {
  'credit-card': [
    'card 4539 1488 0343 6467',
    'pay with 5425-2334-3010-9903.',
    'amex 374245455400126',
    '"number": "6011 0009 9013 9432"',
  ],
  iban: [
    'DE79 3701 0050 0987 6123 45',
    'IBAN: FR3330002005500000157841Z25',
    'account NL39 RABO 0300 0652 64',
  ],
  'bitcoin-address': [
    'send to 1BoatSLRHtKNngkdXEeobR76b53LETtpyT',
    'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
  ],
  'ethereum-address': ['wallet 0x52908400098527886E0F7030069857D2E4169EE7'],
  email: ['write to jane.doe@contoso-bank.com', '"from": "m.keller+work@uni-heidelberg.de"'],
  phone: ['call +49 30 901820', 'tel. (415) 867-5309', 'phone: +33 6 12 98 76 54'],
  'ip-address': ['user ip 84.17.45.12'],
  'mac-address': ['device 52:54:00:ab:12:9f'],
  'ipv6-address': [
    'user 2a02:908:1234:5600:9d2:71ff:fe3c:88aa',
    '[2003:e8:27ff::1f2a]',
    '"2600:1f18:4a2::b1c"',
  ],
  passport: ['passport no. J8369854', 'Reisepass YA5392871', 'паспорт 45 09 123987', '여권 M482A9517'],
  'identity-card': ["carta d'identità CA42817AB", 'voter id XGN4829175'],
  'driving-licence': ['patente U1A93K45BX', '운전면허 11-08-123982-61'],
  'vehicle-registration': [
    'license plate KL-MN 482',
    'vehicle registration MH 12 DE 1433',
    'number plate BD51 SMR',
  ],
  'in-upi': ['pay ravi.k83@okhdfcbank'],
  'ru-snils': ['СНИЛС 087-654-303 00'],
  'ru-inn': ['ИНН 500100732259', 'ИНН 7707083893'],
  'sg-uen': ['UEN 52993417E', 'UEN 201734096H', 'UEN T09LL0461J'],
  'de-physician-number': ['LANR 838382202'],
  'de-practice-number': ['BSNR 723456100'],
  'de-tax-number': ['Steuernummer 181/924/07365'],
  'us-ssn': ['SSN 536-90-4399', 'his social security number 536904399'],
  'us-itin': ['ITIN 912-84-3971'],
  'us-routing-number': ['routing number 021000021'],
  'us-npi': ['NPI 1245319599'],
  'us-mbi': ['Medicare id 2EG4-TE5-MK74'],
  'us-passport': ['US passport 532190784'],
  'us-medical-license': ['DEA BB1388568'],
  'us-bank-account': ['checking account 0045521987'],
  'ca-sin': ['SIN: 130 692 544'],
  'au-abn': ['ABN 51 824 753 556'],
  'au-acn': ['ACN 004 085 616'],
  'au-tfn': ['TFN 865 414 088'],
  'au-medicare': ['medicare 2123 45670 1'],
  'in-aadhaar': ['Aadhaar 2341 2341 2346'],
  'in-pan': ['PAN BNZPM2501F'],
  'in-gstin': ['GSTIN 27AAPFU0939F1ZV'],
  'za-id': ['South African ID 8606195138082'],
  'br-cpf': ['CPF 529.982.247-25'],
  'tr-tckn': ['TC kimlik 10000000146'],
  'uk-nhs-number': ['NHS number 401 023 2137'],
  'uk-nino': ['NINO AB 12 34 58 C'],
  'de-tax-id': ['Steuer-ID 86095742719'],
  'de-health-insurance': ['Krankenversichertennummer A123456780'],
  'de-social-security': ['Rentenversicherungsnummer 15 070649 C 103'],
  'es-nif': ['DNI 54362315K'],
  'es-nie': ['NIE X2482300W'],
  'it-fiscal-code': ['codice fiscale MRTMTT91D08F205J'],
  'it-vat': ['partita IVA 00743110157'],
  'pl-pesel': ['PESEL 44051401359'],
  'fi-personal-code': ['henkilötunnus 010190-999W'],
  'se-personal-number': ['personnummer 19811218-9876'],
  'fr-nir': ['NIR 1 85 05 78 006 084 91'],
  'nl-bsn': ['BSN 111222333'],
  'kr-resident-number': ['900101-1023456'],
  'sg-nric': ['NRIC S9912366D'],
  'cn-resident-number': ['11010519491231002X'],
  'jp-my-number': ['マイナンバー 1234 5678 9018'],
  'internal-host': [
    'see http://wiki.intranet/page',
    'db.billing.corp:5432',
    'http://10.4.7.9/admin',
    'redis.cache.svc.cluster.local',
  ],
};

/** Famous examples, wrong check digits, and other numbers. */
const innocent: readonly string[] = [
  'card 4111 1111 1111 1111',
  'card 4539 1488 0343 6468',
  'SSN 123-45-6789',
  'SSN 078-05-1120',
  'SSN 000-12-3456',
  'GB82 WEST 1234 5698 7654 32 and DE89370400440532013000',
  'DE79 3701 0050 0987 6123 46',
  'write to jane@example.com or support@acme.com',
  'git@github.com:a/b.git',
  'icon@2x.png',
  'user@localhost',
  'call 555-0143 or 123-456-7890',
  'call (212) 555-0187',
  'call +1 555 123 4567',
  'server 192.0.2.10, 127.0.0.1 and 8.8.8.8; user from 192.168.1.7',
  'version 1.2.3.4',
  'fe80::1, ::1, 2001:db8::8a2e:370:7334, fd00::1 and 2001:4860:4860::8888',
  'std::string a::b 12:30:45 de:ad:be:ef',
  'passport X00000000, plate AB12 CDE, name@upi',
  'The passport is valid for 10 years; see form DS-11.',
  'INN rooms 1234567890 and ИНН 7707083894',
  'ISBN 978-3-16-148410-0',
  'on 2024-05-17 at 12:30:45',
  'order 4539148803436467889900112233',
  'uuid 3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  'sha 9b2cf535f27731c974343645a3985328a1b2c3d4',
  'mac 00:00:00:00:00:00 and aa:bb:cc:dd:ee:ff',
  'PESEL 44051401358',
  'a number 86095742719 without a word',
  'http://localhost:3000, http://192.168.1.1/, host.docker.internal',
  'settings.local and example.internal',
];

describe.each(Object.entries(personal))('%s', (type, texts) => {
  test.each(texts)('%s', (text) => {
    expect(types(text)).toContain(type);
  });
});

test.each(innocent)('Not personal: %s', (text) => {
  expect(types(text)).toEqual([]);
});

describe('The table of types', () => {
  test('has a sample of each kind that is not taken for real', () => {
    for (const { id, name, sample } of personalDataTypes) {
      expect(types(`${id} ${name}: ${sample}`), id).toEqual([]);
    }
  });

  test('has unique ids and bounded expressions', () => {
    const ids = personalDataTypes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { pattern } of personalDataTypes) {
      expect(pattern.replace(/\\.|\[(?:\\.|[^\]])+\]/g, '_')).not.toMatch(/[*+]|\{\d+,\}/);
    }
  });
});

describe('Check digits', () => {
  test('are those of the standards', () => {
    expect(luhn('79927398713')).toBe(true);
    expect(luhn('79927398710')).toBe(false);
    expect(mod97('GB29NWBK60161331926819')).toBe(true);
    expect(verhoeff('2363')).toBe(true);
    expect(verhoeff('2364')).toBe(false);
    expect(mod11_10('86095742719')).toBe(true);
    expect(isRunOfDigits('456789012')).toBe(true);
    expect(isRunOfDigits('456789112')).toBe(false);
  });

  test('each catches every single wrong digit', () => {
    for (const [check, digits] of [
      [luhn, '79927398713'],
      [verhoeff, '2363'],
      [mod11_10, '86095742719'],
    ] as const) {
      for (let i = 0; i < digits.length; i++) {
        for (let d = 0; d < 10; d++) {
          const changed = digits.slice(0, i) + d + digits.slice(i + 1);
          expect(check(changed)).toBe(changed === digits);
        }
      }
    }
  });
});

test('Only the given ranges are looked at, and offsets are those of the file', () => {
  const text = 'SSN 536-90-4399\nSSN 536-90-4398\n';
  const [only, ...others] = findSensitiveData(
    { path: 'a', text },
    { context: 'prompt', ranges: [{ start: 16, end: text.length }] },
  );
  expect(others).toEqual([]);
  expect(text.slice(only?.location.range.start, only?.location.range.end)).toBe('536-90-4398');
});

test('The value is not handed out', () => {
  expect(JSON.stringify(find('SSN 536-90-4399, card 4539 1488 0343 6467'))).not.toMatch(/4399|6467/);
});
