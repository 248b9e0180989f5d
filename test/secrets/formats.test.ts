import { describe, expect, test } from 'vitest';
import { secretFormats } from '../../server/src/core/secrets/formats/all.js';
import type { SecretFormat } from '../../server/src/core/secrets/formats/format.js';
import { Generator } from './generate.js';
import { seen } from './scanner.js';

const whole = (format: SecretFormat): RegExp => new RegExp(`^(?:${format.lead ?? ''})(?:${format.shape})$`);

/** A random token of a format. */
function tokenOf(format: SecretFormat, generator: Generator): string {
  const source = `(?:${format.lead ?? ''})(?:${format.shape})`;
  for (let attempt = 0; attempt < 2000; attempt++) {
    const token = generator.matching(source);
    const marked = format.nearby || format.keywords.some((keyword) => token.toLowerCase().includes(keyword));
    if (marked && whole(format).test(token)) return token;
  }
  throw new Error(`no token can be made for ${format.id}`);
}

/** The same for a format whatever is added to the table. */
const seedOf = ({ id }: SecretFormat): number =>
  [...id].reduce((seed, character) => (seed * 31 + character.charCodeAt(0)) % 1_000_003, 7);

/** Ways in which people write keys down. */
const surroundings: readonly ((name: string, token: string) => string)[] = [
  (name, token) => `${name}_API_KEY = "${token}"\n`,
  (name, token) => `export ${name.toUpperCase()}_TOKEN=${token}\n`,
  (name, token) => `{ "${name}_secret": "${token}" }`,
  (name, token) => `${name}:\n  token: ${token}\n`,
  (name, token) => `const ${name}Key = '${token}';`,
  (name, token) => `curl -H "Authorization: Bearer ${token}" https://api.${name}.example.com`,
  (name, token) => `Use the ${name} key ${token}.`,
  (name, token) => `"first line\\n${name} key: ${token}\\nlast line"`,
];

describe('Every row of the format table', () => {
  test('has an id of its own', () => {
    const ids = secretFormats.map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  test.each(secretFormats.map((format) => [format.id, format] as const))('%s is well-formed', (_, format) => {
    expect(format.id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/);
    expect(format.keywords.length).toBeGreaterThan(0);
    for (const keyword of format.keywords) {
      expect(keyword).toBe(keyword.toLowerCase());
      expect(keyword.length).toBeGreaterThan(1);
    }
    const shape = (format.lead ?? '') + format.shape;
    expect(shape.replace(/\\.|\[(?:\\.|[^\]])+\]/g, '_'), 'unbounded').not.toMatch(/[*+]|\{\d+,\}/);
    expect(format.revoke ?? 'https://').toMatch(/^https:\/\//);
    expect(format.variable ?? 'A_B').toMatch(/^[A-Z][A-Z0-9_]+$/);
  });
});

describe('A random token is found wherever it is written', () => {
  const rows = secretFormats.map((format) => [format.id, format] as const);

  test.each(rows)('%s', (_, format) => {
    const generator = new Generator(seedOf(format));
    const missed: string[] = [];
    let right = 0;
    for (const surround of surroundings) {
      const name = format.nearby ? generator.pick(format.keywords) : 'service';
      const token = tokenOf(format, generator);
      const text = surround(name, token);
      // A text may hold something else that looks secret, such as a user name before a password.
      const found = seen(text).filter(({ text: value }) => value.length >= Math.min(4, token.length / 2));
      if (found.length === 0) missed.push(surround('NAME', 'TOKEN'));
      if (found.some(({ id }) => id === format.id)) right++;
    }
    // Values without marks of their own need an assignment; not every sentence is one.
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(format.nearby ? 2 : 0);
    expect(right).toBeGreaterThan(0);
  });
});

describe('A self-identifying token is found in any file', () => {
  const rows = secretFormats
    .filter(({ kind, publishable }) => kind === 'self-identifying' && publishable !== true)
    .map((format) => [format.id, format] as const);

  test.each(rows)('%s', (_, format) => {
    const token = tokenOf(format, new Generator(seedOf(format) + 1));
    expect(seen(`value = "${token}"\n`, 'other').map(({ text }) => text.length)).not.toEqual([]);
  });
});
