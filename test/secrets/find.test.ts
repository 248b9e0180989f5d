import { describe, expect, test } from 'vitest';
import { describeSecret, rotationAdvice } from '../../server/src/core/secrets/describe.js';
import { findSecrets } from '../../server/src/core/secrets/find.js';
import { ownerOf } from '../../server/src/core/secrets/owner.js';
import type { SecretContext } from '../../server/src/core/secrets/secret.js';
import { Generator } from './generate.js';
import { scanner } from './scanner.js';

const random = new Generator(31);
const anthropic = `sk-${'ant-'}api03-${random.text(93)}AA`;
const github = `ghp${'_'}${random.text(36)}`;

const find = (text: string, context: SecretContext, regions?: Parameters<typeof findSecrets>[1]['regions']) =>
  findSecrets({ path: 'src/a.py', text }, { scanner, context, ...(regions && { regions }) });

const span = (text: string, part: string) => ({
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length,
});

describe('Secrets of a file', () => {
  test('carry provider, page for revoking and variable, and no value', () => {
    const [secret] = find(`key = "${anthropic}"`, 'code');
    expect(secret).toMatchObject({
      format: 'anthropic-api-key',
      provider: 'Anthropic',
      noun: 'API key',
      location: { path: 'src/a.py', range: { start: 7, end: 7 + anthropic.length } },
      masked: 'sk-ant…',
      context: 'code',
      ai: true,
      publishable: false,
      sample: false,
      variable: 'ANTHROPIC_API_KEY',
    });
    expect(secret?.revokeUrl).toMatch(/^https:/);
    expect(JSON.stringify(secret)).not.toContain(anthropic.slice(0, 20));
  });

  test('have the context of the innermost region around them', () => {
    const prompt = `Call the shop with ${github}.`;
    const text = `client = Anthropic(api_key="${anthropic}")\nSYSTEM = "${prompt}"\n`;
    const found = find(text, 'code', [
      { range: span(text, prompt), context: 'prompt' },
      { range: span(text, anthropic), context: 'client' },
    ]);
    expect(found.map(({ format, context }) => [format, context])).toEqual([
      ['anthropic-api-key', 'client'],
      ['github-personal-token', 'prompt'],
    ]);
  });

  test('in a prompt inside code are read as language, elsewhere in the file they are not', () => {
    const prompt = 'The admin password is Tango-77-Lima.';
    const text = `# ${prompt}\nSYSTEM = "${prompt}"\n`;
    const range = { start: text.lastIndexOf(prompt), end: text.lastIndexOf(prompt) + prompt.length };
    const found = find(text, 'code', [{ range, context: 'prompt' }]);
    expect(found.map(({ location }) => text.slice(location.range.start, location.range.end))).toEqual([
      'Tango-77-Lima',
    ]);
    expect(found[0]?.location.range.start).toBeGreaterThan(range.start);
  });

  test('in ordinary files are those that identify themselves', () => {
    const text = `api_secret = "${random.text(30)}"\npassword is Tango-77-Lima\ntoken = "${github}"\n`;
    expect(find(text, 'other').map(({ format }) => format)).toEqual(['github-personal-token']);
  });
});

describe('Each secret belongs to one rule', () => {
  const secret = (text: string, context: SecretContext) => find(text, context)[0]!;

  test.each([
    [anthropic, 'prompt', 'prompt-contains-secret'],
    [anthropic, 'client', 'llm-hardcoded-api-key'],
    [anthropic, 'code', 'llm-hardcoded-api-key'],
    [anthropic, 'config', 'secret-near-llm-call'],
    [github, 'prompt', 'prompt-contains-secret'],
    [github, 'code', 'secret-near-llm-call'],
    [github, 'other', 'secret-near-llm-call'],
  ] as const)('%# in %s', (value, context, rule) => {
    expect(ownerOf(secret(`key = "${value}"`, context))).toBe(rule);
  });
});

test('The advice names the page and the variable where they are known', () => {
  const [known] = find(`key = "${anthropic}"`, 'code');
  const [unknown] = find('db_password = "T1mb3r!wolf"', 'code');
  expect(known && rotationAdvice(known)).toMatch(
    /^Revoke it at https:.* read the new one from ANTHROPIC_API_KEY/,
  );
  expect(unknown && rotationAdvice(unknown)).toMatch(/^Revoke or change it where it was issued/);
  expect(known && describeSecret(known)).toBe('Anthropic API key');
  expect(unknown && describeSecret(unknown)).toBe('password');
});
