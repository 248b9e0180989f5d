import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as guards from '../../server/guards/prompt-guards.js';

/** A helper called with arguments, in both languages. */
interface Case {
  readonly name: string;
  readonly helper: keyof typeof helpers;
  readonly args: readonly unknown[];
  readonly gives?: unknown;
  /** Code of the GuardError. */
  readonly refuses?: string;
}

const mail = 'ann.lee+x@corp.example';
const card = '4111 1111 1111 1111';
const key = ['sk', 'proj', 'a1B2'.repeat(8)].join('-');

const redaction: readonly Case[] = [
  { name: 'an e-mail address', helper: 'redact', args: [`I am ${mail}.`], gives: 'I am [EMAIL_1].' },
  {
    name: 'an address in a domain with umlauts',
    helper: 'redact',
    args: ['an müller@exämple.de'],
    gives: 'an [EMAIL_1]',
  },
  {
    name: 'a card number, but no number that fails its check',
    helper: 'redact',
    args: [`${card} or 4111 1111 1111 1112`],
    gives: '[CARD_1] or 4111 1111 1111 1112',
  },
  {
    name: 'a card number with something behind it',
    helper: 'redact',
    args: [`${card} 0526`],
    gives: '[CARD_1] 0526',
  },
  {
    name: 'an IBAN with a word in capitals behind it',
    helper: 'redact',
    args: ['DE89 3704 0044 0532 0130 00 THANKS'],
    gives: '[IBAN_1] THANKS',
  },
  { name: 'a social security number', helper: 'redact', args: ['123-45-6789'], gives: '[SSN_1]' },
  {
    name: 'phone numbers',
    helper: 'redact',
    args: ['+49 30 901820, (555) 123-4567'],
    gives: '[PHONE_1], [PHONE_2]',
  },
  {
    name: 'an IP address, but no version number',
    helper: 'redact',
    args: ['10.1.2.3 with 1.2.3'],
    gives: '[IP_1] with 1.2.3',
  },
  { name: 'a key', helper: 'redact', args: [`use ${key}`], gives: 'use [KEY_1]' },
  {
    name: 'the same value twice gets one placeholder',
    helper: 'redact',
    args: [`${mail}, ${mail}, b@c.example`],
    gives: '[EMAIL_1], [EMAIL_1], [EMAIL_2]',
  },
  {
    name: 'nothing to find changes nothing',
    helper: 'redact',
    args: ['ERROR_404 in COVID_19, 2024-10-11 12:30, order 12345678, [item 1]'],
    gives: 'ERROR_404 in COVID_19, 2024-10-11 12:30, order 12345678, [item 1]',
  },
  {
    name: 'what only looks like a placeholder is not given out',
    helper: 'redact',
    args: [`[EMAIL_1] and email_2 and ${mail}`],
    gives: `[EMAIL_1] and email_2 and [EMAIL_2]`,
  },
  {
    name: 'text of messages, and nothing else of them',
    helper: 'redact',
    args: [
      [
        {
          role: 'user',
          id: mail,
          content: [
            { type: 'text', text: mail },
            { type: 'image_url', image_url: { url: `data:${mail}` } },
          ],
        },
      ],
    ],
    gives: [
      {
        role: 'user',
        id: mail,
        content: [
          { type: 'text', text: '[EMAIL_1]' },
          { type: 'image_url', image_url: { url: `data:${mail}` } },
        ],
      },
    ],
  },
  {
    name: 'arguments of tool calls',
    helper: 'redact',
    args: [
      [
        {
          role: 'assistant',
          tool_calls: [
            { id: 't', type: 'function', function: { name: 'mail', arguments: `{"to":"${mail}"}` } },
          ],
        },
      ],
    ],
    gives: [
      {
        role: 'assistant',
        tool_calls: [
          { id: 't', type: 'function', function: { name: 'mail', arguments: '{"to":"[EMAIL_1]"}' } },
        ],
      },
    ],
  },
  {
    name: 'a document in plain text, but no picture',
    helper: 'redact',
    args: [
      [
        { type: 'text', data: mail },
        { type: 'base64', data: mail },
      ],
    ],
    gives: [
      { type: 'text', data: '[EMAIL_1]' },
      { type: 'base64', data: mail },
    ],
  },
  {
    name: 'values of a template',
    helper: 'redact',
    args: [{ question: mail, n: 3, flag: null }],
    gives: { question: '[EMAIL_1]', n: 3, flag: null },
  },
];

const restoring: readonly Case[] = [
  {
    name: 'what was redacted comes back',
    helper: 'roundTrip',
    args: [`${mail} ${card} [EMAIL_1] DE89 3704 0044 0532 0130 00`],
    gives: `${mail} ${card} [EMAIL_1] DE89 3704 0044 0532 0130 00`,
  },
  {
    name: 'forms that models make of placeholders',
    helper: 'restore',
    args: [mail, '[EMAIL_1] EMAIL_1 [Email 1] \\[EMAIL\\_1\\] 【EMAIL_1】 &#91;EMAIL_1&#93; [EMAIL-01]'],
    gives: Array.from({ length: 7 }, () => mail).join(' '),
  },
  {
    name: 'numbers that were not given out stay',
    helper: 'restore',
    args: [mail, '[EMAIL_2] PHONE_1 email_1 email 1 MYEMAIL_1'],
    gives: '[EMAIL_2] PHONE_1 email_1 email 1 MYEMAIL_1',
  },
  {
    name: 'JSON stays JSON',
    helper: 'restore',
    args: [mail, '{"to": "[EMAIL_1]"}'],
    gives: `{"to": "${mail}"}`,
  },
  { name: 'nothing stays nothing', helper: 'restore', args: [mail, null], gives: null },
  {
    name: 'answers of an SDK',
    helper: 'restoreObject',
    args: [
      mail,
      {
        id: 'c-1',
        choices: [
          {
            index: 0,
            message: {
              content: 'to [EMAIL_1]',
              refusal: null,
              tool_calls: [{ function: { arguments: '{"to":"[EMAIL_1]"}' } }],
            },
          },
        ],
      },
    ],
    gives: {
      id: 'c-1',
      choices: [
        {
          index: 0,
          message: {
            content: `to ${mail}`,
            refusal: null,
            tool_calls: [{ function: { arguments: `{"to":"${mail}"}` } }],
          },
        },
      ],
    },
  },
];

const chat = (content: string | null, index = 0, finish_reason: string | null = null) => ({
  id: 'c-1',
  choices: [{ index, delta: { content }, finish_reason }],
});
const delta = (text: string) => ({
  type: 'response.output_text.delta',
  item_id: 'm',
  output_index: 0,
  content_index: 0,
  delta: text,
});
const block = (text: string) => ({
  type: 'content_block_delta',
  index: 0,
  delta: { type: 'text_delta', text },
});

const streaming: readonly Case[] = [
  {
    name: 'text without placeholders is not held back',
    helper: 'stream',
    args: [mail, ['Hello', ' [x]', ' [', 'y] WORLD', '!']],
    gives: ['Hello', ' [x]', ' ', '[y] WORLD', '!'],
  },
  {
    name: 'a vault that gave out nothing holds nothing back',
    helper: 'stream',
    args: ['', ['[', 'EMAIL', '_1]']],
    gives: ['[', 'EMAIL', '_1]'],
  },
  {
    name: 'an unfinished placeholder comes out at the end',
    helper: 'stream',
    args: [mail, ['a [EMA']],
    gives: ['a ', '[EMA'],
  },
  {
    name: 'chunks of a chat keep their number and their end',
    helper: 'chunks',
    args: [mail, [chat(''), chat('to [EM'), chat('AIL_1'), chat(']', 0, 'stop')]],
    gives: [chat(''), chat('to '), chat(''), chat(mail, 0, 'stop')],
  },
  {
    name: 'a last chunk without text takes what was held back',
    helper: 'chunks',
    args: [mail, [chat('to EMAIL_1'), chat(null, 0, 'stop')]],
    gives: [chat('to '), chat(mail, 0, 'stop')],
  },
  {
    name: 'two answers at once',
    helper: 'chunks',
    args: [mail, [chat('[EMAIL', 0), chat('[EMAIL', 1), chat('_1]', 0), chat('_9]', 1)]],
    gives: [chat('', 0), chat('', 1), chat(mail, 0), chat('[EMAIL_9]', 1)],
  },
  {
    name: 'a last chunk without choices',
    helper: 'chunks',
    args: [mail, [chat('[EMAIL_1]'), { choices: [], usage: { total_tokens: 2 } }]],
    gives: [chat(mail), { choices: [], usage: { total_tokens: 2 } }],
  },
  {
    name: 'events of a response: the rest comes before the end of its text',
    helper: 'chunks',
    args: [
      mail,
      [
        delta('to [EMAIL'),
        {
          type: 'response.output_text.done',
          item_id: 'm',
          output_index: 0,
          content_index: 0,
          text: 'to [EMAIL',
        },
      ],
    ],
    gives: [
      delta('to '),
      delta('[EMAIL'),
      {
        type: 'response.output_text.done',
        item_id: 'm',
        output_index: 0,
        content_index: 0,
        text: 'to [EMAIL',
      },
    ],
  },
  {
    name: 'the whole text at the end of a response',
    helper: 'chunks',
    args: [
      mail,
      [
        {
          type: 'response.completed',
          response: { output: [{ content: [{ type: 'output_text', text: '[EMAIL_1]' }] }] },
        },
      ],
    ],
    gives: [
      {
        type: 'response.completed',
        response: { output: [{ content: [{ type: 'output_text', text: mail }] }] },
      },
    ],
  },
  {
    name: 'blocks of a message',
    helper: 'chunks',
    args: [mail, [block('['), block('EMAIL_1'), block(']'), { type: 'content_block_stop', index: 0 }]],
    gives: [block(''), block(''), block(mail), { type: 'content_block_stop', index: 0 }],
  },
];

const allowed = { ls: ['-l', '--color'], date: [] };

const checks: readonly Case[] = [
  ...[
    'select 1',
    "SELECT a FROM t WHERE note = 'delete me; now'",
    '(select 1)',
    'with x as (select 1) select * from x',
    'values (1)',
    'select 1;',
    'select 1 -- ; drop',
    "select replace(a, 'x', 'y') from t",
    "select 'it''s; fine'",
    "select arr['a'] from t",
    'select "update" from t where "a""b" = 1'.replace('"update"', '"updated"'),
  ].map((sql): Case => ({ name: sql, helper: 'requireSelect', args: [sql], gives: sql })),
  ...['drop table t', 'explain analyze delete from t', ''].map(
    (sql): Case => ({ name: sql, helper: 'requireSelect', args: [sql], refuses: 'sql-not-select' }),
  ),
  ...[
    'select 1; drop table t',
    'select * into t2 from t',
    'with x as (delete from t returning *) select * from x',
    'select 1 for update',
    'select 1 for no key update',
    "select pg_read_file('/etc/passwd')",
    "select lo_import('x')",
    'select pg_sleep(9)',
    'select 1--1; drop table t',
    'select 1 -- x\r; drop table t',
    'select "a; drop table t',
    "select 1 # '\n ; drop table t # '",
    "select * from dblink('a', 'b')",
  ].map(
    (sql): Case => ({
      name: JSON.stringify(sql),
      helper: 'requireSelect',
      args: [sql],
      refuses: 'sql-refused',
    }),
  ),
  ...[
    "select '\\'; drop table t; --'",
    'select $$ ; drop table t; $$',
    "select [a'b] ; drop table t; --'",
    'select 1 /*!; drop table t */',
  ].map(
    (sql): Case => ({
      name: JSON.stringify(sql),
      helper: 'requireSelect',
      args: [sql],
      refuses: 'sql-refused',
    }),
  ),
  {
    name: 'a listed command',
    helper: 'safeArgv',
    args: ["ls -l 'a b' --color=never", allowed],
    gives: ['ls', '-l', 'a b', '--color=never'],
  },
  {
    name: 'no shell: a chain is an argument',
    helper: 'safeArgv',
    args: ['date "; rm -rf /"', allowed],
    gives: ['date', '; rm -rf /'],
  },
  {
    name: 'a program that is not listed',
    helper: 'safeArgv',
    args: ['rm -rf /', allowed],
    refuses: 'command-not-allowed',
  },
  {
    name: 'a name that every object has',
    helper: 'safeArgv',
    args: ['constructor', allowed],
    refuses: 'command-not-allowed',
  },
  { name: 'nothing', helper: 'safeArgv', args: ['  ', allowed], refuses: 'command-not-allowed' },
  {
    name: 'an option that is not listed',
    helper: 'safeArgv',
    args: ['ls -R', allowed],
    refuses: 'option-not-allowed',
  },
  { name: 'an open quote', helper: 'safeArgv', args: ["ls 'a", allowed], refuses: 'command-unreadable' },
  {
    name: 'JSON of the right shape, unknown keys dropped',
    helper: 'parseJson',
    args: ['```json\n{"a": 1, "b": ["x"], "c": 2, "d": true}\n```', { a: 'number', b: ['string'], d: 'any' }],
    gives: { a: 1, b: ['x'], d: true },
  },
  { name: 'a missing key', helper: 'parseJson', args: ['{"a": 1}', { b: 'any' }], refuses: 'output-shape' },
  {
    name: 'a wrong type',
    helper: 'parseJson',
    args: ['{"a": true}', { a: 'number' }],
    refuses: 'output-shape',
  },
  {
    name: 'a wrong type deep inside',
    helper: 'parseJson',
    args: ['{"a": [{"b": 1}]}', { a: [{ b: 'string' }] }],
    refuses: 'output-shape',
  },
  { name: 'no JSON', helper: 'parseJson', args: ['Sure! {', { a: 'any' }], refuses: 'output-not-json' },
  { name: 'no answer', helper: 'parseJson', args: [null, { a: 'any' }], refuses: 'output-not-json' },
  {
    name: 'hidden characters, colors and pictures',
    helper: 'cleanText',
    args: [
      'a\u200bb\u{e0041} \u001b[31mred\u001b[0m ![x](https://evil.example/?q=1) ![y][z]\n[link](https://a.example) 👨‍👩‍👧',
    ],
    gives: 'ab red x y\n[link](https://a.example) 👨‍👩‍👧',
  },
  { name: 'text for a log', helper: 'redactForLog', args: [`${mail}\n${key}`], gives: '[EMAIL]\\n[KEY]' },
  { name: 'a path within', helper: 'safePath', args: [tmpdir(), 'a/../b.txt'], gives: `${tmpdir()}/b.txt` },
  {
    name: 'a path that leads out',
    helper: 'safePath',
    args: [tmpdir(), '../etc/passwd'],
    refuses: 'path-outside',
  },
  { name: 'an absolute path', helper: 'safePath', args: [tmpdir(), '/etc/passwd'], refuses: 'path-outside' },
  ...[
    'http://a.example',
    'https://a.example.evil.example',
    'https://a.example@evil.example',
    'https://evil.example\\@a.example',
    'https://a.example:444',
    'file:///etc/passwd',
    'https://[::1',
    '',
  ].map(
    (url): Case => ({ name: url, helper: 'safeUrl', args: [url, ['a.example']], refuses: 'url-not-allowed' }),
  ),
  {
    name: 'a listed host in the private network',
    helper: 'safeUrl',
    args: ['https://localhost/x', ['localhost']],
    refuses: 'url-not-public',
  },
];

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const vaultFor = (text: string): guards.PiiVault => {
  const vault = new guards.PiiVault();
  vault.redact(text);
  return vault;
};

const helpers = {
  redact: (value: unknown) => new guards.PiiVault().redact(value),
  roundTrip: (value: unknown) => {
    const vault = new guards.PiiVault();
    return vault.restore(vault.redact(value));
  },
  restore: (text: string, answer: unknown) => vaultFor(text).restore(answer),
  restoreObject: (text: string, answer: unknown) => vaultFor(text).restore(answer),
  stream: (text: string, pieces: string[]) => collect(vaultFor(text).restoreText(pieces)),
  chunks: (text: string, items: unknown[]) => collect(vaultFor(text).restoreChunks(structuredClone(items))),
  requireSelect: guards.requireSelect,
  safeArgv: (command: string, list: Record<string, string[]>) => guards.safeArgv(command, list).flat(),
  parseJson: (text: string, shape: guards.Shape) => guards.parseJson(text, shape),
  cleanText: (text: string) => guards.cleanText(text),
  redactForLog: (text: string) => guards.redactForLog(text),
  safePath: guards.safePath,
  safeUrl: guards.safeUrl,
};

type Result = { readonly value: unknown } | { readonly refused: string };

const inTypeScript = async ({ helper, args }: Case): Promise<Result> => {
  try {
    return { value: await (helpers[helper] as (...args: readonly unknown[]) => unknown)(...args) };
  } catch (error) {
    if (error instanceof guards.GuardError) return { refused: error.code };
    throw error;
  }
};

const all = { redaction, restoring, streaming, checks };
const runner = fileURLToPath(new URL('run_helpers.py', import.meta.url));
const inPython = JSON.parse(
  execFileSync('python3', [runner], { input: JSON.stringify(Object.values(all).flat()), encoding: 'utf8' }),
) as readonly Result[];

describe.each(Object.entries(all))('%s', (_, cases) => {
  test.each(cases)('$name', async (one) => {
    const expected = one.refuses === undefined ? { value: one.gives } : { refused: one.refuses };
    expect(await inTypeScript(one), 'TypeScript').toEqual(expected);
    expect(inPython[Object.values(all).flat().indexOf(one)], 'Python').toEqual(expected);
  });
});

test('a placeholder may be cut at every offset of a stream', async () => {
  const vault = vaultFor(mail);
  for (const answer of ['to [EMAIL_1], ok', '\\[EMAIL\\_1\\]', 'EMAIL_1!', '[Email 1] [ EMAIL_1 ]']) {
    const whole = vault.restore(answer);
    for (let a = 0; a <= answer.length; a++) {
      for (let b = a; b <= answer.length; b++) {
        const pieces = [answer.slice(0, a), answer.slice(a, b), answer.slice(b)];
        expect((await collect(vault.restoreText(pieces))).join('')).toBe(whole);
      }
    }
  }
});

test('a long text without a match takes no time to speak of', () => {
  const started = performance.now();
  for (const text of [
    'a'.repeat(200_000),
    '1'.repeat(200_000),
    'a@'.repeat(100_000),
    '('.repeat(200_000),
    'A1 '.repeat(70_000),
    '['.repeat(200_000),
  ]) {
    new guards.PiiVault().redact(text);
    vaultFor(mail).restore(text);
    guards.cleanText(text, 1e9);
  }
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('a vault does not change what it is given', () => {
  const messages = [{ role: 'user', content: mail }];
  new guards.PiiVault().redact(messages);
  expect(messages).toEqual([{ role: 'user', content: mail }]);
});

const hasSandbox = ['bwrap', 'docker'].some((name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name))),
);

test.runIf(hasSandbox)('code of a model runs without network, files and environment', async () => {
  expect(await guards.runCode('console.log(6 * 7)')).toBe('42\n');
  const refused = [
    "console.log(require('fs').readFileSync('/etc/passwd', 'utf8'))",
    "await (await fetch('http://127.0.0.1:9')).text()",
    'for (;;);',
    "throw new TypeError('x')",
  ];
  for (const code of refused) {
    await expect(guards.runCode(code, { timeout: 2_000 })).rejects.toMatchObject({ code: 'code-failed' });
  }
  process.env.GUARD_TEST = 'visible';
  expect(await guards.runCode('console.log(process.env.GUARD_TEST)')).toBe('undefined\n');
});

test.skipIf(hasSandbox)('without a sandbox, code of a model does not run', async () => {
  await expect(guards.runCode('console.log(1)')).rejects.toMatchObject({ code: 'no-sandbox' });
});

test('Python code of a model runs without network, files and environment, or not at all', () => {
  const codes = [
    'print(6 * 7)',
    'print(open("/etc/passwd").read())',
    'import socket; socket.create_connection(("127.0.0.1", 9))',
    'while True: print("x" * 99)',
  ];
  const calls = codes.map((code) => ({ helper: 'runs', args: [code] }));
  const input = JSON.stringify(calls);
  const results = JSON.parse(
    execFileSync('python3', [runner], { input, encoding: 'utf8' }),
  ) as readonly Result[];
  expect(results).toEqual(
    hasSandbox
      ? [
          { value: '42\n' },
          { refused: 'code-failed' },
          { refused: 'code-failed' },
          { refused: 'code-failed' },
        ]
      : codes.map(() => ({ refused: 'no-sandbox' })),
  );
});

test('the generated helpers are those of server/guards', async () => {
  // A script of plain JavaScript, without types.
  const script: string = '../../scripts/guard-helpers.mjs';
  const { guardHelpers } = (await import(script)) as {
    guardHelpers(): readonly { path: string; text: string }[];
  };
  for (const { path, text } of guardHelpers()) expect(readFileSync(path, 'utf8'), path).toBe(text);
});
