import { describe, expect, test } from 'vitest';
import { isKnownSample } from '../../server/src/core/secrets/known-samples.js';
import { commonPairs, isWordy } from '../../server/src/core/secrets/rarity.js';
import { sampleSign } from '../../server/src/core/secrets/sample.js';
import { Generator, hexDigits } from './generate.js';
import { real, seen } from './scanner.js';

const random = new Generator(5);

describe('Values that were never meant to work', () => {
  test.each([
    'your-api-key-here',
    'YOUR_API_KEY',
    'sk-your-key',
    '<your token>',
    'xxxxxxxxxxxxxxxx',
    `sk-${'x'.repeat(32)}`,
    `ghp${'_'}${'0'.repeat(36)}`,
    `AKIAIOSFODNN7${'EXAMPLE'}`,
    'changeme',
    'change-me-please',
    'INSERT-KEY',
    'replace_with_key',
    '${OPENAI_API_KEY}',
    '{{api_key}}',
    '$(cat key)',
    '************',
    'dummy-token-value',
    'not-a-real-key-123',
    '123456789:ABCdefGHIjklMNOpqrsTUVwxyz',
  ])('%s', (value) => {
    expect(sampleSign(value)).toBe('strong');
  });

  test.each([
    'abcdefghijklmnop',
    '1234567890123456',
    'abc123abc123abc123',
    'zyxwvutsrqponm',
    'test-key-9f2b',
  ])('%s, perhaps', (value) => {
    expect(sampleSign(value)).toBe('weak');
  });

  test('random values are never taken for samples', () => {
    for (let i = 0; i < 2000; i++) {
      expect(sampleSign(random.text(40))).toBe('none');
      expect(sampleSign(random.text(32, hexDigits))).not.toBe('strong');
    }
  });

  test('a word that random capitals spell is no sign', () => {
    expect(sampleSign(`7Kq2Zs${'fA'}${'Ke'}9Lw3PvR5tYb8`)).toBe('none');
    expect(sampleSign('7Kq2Zs-Fake-9Lw3PvR5tYb8')).toBe('strong');
    expect(sampleSign('7Kq2ZsFAKE9Lw3PvR5tYb8')).toBe('strong');
  });

  test('a token of the right shape with a placeholder in it is a sample', () => {
    expect(seen(`ghp${'_'}${'x'.repeat(36)}`, 'other').every(({ secret }) => secret.sample)).toBe(true);
    expect(real(`sk-${'ant-'}api03-${'your-api-key-goes-here-'.repeat(4)}AA`, 'other')).toEqual([]);
  });

  test('examples of public documentation are known by their hash', () => {
    expect(isKnownSample(`sk_test_${'4eC39HqLyjWDarjt'}T1zdp7dc`)).toBe(true);
    expect(real(`stripe.api_key = "sk_test_${'4eC39HqLyjWDarjt'}T1zdp7dc"`, 'llm-code')).toEqual([]);
    expect(isKnownSample(random.text(24))).toBe(false);
  });
});

describe('Rare strings and words', () => {
  test.each([
    'getUserProfileById',
    'authentication_failed',
    'my-secret-password',
    'ConnectionTimeoutError',
    'createdAtTimestamp',
    'organization',
  ])('%s is made of words', (text) => {
    expect(isWordy(text)).toBe(true);
  });

  test('random text is hardly ever wordy', () => {
    let wordy = 0;
    for (let i = 0; i < 2000; i++) {
      if (isWordy(random.text(24)) || isWordy(random.text(32, hexDigits))) wordy++;
    }
    expect(wordy).toBeLessThan(60);
  });

  test('few letters say nothing', () => {
    expect(commonPairs('12-ab-34')).toBeUndefined();
  });
});
