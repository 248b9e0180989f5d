import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConfigFormat, ConfigNode } from '../../server/src/core/config/config-node.js';
import { at, descendants, select } from '../../server/src/core/config/path.js';
import { readConfig } from '../../server/src/core/config/read.js';

/** The tree as plain data, for comparison; a map is a list of pairs so that repeated keys show. */
function plain(node: ConfigNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'map') return { map: node.entries.map((e) => [e.key, plain(e.value)]) };
  if (node.kind === 'list') return node.items.map(plain);
  return node.kind === 'null' ? null : node.value;
}

interface Example {
  readonly name: string;
  readonly format: ConfigFormat;
  readonly text: string;
  readonly tree: unknown;
  /** Source text of the value at a path. */
  readonly spans?: readonly (readonly [path: readonly (string | number)[], text: string])[];
  readonly broken?: true;
}

const m = (...entries: [string, unknown][]) => ({ map: entries });

const examples: readonly Example[] = [
  {
    name: 'JSON with comments, trailing commas and a byte order mark',
    format: 'json',
    text: '\ufeff// settings\n{\n  "a": [1, true, null,], /* why */\n  "b": "x\\ty",\n}\n',
    tree: m(['a', [1, true, null]], ['b', 'x\ty']),
    spans: [
      [['b'], '"x\\ty"'],
      [['a', 1], 'true'],
    ],
  },
  {
    name: 'JSON with a repeated key keeps both, and the last one counts',
    format: 'json',
    text: '{"mode": "a", "mode": "b"}',
    tree: m(['mode', 'a'], ['mode', 'b']),
    spans: [[['mode'], '"b"']],
  },
  {
    name: 'half-written JSON gives what is whole',
    format: 'json',
    text: '{"permissions": {"allow": ["Bash(ls)", "Re',
    tree: m(['permissions', m(['allow', ['Bash(ls)', 'Re']])]),
    broken: true,
  },
  { name: 'an empty JSON file has no root', format: 'json', text: '  \n', tree: undefined },
  {
    name: 'YAML block and flow collections',
    format: 'yaml',
    text: 'allow:\n  - Bash # all\n  - "Write(*)"\nask: [Read, {tool: Edit}]\nempty:\n',
    tree: m(['allow', ['Bash', 'Write(*)']], ['ask', ['Read', m(['tool', 'Edit'])]], ['empty', null]),
    spans: [
      [['allow', 1], '"Write(*)"'],
      [['ask', 1, 'tool'], 'Edit'],
      [['allow'], '- Bash # all\n  - "Write(*)"'],
    ],
  },
  {
    name: 'YAML aliases and merge keys',
    format: 'yaml',
    text: 'base: &b\n  image: x\n  privileged: true\nagent:\n  <<: *b\n  image: y\nother: *b\n',
    tree: m(
      ['base', m(['image', 'x'], ['privileged', true])],
      ['agent', m(['image', 'x'], ['privileged', true], ['image', 'y'])],
      ['other', m(['image', 'x'], ['privileged', true])],
    ),
    spans: [
      [['agent', 'image'], 'y'],
      [['other', 'image'], 'x'],
    ],
  },
  {
    name: 'YAML block scalars end with their text',
    format: 'yaml',
    text: 'run: |\n  a\n  b\n\nnext: 1\n',
    tree: m(['run', 'a\nb\n'], ['next', 1]),
    spans: [[['run'], '|\n  a\n  b']],
  },
  {
    name: 'TOML tables, dotted keys, arrays of tables, inline tables',
    format: 'toml',
    text: 'a.b = 1\n[profiles.ci]\nsandbox_mode = "x"\n[[rule]]\nn = 1\n[[rule]]\nn = 2\n[rule.sub]\nz = true\n[profiles.dev]\ni = { c = [1, 2] }\n',
    tree: m(
      ['a', m(['b', 1])],
      ['profiles', m(['ci', m(['sandbox_mode', 'x'])], ['dev', m(['i', m(['c', [1, 2]])])])],
      ['rule', [m(['n', 1]), m(['n', 2], ['sub', m(['z', true])])]],
    ),
    spans: [
      [['profiles', 'ci', 'sandbox_mode'], '"x"'],
      [['rule', 1, 'sub', 'z'], 'true'],
    ],
  },
  {
    name: 'TOML with a broken line gives the rest',
    format: 'toml',
    text: 'model = "x"\nthis is no toml\nsandbox_mode = "y"\nempty =\n[t]\nk = 1\n',
    tree: m(['model', 'x'], ['sandbox_mode', 'y'], ['t', m(['k', 1])]),
    broken: true,
  },
  {
    name: 'front matter and body',
    format: 'front-matter',
    text: '---\nname: x\ntools: Read, Bash\n---\nBody {[\n',
    tree: m(['name', 'x'], ['tools', 'Read, Bash']),
    spans: [[['tools'], 'Read, Bash']],
  },
  {
    name: 'front matter with an unquoted colon, as people write it',
    format: 'front-matter',
    text: '---\r\nname: x\r\ndescription: Use this: when needed\r\ntools: "*"\r\n---\r\n',
    tree: m(['name', 'x'], ['description', 'Use this: when needed'], ['tools', '*']),
    spans: [
      [['description'], 'Use this: when needed'],
      [['tools'], '"*"'],
    ],
  },
  { name: 'Markdown without front matter', format: 'front-matter', text: '# Title\n', tree: undefined },
];

describe('config documents are read with the span of every value', () => {
  for (const example of examples) {
    test(example.name, () => {
      const document = readConfig(example.format, example.text);
      expect(plain(document.root)).toEqual(example.tree);
      for (const [path, text] of example.spans ?? []) {
        const node = at(document.root, ...path);
        expect(node && example.text.slice(node.range.start, node.range.end)).toBe(text);
      }
      expect(document.problems.length > 0).toBe(example.broken ?? false);
    });
  }

  test('a file of several YAML documents gives all of them', () => {
    const document = readConfig('yaml', 'a: 1\n---\nb: 2\n');
    expect([plain(document.root), document.further?.map(plain)]).toEqual([m(['a', 1]), [m(['b', 2])]]);
  });

  test('the body of front matter is what follows it', () => {
    const text = '---\na: 1\n---\nHello\n';
    const { body } = readConfig('front-matter', text);
    expect(body && text.slice(body.start, body.end)).toBe('Hello\n');
  });
});

describe('patterns select values', () => {
  const root = readConfig(
    'json',
    '{"s": {"a": {"env": {"X": 1}}, "b": {"env": {"Y": 2}}}, "l": ["p", "q"], "chat.tools.auto": true, "amp": {"x.y": 3}}',
  ).root;
  const cases: [string, string[]][] = [
    ['s/*/env/*', ['s.a.env.X', 's.b.env.Y']],
    ['l/[]', ['l.0', 'l.1']],
    ['chat.tools.auto', ['chat.tools.auto']],
    ['amp.x.y', ['amp.x.y']],
    ['**/env', ['s.a.env', 's.b.env']],
    ['missing/x', []],
  ];
  test.each(cases)('%s', (pattern, keys) => {
    expect(select(root, pattern).map((s) => s.keys.join('.'))).toEqual(keys);
  });
});

describe('hostile input is survived', () => {
  const deep = 100_000;
  const hostile: readonly (readonly [ConfigFormat, string, string])[] = [
    ['json', 'deep lists', '['.repeat(deep)],
    ['json', 'deep maps', '{"a":'.repeat(deep)],
    ['yaml', 'deep flow', '['.repeat(deep)],
    ['yaml', 'deep markers', '- '.repeat(5000)],
    ['yaml', 'deep indentation', Array.from({ length: 1500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['toml', 'deep arrays', `a = ${'['.repeat(deep)}`],
    ['toml', 'deep keys', `${'a.'.repeat(deep)}b = 1`],
    ['front-matter', 'deep header', `---\n${'['.repeat(deep)}\n---\n`],
  ];
  test.each(hostile)('%s: %s', (format, _, text) => {
    expect(readConfig(format, text).problems.length).toBeGreaterThan(0);
  });

  test('a YAML alias bomb costs no more than its text', () => {
    const levels = Array.from({ length: 30 }, (_, i) =>
      i === 0 ? 'l0: &l0 [x, x]' : `l${i}: &l${i} [*l${i - 1}, *l${i - 1}, *l${i - 1}]`,
    );
    const { root } = readConfig('yaml', levels.join('\n'));
    expect(root).toBeDefined();
    expect([...descendants({ node: root!, keys: [] })].length).toBeLessThan(1000);
  });

  test('a YAML alias that holds itself ends', () => {
    expect(plain(readConfig('yaml', 'a: &a [*a]\n').root)).toEqual(m(['a', [null]]));
  });

  test('any text is read without an exception, and spans lie in it', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '\n',
      '  ',
      '- ',
      'a',
      '#',
      '//',
      '=',
      '&x ',
      '*x',
      '---\n',
      '|\n',
      '\\',
      '\u{1F600}',
      'true',
      '<<: ',
      '\r',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 60 }).map((p) => p.join('')),
    );
    fc.assert(
      fc.property(
        text,
        fc.constantFrom<ConfigFormat>('json', 'yaml', 'toml', 'front-matter'),
        (t, format) => {
          const { root, problems } = readConfig(format, t);
          const nodes =
            root === undefined ? [] : [...descendants({ node: root, keys: [] })].map((s) => s.node.range);
          for (const span of [...nodes, ...problems.map((p) => p.range)]) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.start).toBeLessThanOrEqual(span.end);
            expect(span.end).toBeLessThanOrEqual(t.length + 1);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

test('front matter whose every line is no YAML is read in proportion to its length', () => {
  const lines = Array.from({ length: 800 }, (_, i) => `key${i}: use this when: case ${i}`);
  const start = process.cpuUsage();
  const { root } = readConfig('front-matter', `---\n${lines.join('\n')}\n---\nBody\n`);
  const { user, system } = process.cpuUsage(start);
  expect(root?.kind === 'map' && root.entries.length).toBe(800);
  expect((user + system) / 1000).toBeLessThan(400);
});
