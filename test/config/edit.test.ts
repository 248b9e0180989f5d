import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConfigFormat, ConfigNode } from '../../server/src/core/config/config-node.js';
import {
  appendTo,
  type ConfigEdits,
  type ConfigSource,
  type ConfigValue,
  put,
  removeAll,
  renameKey,
  replaceValue,
} from '../../server/src/core/config/edit.js';
import { at, descendants, entriesOf, entryAt, itemsOf } from '../../server/src/core/config/path.js';
import { readConfig } from '../../server/src/core/config/read.js';
import { applyEdits, areCompatible } from '../../server/src/core/text/edits.js';

type Path = readonly (string | number)[];

const sourceOf = (format: ConfigFormat, text: string): ConfigSource => ({
  text,
  document: readConfig(format, text),
});

const toValue = (node: ConfigNode | undefined): ConfigValue | undefined => {
  if (node === undefined) return undefined;
  if (node.kind === 'map')
    return Object.fromEntries(node.entries.map((e) => [e.key, toValue(e.value) ?? null]));
  if (node.kind === 'list') return node.items.map((i) => toValue(i) ?? null);
  return node.kind === 'null' ? null : node.value;
};

/** The span by which an edit names the entry or item at a path. */
function spanAt(source: ConfigSource, path: Path) {
  const parent = at(source.document.root, ...path.slice(0, -1));
  const last = path.at(-1);
  const span = typeof last === 'string' ? entryAt(parent, last)?.keyRange : at(parent, last ?? 0)?.range;
  if (span === undefined) throw new Error(`no ${path.join('.')}`);
  return span;
}

interface Example {
  readonly name: string;
  readonly format: ConfigFormat;
  readonly before: string;
  readonly edit: (source: ConfigSource) => ConfigEdits;
  readonly after: string;
}

const remove =
  (...paths: Path[]) =>
  (s: ConfigSource) =>
    removeAll(
      s,
      paths.map((p) => spanAt(s, p)),
    );
const replace = (path: Path, value: ConfigValue) => (s: ConfigSource) =>
  replaceValue(s, at(s.document.root, ...path)!.range, value);
const append =
  (path: readonly string[], ...values: ConfigValue[]) =>
  (s: ConfigSource) =>
    appendTo(s, path, values);
const set = (path: readonly string[], value: ConfigValue) => (s: ConfigSource) => put(s, path, value);

const examples: readonly Example[] = [
  {
    name: 'replaces a scalar',
    format: 'json',
    before: '{"a": "x" /* c */, "b": 1}',
    edit: replace(['a'], 'y'),
    after: '{"a": "y" /* c */, "b": 1}',
  },
  {
    name: 'removes an item in the middle of a line',
    format: 'json',
    before: '["a", "b", "c"]',
    edit: remove([1]),
    after: '["a", "c"]',
  },
  {
    name: 'removes the first item of a line',
    format: 'json',
    before: '[ "a", "b" ]',
    edit: remove([0]),
    after: '[ "b" ]',
  },
  {
    name: 'removes the last item of a line with its comma',
    format: 'json',
    before: '["a", "b"]',
    edit: remove([1]),
    after: '["a"]',
  },
  {
    name: 'removes the only item',
    format: 'json',
    before: '{"x": [\n  "a"\n]}',
    edit: remove(['x', 0]),
    after: '{"x": []}',
  },
  {
    name: 'removes a line with its comment',
    format: 'json',
    before: '[\n  "a", // one\n  "b", // two\n  "c"\n]',
    edit: remove([1]),
    after: '[\n  "a", // one\n  "c"\n]',
  },
  {
    name: 'removes the last line and the comma above it',
    format: 'json',
    before: '{\n  "a": 1, // one\n  "b": 2 // two\n}\n',
    edit: remove(['b']),
    after: '{\n  "a": 1 // one\n}\n',
  },
  {
    name: 'keeps a trailing comma',
    format: 'json',
    before: '[\n  1,\n  2,\n]',
    edit: remove([1]),
    after: '[\n  1,\n]',
  },
  {
    name: 'keeps comments on lines of their own',
    format: 'json',
    before: '[\n  // all\n  "a",\n  // rest\n  "b"\n]',
    edit: remove([0], [1]),
    after: '[\n  // all\n  // rest\n]',
  },
  {
    name: 'removes several items on several lines',
    format: 'json',
    before: '[1, 2,\n 3, 4]',
    edit: remove([1], [3]),
    after: '[1,\n 3]',
  },
  {
    name: 'keeps Windows line breaks',
    format: 'json',
    before: '{\r\n  "a": 1,\r\n  "b": 2\r\n}',
    edit: remove(['a']),
    after: '{\r\n  "b": 2\r\n}',
  },
  {
    name: 'appends to a list on lines',
    format: 'json',
    before: '{\n\t"x": [\n\t\t"a"\n\t]\n}',
    edit: append(['x'], 'b'),
    after: '{\n\t"x": [\n\t\t"a",\n\t\t"b"\n\t]\n}',
  },
  {
    name: 'appends behind a comment',
    format: 'json',
    before: '[\n  "a" // one\n]',
    edit: (s) => appendTo(s, [], ['b']),
    after: '[\n  "a", // one\n  "b"\n]',
  },
  {
    name: 'appends and keeps the trailing comma',
    format: 'json',
    before: '[\n  "a", // one\n]',
    edit: (s) => appendTo(s, [], ['b']),
    after: '[\n  "a", // one\n  "b",\n]',
  },
  {
    name: 'makes a missing list',
    format: 'json',
    before: '{\n  "permissions": {\n    "allow": ["x"]\n  }\n}',
    edit: append(['permissions', 'ask'], 'y'),
    after: '{\n  "permissions": {\n    "allow": ["x"],\n    "ask": ["y"]\n  }\n}',
  },
  {
    name: 'puts a nested entry into an empty map',
    format: 'json',
    before: '{}\n',
    edit: set(['a', 'b'], true),
    after: '{\n  "a": {\n    "b": true\n  }\n}\n',
  },
  {
    name: 'removes a YAML item with its line and comment',
    format: 'yaml',
    before: 'allow:\n  - a # one\n  - b\nask: []\n',
    edit: remove(['allow', 0]),
    after: 'allow:\n  - b\nask: []\n',
  },
  {
    name: 'empties a YAML list',
    format: 'yaml',
    before: 'allow:\n- a\nask: x\n',
    edit: remove(['allow', 0]),
    after: 'allow: []\nask: x\n',
  },
  {
    name: 'empties a YAML list of maps at the end and keeps the line break',
    format: 'yaml',
    before: 'allow:\n  - rule: a\n    path: b\n\n',
    edit: remove(['allow', 0]),
    after: 'allow: []\n\n',
  },
  {
    name: 'removes the first entry behind a dash',
    format: 'yaml',
    before: '- name: x\n  tool: y\n- z: 1\n',
    edit: remove([0, 'name']),
    after: '- tool: y\n- z: 1\n',
  },
  {
    name: 'removes a YAML map with all its lines',
    format: 'yaml',
    before: 'a:\n  b: 1\n  c:\n    - d\ne: 2\n',
    edit: remove(['a']),
    after: 'e: 2\n',
  },
  {
    name: 'appends a YAML item in the quotes of the others',
    format: 'yaml',
    before: "ask:\n  - 'Bash(ls)'\n",
    edit: append(['ask'], 'Bash(rm *)'),
    after: "ask:\n  - 'Bash(ls)'\n  - 'Bash(rm *)'\n",
  },
  {
    name: 'makes a missing YAML list',
    format: 'yaml',
    before: 'allow:\n  - a\n',
    edit: append(['ask'], 'b'),
    after: 'allow:\n  - a\nask:\n  - b\n',
  },
  {
    name: 'fills a YAML key without a value',
    format: 'yaml',
    before: 'ask:\nallow: 1\n',
    edit: append(['ask'], 'b'),
    after: 'ask: ["b"]\nallow: 1\n',
  },
  {
    name: 'replaces a YAML block by a scalar',
    format: 'yaml',
    before: 'a:\n  - 1\nb: 2\n',
    edit: replace(['a'], 'x'),
    after: 'a: x\nb: 2\n',
  },
  {
    name: 'keeps single quotes',
    format: 'yaml',
    before: "mode: 'auto' # c\n",
    edit: replace(['mode'], 'smart'),
    after: "mode: 'smart' # c\n",
  },
  {
    name: 'quotes what YAML would misread',
    format: 'yaml',
    before: 'mode: auto\n',
    edit: replace(['mode'], 'no'),
    after: 'mode: "no"\n',
  },
  {
    name: 'edits a YAML flow list',
    format: 'yaml',
    before: 'groups: [read, edit, command] # g\n',
    edit: remove(['groups', 2]),
    after: 'groups: [read, edit] # g\n',
  },
  {
    name: 'replaces a TOML value',
    format: 'toml',
    before: 'sandbox_mode = "danger-full-access" # why\n',
    edit: replace(['sandbox_mode'], 'workspace-write'),
    after: 'sandbox_mode = "workspace-write" # why\n',
  },
  {
    name: 'removes a TOML line',
    format: 'toml',
    before: 'a = 1\nb = [\n  2,\n]\n[t]\nc = 3\n',
    edit: remove(['b']),
    after: 'a = 1\n[t]\nc = 3\n',
  },
  {
    name: 'adds a TOML key to its table',
    format: 'toml',
    before: '[t]\na = 1\n\n[u]\nb = 2\n',
    edit: set(['t', 'x'], false),
    after: '[t]\na = 1\nx = false\n\n[u]\nb = 2\n',
  },
  {
    name: 'adds a TOML key at the top',
    format: 'toml',
    before: '[u]\nb = 2\n',
    edit: set(['x'], 'y'),
    after: 'x = "y"\n[u]\nb = 2\n',
  },
  {
    name: 'adds a TOML table',
    format: 'toml',
    before: 'a = 1\n',
    edit: set(['t', 'x'], false),
    after: 'a = 1\n\n[t]\nx = false\n',
  },
  {
    name: 'edits a TOML list',
    format: 'toml',
    before: 'roots = ["/", "src"]\n',
    edit: remove(['roots', 0]),
    after: 'roots = ["src"]\n',
  },
  {
    name: 'edits front matter',
    format: 'front-matter',
    before: '---\nname: x\ntools: "*"\n---\nBody\n',
    edit: replace(['tools'], 'Read, Grep'),
    after: '---\nname: x\ntools: "Read, Grep"\n---\nBody\n',
  },
  {
    name: 'removes a line of front matter',
    format: 'front-matter',
    before: '---\nname: x\npermissionMode: y\n---\nBody\n',
    edit: remove(['permissionMode']),
    after: '---\nname: x\n---\nBody\n',
  },
  {
    name: 'starts front matter',
    format: 'front-matter',
    before: '# Title\n',
    edit: set(['disable-model-invocation'], true),
    after: '---\ndisable-model-invocation: true\n---\n\n# Title\n',
  },
  {
    name: 'renames a key',
    format: 'json',
    before: '{"a": 1}',
    edit: (s) => renameKey(s, spanAt(s, ['a']), 'b'),
    after: '{"b": 1}',
  },
];

describe('edits change what they are asked for and nothing else', () => {
  for (const example of examples) {
    test(`${example.format}: ${example.name}`, () => {
      const edits = example.edit(sourceOf(example.format, example.before));
      expect(edits).toBeDefined();
      expect(areCompatible(edits!)).toBe(true);
      expect(applyEdits(example.before, edits!)).toBe(example.after);
    });
  }
});

/** Prints a value in a format with layout decided by `choose`, a source of small numbers. */
function print(format: 'json' | 'yaml', value: ConfigValue, choose: (n: number) => number): string {
  let comments = 0;
  const note = () => (format === 'json' ? `// note ${comments++}` : `# note ${comments++}`);
  const flow = (v: ConfigValue, indent: string): string => {
    if (typeof v !== 'object' || v === null) return JSON.stringify(v);
    const parts = Array.isArray(v)
      ? v.map((i) => flow(i, `${indent}  `))
      : Object.entries(v).map(([k, i]) => `${JSON.stringify(k)}: ${flow(i, `${indent}  `)}`);
    const [open, close] = Array.isArray(v) ? ['[', ']'] : ['{', '}'];
    if (parts.length === 0) return `${open}${close}`;
    const trailing = choose(3) === 0;
    if (choose(2) === 0) return `${open}${parts.join(', ')}${trailing ? ',' : ''}${close}`;
    const lines = parts.map((part, i) => {
      const comma = i < parts.length - 1 || trailing ? ',' : '';
      const above = choose(4) === 0 ? `${indent}  ${note()}\n` : '';
      return `${above}${indent}  ${part}${comma}${choose(4) === 0 ? ` ${note()}` : ''}`;
    });
    return `${open}\n${lines.join('\n')}\n${indent}${close}`;
  };
  const blockOf = (v: ConfigValue, indent: string): string => {
    if (typeof v !== 'object' || v === null || Object.keys(v).length === 0 || choose(4) === 0)
      return ` ${flow(v, `${indent}  `)}\n`;
    const lines = Array.isArray(v)
      ? v.map((i) => `${indent}-${blockOf(i, `${indent}  `)}`)
      : Object.entries(v).map(
          ([k, i]) =>
            `${choose(4) === 0 ? `${indent}${note()}\n` : ''}${indent}${k}:${blockOf(i, `${indent}  `)}`,
        );
    return `\n${lines.join('')}`;
  };
  return format === 'json' ? `${flow(value, '')}\n` : blockOf(value, '').replace(/^\n/, '').replace(/^ /, '');
}

const { tree } = fc.letrec<{ tree: ConfigValue }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.oneof(
      fc.boolean(),
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom('Bash(ls:*)', 'x', "it's", 'a # b', 'true'),
    ),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('tree'), { maxKeys: 4 }),
  ),
}));

/** Removes what `keep` rejects, in document order of entries and items. */
function without(node: ConfigNode, gone: ReadonlySet<ConfigNode>): ConfigValue {
  if (node.kind === 'map') {
    return Object.fromEntries(
      node.entries.filter((e) => !gone.has(e.value)).map((e) => [e.key, without(e.value, gone)]),
    );
  }
  if (node.kind === 'list') return node.items.filter((i) => !gone.has(i)).map((i) => without(i, gone));
  return node.kind === 'null' ? null : node.value;
}

describe('any edit of any document gives the intended tree', () => {
  const document = fc.tuple(
    fc.constantFrom<'json' | 'yaml'>('json', 'yaml'),
    fc.oneof(
      fc.array(tree, { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), tree, { maxKeys: 4 }),
    ),
    fc.array(fc.nat(11), { minLength: 40, maxLength: 40 }),
  );

  function printed([format, value, picks]: readonly ['json' | 'yaml', ConfigValue, number[]]) {
    let i = 0;
    const choose = (n: number) => (picks[i++ % picks.length] ?? 0) % n;
    const source = sourceOf(format, print(format, value, choose));
    expect(toValue(source.document.root)).toEqual(value);
    const { root } = source.document;
    return { source, choose, all: root === undefined ? [] : [...descendants({ node: root, keys: [] })] };
  }

  const apply = (source: ConfigSource, edits: ConfigEdits): ConfigSource => {
    expect(edits).toBeDefined();
    expect(areCompatible(edits!)).toBe(true);
    const next = sourceOf(source.document.format, applyEdits(source.text, edits!));
    expect(
      next.document.problems.filter((p) => !/comma/i.test(p.message)),
      next.text,
    ).toEqual([]);
    return next;
  };

  test('removing elements of one container', () => {
    fc.assert(
      fc.property(document, (sample) => {
        const { source, choose, all } = printed(sample);
        const containers = all.map((f) => f.node).filter((n) => entriesOf(n).length + itemsOf(n).length > 0);
        const container = containers[choose(Math.max(1, containers.length))];
        if (container === undefined || source.document.root === undefined) return;
        const elements =
          container.kind === 'map'
            ? container.entries.map((e) => ({ span: e.keyRange, node: e.value }))
            : itemsOf(container).map((n) => ({ span: n.range, node: n }));
        const gone = elements.filter((_, i) => (i === 0 ? choose(2) === 0 : choose(2) === 1));
        if (container === source.document.root && gone.length === elements.length && sample[0] === 'yaml')
          return;
        const next = apply(
          source,
          removeAll(
            source,
            gone.map((g) => g.span),
          ),
        );
        expect(toValue(next.document.root), `${source.text}=>\n${next.text}`).toEqual(
          without(source.document.root, new Set(gone.map((g) => g.node))),
        );
      }),
      { numRuns: 1500 },
    );
  });

  test('replacing a value, or appending to a list, or adding an entry', () => {
    fc.assert(
      fc.property(
        document,
        fc.constantFrom<ConfigValue>('default', true, ['x'], 'a: b', 7),
        (sample, value) => {
          const { source, choose, all } = printed(sample);
          const target = all[choose(Math.max(1, all.length))];
          const { root } = source.document;
          if (target === undefined || root === undefined || target.parent === undefined) return;
          const path = target.keys;
          const text = (s: ConfigSource) => `${source.text}=>\n${s.text}`;
          const step = (node: ConfigNode | undefined, key: string) =>
            node?.kind === 'list' ? at(node, Number(key)) : at(node, key);
          const result = (s: ConfigSource) =>
            toValue(path.reduce<ConfigNode | undefined>(step, s.document.root));
          if (target.node.kind === 'list' && !path.some((k) => /^\d/.test(k))) {
            const next = apply(source, appendTo(source, path, [value]));
            expect(result(next), text(next)).toEqual([...(toValue(target.node) as ConfigValue[]), value]);
          } else if (target.node.kind === 'map' && !path.some((k) => /^\d/.test(k))) {
            const next = apply(source, put(source, [...path, 'fresh'], value));
            expect(result(next), text(next)).toEqual({ ...(toValue(target.node) as object), fresh: value });
          } else {
            const next = apply(source, replaceValue(source, target.node.range, value));
            expect(result(next), text(next)).toEqual(value);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});
