import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KeywordAutomaton } from '../../server/src/core/secrets/automaton.js';
import { toHex, utf8 } from '../../server/src/core/secrets/bytes.js';
import { encodedRuns } from '../../server/src/core/secrets/encoded-runs.js';
import { mask } from '../../server/src/core/secrets/mask.js';
import { sha256 } from '../../server/src/core/secrets/sha256.js';
import { Generator, hexDigits } from './generate.js';
import { real, scanner, seen } from './scanner.js';

const random = new Generator(42);
const github = `ghp${'_'}${random.text(36)}`;
const openrouter = `sk-${'or-v1-'}${random.text(64, hexDigits)}`;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const hex = (text: string) => Buffer.from(text).toString('hex');

describe('The keyword automaton', () => {
  test('finds what a naive search finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '-'), minLength: 1, maxLength: 4 });
    const text = fc.string({
      unit: fc.constantFrom('a', 'A', 'b', 'B', 'é', 'É', '-', 'x', '密'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), text, (keywords, haystack) => {
        const found: string[] = [];
        new KeywordAutomaton(keywords).search(haystack, (keyword, start) =>
          found.push(`${keyword}@${start}`),
        );
        const expected = keywords.flatMap((keyword, index) =>
          [...haystack].flatMap((_, at) =>
            haystack.slice(at, at + keyword.length).toLowerCase() === keyword ? [`${index}@${at}`] : [],
          ),
        );
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });
});

describe('A token is found', () => {
  test.each([
    ['at the end of a sentence', `Use ${github}.`],
    ['in a URL', `https://${github}@github.com/x.git`],
    ['after an escaped line break', `"key:\\n${github}\\n"`],
    ['after a percent escape', `Bearer%20${github}`],
    ['in quotes of Markdown', `\`${github}\``],
    ['in brackets', `(${github})`],
    ['in XML', `<token>${github}</token>`],
    ['after an equals sign', `--token=${github}`],
    ['before a hyphen', `${github}-old`],
    ['in base64', `data: ${base64(`token=${github}`)}`],
    ['in base64 of a Kubernetes secret', `  password: ${base64(github)}\n`],
    ['in hexadecimal', `blob = "${hex(github)}"`],
    ['in percent escapes', `q=${[...github].map((c) => `%${c.charCodeAt(0).toString(16)}`).join('')}`],
    [
      'in unicode escapes',
      `"${[...github].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`,
    ],
    ['with one character escaped', `"${github.replace('_', '\\u005f')}"`],
    ['in character references', github.replace('_', '&#95;')],
  ])('%s', (_, text) => {
    expect(seen(text, 'other').map(({ id }) => id)).toEqual(['github-personal-token']);
  });

  test.each([57, 64, 76])('in base64 that is wrapped at %i characters', (width) => {
    const lines = `${`${random.text(60)}\n`.repeat(4)}${github}\n${random.text(30)}`;
    const wrapped = base64(lines)
      .match(new RegExp(`.{1,${width}}`, 'g'))
      ?.join('\n    ');
    const text = `data:\n  key: |\n    ${wrapped}\nother: 1\n`;
    expect(seen(text, 'other').map(({ id, text: encoded }) => [id, encoded])).toEqual([
      ['github-personal-token', wrapped],
    ]);
  });

  test('and its range is the token alone', () => {
    expect(seen(`key = "${github}"`, 'other')[0]?.text).toBe(github);
  });

  test('and its range covers the escapes', () => {
    const escaped = github.replace('_', '\\u005f');
    expect(seen(`key = "${escaped}" # "a\\u0041"`, 'other')[0]?.text).toBe(escaped);
  });

  test('not inside a longer word', () => {
    expect(seen(`x${github} ${github}x`, 'other')).toEqual([]);
  });
});

describe('Overlapping finds', () => {
  test('the more specific one stays: a token in a URL, in a header, in an assignment', () => {
    expect(seen(`https://oauth2:${github}@github.com`).map(({ id }) => id)).toEqual([
      'github-personal-token',
    ]);
    expect(seen(`Authorization: Bearer ${openrouter}`).map(({ id }) => id)).toEqual(['openrouter-api-key']);
    expect(seen(`api_key = "${openrouter}"`).map(({ id }) => id)).toEqual(['openrouter-api-key']);
  });

  test('a name nearby beats a form that many providers share', () => {
    const key = `sk-${random.text(32, hexDigits)}`;
    expect(seen(`DEEPSEEK_API_KEY=${key}`).map(({ id }) => id)).toEqual(['deepseek-api-key']);
    expect(seen(`OTHER_API_KEY=${key}`).map(({ id }) => id)).toEqual(['openai-style-key']);
  });

  test('no two share text, and they are in order', () => {
    const parts = [
      'api_key="',
      'password is ',
      '://a:',
      '@b.io',
      github,
      openrouter,
      '"',
      ' ',
      '\n',
      'eyJ',
      '=',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 20 }), (pieces) => {
        const ranges = scanner.scan(pieces.join(''), { context: 'prompt' }).map(({ range }) => range);
        ranges.forEach((range, i) => {
          expect(range.start).toBeGreaterThanOrEqual(ranges[i - 1]?.end ?? 0);
        });
      }),
    );
  });
});

describe('The context decides how much must speak for a secret', () => {
  const bare = random.text(32);
  test.each([
    ['a value beside a provider name', `MISTRAL_API_KEY=${bare}`],
    ['a value of something named secret', `my_service_secret = "${bare}"`],
    ['a password', 'db_password = "T1mb3r!wolf"'],
  ])('%s counts in prompts, LLM code and configuration', (_, text) => {
    expect(real(text, 'prompt')).toHaveLength(1);
    expect(real(text, 'llm-code')).toHaveLength(1);
    expect(real(text, 'config')).toHaveLength(1);
    expect(seen(text, 'other')).toEqual([]);
  });

  test.each([
    'max_tokens = 4096',
    'token_count = len(encode("gpt-4o-2024-08-06"))',
    'api_key = os.environ["OPENAI_API_KEY"]',
    'const apiKey = process.env.OPENAI_API_KEY ?? "";',
    'self.token = tokenizer.decode(ids)',
    'password: str = Field(min_length=8)',
    'secret_name = "projects/123/secrets/openai/versions/latest"',
    'key = "user_profile_settings"',
    'primary_key = "a1b2c3d4e5f6a7b8c9d0"',
    'api_key = "your-api-key-here"',
    'api_key = "sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"',
    'OPENAI_API_KEY=${{ secrets.OPENAI_API_KEY }}',
    'api_key: <insert key>',
    'token = "{{ token }}"',
    'uses: actions/github-script@60a0d83039c74a4aee543508d2ffcb1c3799cdea',
    'mistral_image_digest = "sha256:9b2cf535f27731c974343645a3985328a1b2c3d4e5f60718293a4b5c6d7e8f90"',
  ])('%s is no secret', (text) => {
    expect(real(text, 'llm-code').map(({ text: value }) => value)).toEqual([]);
  });
});

describe('Text that a program joins', () => {
  test('is scanned as a whole, and the range goes from the first to the last piece', () => {
    const source = `"${github.slice(0, 10)}" + "${github.slice(10)}"`;
    const pieces = [
      { text: github.slice(0, 10), range: { start: 1, end: 11 } },
      { text: github.slice(10), range: { start: 16, end: 16 + github.length - 10 } },
    ];
    const [secret] = scanner.scanPieces(pieces, { context: 'llm-code' });
    expect(source.slice(secret?.range.start, secret?.range.end)).toBe(source.slice(1, -1));
    expect(scanner.scan(source, { context: 'llm-code' })).toEqual([]);
  });

  test('a piece with escapes is covered whole', () => {
    const pieces = [{ text: `x ${github}`, range: { start: 5, end: 5 + github.length + 9 } }];
    expect(scanner.scanPieces(pieces, { context: 'other' })[0]?.range).toEqual(pieces[0]?.range);
  });
});

describe('What is handed out', () => {
  test('never holds the value', () => {
    const password = `Wq7${random.text(9)}!`;
    const text = `${github} ${openrouter} password: "${password}" https://u:${password}x@db.corp.io`;
    const found = JSON.stringify(scanner.scan(text, { context: 'prompt' }));
    for (const value of [github, openrouter, password]) expect(found).not.toContain(value);
    expect(found).not.toContain(github.slice(0, 12));
  });

  test('the mask shows at most a quarter, and nothing of short values', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (value) => {
        const shown = mask(value).slice(0, -1);
        expect(shown.length).toBeLessThanOrEqual(value.length < 16 ? 0 : value.length / 4);
        expect(value.startsWith(shown) || /[^!-~]/.test(value)).toBe(true);
      }),
    );
  });

  test('SHA-256 gives the values of its standard', () => {
    expect(toHex(sha256(utf8('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(toHex(sha256(utf8('')))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(toHex(sha256(new Uint8Array(1_000_000).fill(97)))).toBe(
      'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
    );
  });
});

describe('Runs of encoded text', () => {
  test('are those of a naive search', () => {
    const unit = fc.constantFrom('a', 'B', '7', '/', '=', ' ', '"', 'abcDEF123456', 'ghij0123456789XYZ');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), (text) => {
        const naive = [...text.matchAll(/[0-9A-Za-z+/_-]{24,}={0,2}/g)]
          .map((match) => ({
            start: match.index,
            end: match.index + match[0].length,
            text: match[0].replace(/=+$/, '').slice(0, 64),
          }))
          .filter(
            (run) =>
              /\d/.test(run.text) &&
              ((/[a-z]/.test(run.text) && /[A-Z]/.test(run.text)) || /^[0-9a-fA-F]+$/.test(run.text)),
          )
          .map(({ start, end }) => ({ start, end }));
        expect(encodedRuns(text)).toEqual(naive);
      }),
    );
  });
});

test('Any text is scanned without an exception, and every range lies within it', () => {
  const unit = fc.constantFrom(
    '"',
    '\\',
    'u00',
    '%4',
    '://',
    '@',
    ':',
    '\n',
    'password',
    'api_key',
    '=',
    'eyJ',
    '.',
    'é',
    '\ud800',
    '密码',
    '---BEGIN ',
    'PRIVATE KEY-----',
    github,
    'a',
    '1',
    ' ',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
      for (const { range } of scanner.scan(text, { context: 'prompt' })) {
        expect(range.start).toBeLessThan(range.end);
        expect(range.end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
