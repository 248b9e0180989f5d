import { describe, expect, test } from 'vitest';
import { checks } from '../../server/src/core/secrets/checks/all.js';
import { bech32Variant } from '../../server/src/core/secrets/checks/bech32.js';
import { base62, crc32, hex32, swapBytes } from '../../server/src/core/secrets/checks/crc32.js';
import type { CheckId } from '../../server/src/core/secrets/formats/format.js';
import { Generator, hexDigits } from './generate.js';
import { seen } from './scanner.js';

const random = new Generator(9);
const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: object, header: object = { alg: 'HS256', typ: 'JWT' }): string =>
  `${base64url(header)}.${base64url(claims)}.${random.text(43)}`;

test('CRC-32 gives the check value of its catalog entry', () => {
  expect(crc32('123456789')).toBe(0xcbf43926);
  expect(hex32(swapBytes(0x01020304))).toBe('04030201');
  expect(base62(61, 2)).toBe('0z');
  expect(base62(3844, 6)).toBe('000100');
});

test('bech32 and bech32m checksums are those of BIP 173 and BIP 350', () => {
  expect(bech32Variant('A12UEL5L')).toBe('bech32');
  expect(bech32Variant('a1lqfn3a')).toBe('bech32m');
  expect(bech32Variant('A12UEL5M')).toBeUndefined();
  expect(bech32Variant('A12uEL5L')).toBeUndefined();
});

/** Tokens that are put together as their provider does it. */
const genuine: Readonly<Record<CheckId, () => string>> = {
  github: () => {
    const body = random.text(30);
    return `ghp${'_'}${body}${base62(crc32(body), 6)}`;
  },
  vercel: () => {
    const body = random.text(50);
    return `vcp${'_'}${body}${base62(crc32(body), 6)}`;
  },
  cloudflare: () => {
    const body = random.text(40);
    return `cfut${'_'}${body}${hex32(crc32(body))}`;
  },
  confluent: () => {
    const body = random.text(54);
    return `cflt${body}${Buffer.from(hex32(swapBytes(crc32(body))), 'hex')
      .toString('base64')
      .slice(0, 6)}`;
  },
  grafana: () => {
    const body = `glsa${'_'}${random.text(32)}`;
    return `${body}_${hex32(swapBytes(crc32(body)))}`;
  },
  atlassian: () => {
    const body = `ATBB${random.text(24)}`;
    return body + hex32(crc32(body)).toUpperCase();
  },
  'bitbucket-data-center': () => `BBDC-${Buffer.from(`123456789:${random.text(22)}`).toString('base64')}`,
  'gitlab-routable': () =>
    `glpat${'-'}${random.text(32)}.0w${random.text(7, '0123456789abcdefghijklmnopqrstuvwxyz')}`,
  'aws-access-key': () => `AKIA${random.text(16, 'ABCDEFGH23456QRS')}`,
  openai: () => `sk-${'proj-'}${random.text(74)}T3${'BlbkFJ'}${random.text(74)}`,
  groq: () => `gsk${'_'}${random.text(20)}WGdy${'b3FY'}${random.text(24)}`,
  'azure-frame': () => `${random.text(52)}JQQ${'J99'}A${random.text(25)}`,
  pypi: () =>
    `pypi-${Buffer.concat([Buffer.from([2, 1, 8]), Buffer.from('pypi.org'), Buffer.from([2]), Buffer.from(random.text(70))]).toString('base64url')}`,
  age: () => `AGE-SECRET-${'KEY-1'}GQ9778VQXMMJVE8SK7J6VT8UJ4HDQAJUVSFCWCM02D8GEWQ72PVQ2Y5J33`,
  jwt: () => jwt({ sub: 'service-7', iat: 1700000000, exp: 1900000000 }),
};

describe.each(Object.entries(genuine))('The %s test', (id, make) => {
  const check = checks[id as CheckId];

  test('passes tokens made as the provider makes them', () => {
    expect(check(make()).passed).toBe(true);
  });

  test('never decides alone: a token that fails is still found, with less confidence', () => {
    const token = make();
    const middle = Math.floor(token.length * 0.6);
    const spoiled = token.slice(0, middle) + (token[middle] === 'X' ? 'Y' : 'X') + token.slice(middle + 1);
    const before = seen(`key = "${token}"`, 'llm-code')[0];
    expect(before?.secret.confidence).toBe('high');
    expect(before?.secret.checks).toEqual([id]);
    // The frames of these survive a changed character.
    if (
      [
        'jwt',
        'aws-access-key',
        'openai',
        'groq',
        'azure-frame',
        'pypi',
        'bitbucket-data-center',
        'gitlab-routable',
      ].includes(id)
    )
      return;
    const after = seen(`key = "${spoiled}"`, 'llm-code')[0];
    expect(after?.secret.checks).toEqual([]);
    expect(after?.secret.confidence).toBe('medium');
  });
});

describe('What tokens tell about themselves', () => {
  test('an AWS key id names its account', () => {
    // A key id of account 123456789012, put together bit by bit.
    const bits = (123456789012n << 7n).toString(2).padStart(47, '0');
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    const padded = `0${bits}`.padEnd(50, '0');
    const body = (padded.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('');
    const id = `AKIA${body}${random.text(6, alphabet)}`;
    expect(seen(id, 'other')[0]?.secret.facts).toEqual({ account: '123456789012' });
  });

  test('an AWS key id with characters outside base32 is doubtful', () => {
    expect(
      seen(`AKIA${random.text(8, 'ABCDEFGH')}1890${random.text(4, 'QRSTUV')}`, 'other')[0]?.secret.confidence,
    ).toBe('medium');
  });

  test('a JSON Web Token tells issuer, role and expiry, never the subject', () => {
    const [found] = seen(
      jwt({ iss: 'supabase', role: 'service_role', sub: 'jane', iat: 1700000000, exp: 1900000000 }),
      'other',
    );
    expect(found?.secret.facts).toEqual({ issuer: 'supabase', role: 'service_role', expires: '2030-03-17' });
  });

  test('a Supabase key for anonymous users is public', () => {
    expect(seen(jwt({ iss: 'supabase', role: 'anon' }), 'other')[0]?.secret.publishable).toBe(true);
    expect(seen(jwt({ iss: 'supabase', role: 'service_role' }), 'other')[0]?.secret.publishable).toBe(false);
  });

  test('the token of every tutorial is a sample', () => {
    expect(
      seen(jwt({ sub: '1234567890', name: 'John Doe', iat: 1516239022 }), 'other')[0]?.secret.sample,
    ).toBe(true);
  });

  test('something with dots that is no JSON Web Token is doubtful', () => {
    const text = `eyJ${random.text(30)}.eyJ${random.text(30)}.${random.text(43, hexDigits)}`;
    expect(seen(text, 'other')[0]?.secret.checks ?? []).toEqual([]);
  });
});

test('a key of an account of a canary service is bait, and says so', () => {
  const bits = (BigInt('534261010715') << 7n) | (0b1n << 47n);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const first = Array.from(
    { length: 10 },
    (_, i) => alphabet[Number(((bits << 2n) >> BigInt(45 - 5 * i)) & 31n)],
  ).join('');
  const key = `AK${'IA'}${first}Q7WX2C`;
  expect(checks['aws-access-key'](key)).toMatchObject({
    passed: true,
    decoy: true,
    facts: { account: '534261010715' },
  });
  const [found] = seen(`key = "${key}"`, 'llm-code');
  expect(found?.secret).toMatchObject({ confidence: 'low', sample: false });
  expect(found?.secret.kind.noun).toContain('canary');
});
