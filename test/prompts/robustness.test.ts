import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PromptFormat } from '../../server/src/core/prompts/format.js';
import { formats } from '../../server/src/core/prompts/formats.js';
import type { PromptDocument } from '../../server/src/core/prompts/prompt-document.js';
import { readPrompt } from '../../server/src/core/prompts/read.js';

const folders = [
  'prompts/',
  '.claude/commands/',
  '.claude/agents/',
  '.gemini/commands/',
  'data/patterns/x/',
  '.clinerules/',
  '',
];
const pathsOf = ({ files, where }: PromptFormat): readonly string[] =>
  files.flatMap((file) => {
    const name = file.startsWith('/')
      ? file.slice(1)
      : file.endsWith('.')
        ? `${file}x`
        : `system_prompt.${file}`;
    return folders.map((folder) => `${folder}${name}`).filter((path) => where?.test(`/${path}`) !== false);
  });
/** One path for every way to get to a format. */
const paths = [...new Set(formats.flatMap((format) => pathsOf(format).slice(0, 3)))];

const pieces = [
  ...[
    '{{',
    '}}',
    '{{{',
    '}}}',
    '{%',
    '%}',
    '{#',
    '#}',
    '{',
    '}',
    '${',
    '!{',
    '@{',
    '!`',
    '`',
    '$',
    '#"',
    '"#',
    '"""',
    '"',
    "'",
  ],
  ...[
    'for x in y',
    'endfor',
    'raw',
    'endraw',
    'set a = b',
    '#each items as |i|',
    '/each',
    '#if a',
    'else',
    'end',
    '/*',
    '*/',
    '!--',
    '--',
  ],
  ...[
    'role "system"',
    '_.role("user")',
    '#message role="user"',
    '/message',
    'history',
    'range .X',
    '.X',
    '$m',
    'with .Y',
    '|',
    '\\',
  ],
  ...[
    '<message role="system">',
    '</message>',
    '<system>',
    '</system>',
    '<poml>',
    '<let name="a" value="b"/>',
    '<!--',
    '-->',
    '<![CDATA[',
  ],
  ...['<|im_start|>', '<|im_end|>', '[INST]', '<<SYS>>', 'system:', '# user:', 'assistant:', '\\nuser:\\n'],
  ...[
    '---',
    'model: x',
    'template: |',
    'template_format: handlebars',
    'prompts:',
    '- role: user',
    '  content: a',
    'system_prompt: >',
  ],
  ...[
    '{"messages": [',
    '{"role": "user", "content": "',
    '"}',
    ']}',
    '"nodes":',
    '"prompt": "',
    '"lc": 1',
    '"_type": "prompt"',
  ],
  ...[
    'FROM x',
    'SYSTEM """',
    'PARAMETER stop',
    'prompt #"',
    'client<llm> A {',
    'define user',
    'You are a',
    'name',
    ' ',
    '\n',
    '\r\n',
    '\t',
  ],
  ...['\ud800', '\ufeff', '\u0000', 'é', '😀'],
];

const hostileText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
    ),
    {
      maxLength: 120,
    },
  )
  .map((all) => all.join(''));

function checkDocument(document: PromptDocument, text: string): void {
  let end = 0;
  for (const { range } of document.messages) {
    expect(range.start).toBeGreaterThanOrEqual(0);
    expect(range.end).toBeLessThanOrEqual(text.length);
    expect(range.start).toBeLessThan(range.end);
    end = Math.max(end, range.end);
  }
  for (const { range, role, message, name } of document.placeholders) {
    const holder = document.messages[message]!;
    expect(holder.role).toBe(role);
    expect(holder.range.start).toBeLessThanOrEqual(range.start);
    expect(range.end).toBeLessThanOrEqual(holder.range.end);
    expect(range.start).toBeLessThan(range.end);
    expect(name).not.toBe('');
  }
  const { header } = document;
  if (header !== undefined) expect(header.end).toBeLessThanOrEqual(text.length);
  for (const { range } of document.settings.values()) expect(range.end).toBeLessThanOrEqual(text.length);
}

describe('any text', () => {
  test.each(paths)('%s is read without harm', (path) => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const document = readPrompt(path, text);
        if (document !== undefined) checkDocument(document, text);
        expect(readPrompt(path, text)).toEqual(document);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a long text', () => {
  const size = 20_000;
  const filled = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  const texts = [
    ...[
      '{{',
      '{{{',
      '{{ {{',
      '{%',
      '{% for x in ',
      '{#',
      '{{!--',
      '{',
      '${',
      '!{',
      '!{ {',
      '$ARGUMENTS',
      '@',
      '@a/',
      '#file:',
    ].map(filled),
    ...[
      '<message role="',
      '<message ',
      '<a b="',
      '<a ',
      '<!--',
      '<system>',
      'system:\n',
      '{{#each a}}',
      '{{#message ',
      '\\n',
      ' ',
    ].map(filled),
    ...[
      '{% for a in b %}',
      '{{a.b|c}}',
      '{"role":"user","content":"{x}"}\n',
      'prompt #"',
      '"""',
      'SYSTEM """a',
      '[INST]',
      '<p>',
      '- ',
    ].map(filled),
    ...['{{_.role(', '{{ role ', 'a:\n ', '{a.b', '{a[b]', '{a:', '{a;', 'You are ', '\n\n---\n'].map(filled),
  ];

  test.each([...new Set(formats.flatMap((format) => pathsOf(format).slice(0, 1)))])(
    '%s takes time in the order of its length',
    (path) => {
      for (const text of texts) {
        const started = performance.now();
        const document = readPrompt(path, text);
        const elapsed = performance.now() - started;
        if (document !== undefined) checkDocument(document, text);
        expect(elapsed, `${JSON.stringify(text.slice(0, 20))}…`).toBeLessThan(3_000);
      }
    },
  );
});
