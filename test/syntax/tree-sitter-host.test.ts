import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, expect, test } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { NodeFlag, type SyntaxTree } from '../../server/src/core/syntax-tree.js';
import type { TreeSitterHost } from '../../server/src/syntax/tree-sitter-host.js';
import { testHost } from '../support/host.js';

let host: TreeSitterHost;
beforeAll(async () => {
  host = await testHost();
});

const outline = (tree: SyntaxTree | undefined): string[] =>
  tree === undefined
    ? []
    : Array.from(
        tree.kind,
        (kind, i) => `${tree.fields[tree.field[i]!]}:${tree.kinds[kind]}[${tree.start[i]},${tree.end[i]}]`,
      );

test('lists nodes in pre-order with spans in UTF-16 units', () => {
  const tree = host.parse('python', 'é𝕏 = f("x")\n', 'a.py')!;
  expect(outline(tree)).toMatchInlineSnapshot(`
    [
      ":module[0,13]",
      ":expression_statement[0,12]",
      ":assignment[0,12]",
      "left:identifier[0,3]",
      ":=[4,5]",
      "right:call[6,12]",
      "function:identifier[6,7]",
      "arguments:argument_list[7,12]",
      ":([7,8]",
      ":string[8,11]",
      ":string_start[8,9]",
      ":string_content[9,10]",
      ":string_end[10,11]",
      ":)[11,12]",
    ]
  `);
});

test('an incremental parse gives the tree that a fresh one gives', () => {
  const before = 'def f(a):\n    return a + 1\n\nprint(f(2))\n';
  const after = 'def f(a):\n    b = a\n    return b + 1\n\nprint(f(23))\n';
  host.retain('b.py');
  host.parse('python', before, 'b.py');
  expect(outline(host.parse('python', after, 'b.py'))).toEqual(
    outline(host.parse('python', after, 'fresh.py')),
  );
  host.release('b.py');
});

test('every subtree ends where its next sibling starts', () => {
  const tree = host.parse('tsx', 'const a = <div x={1}>{b}</div>; f(a, `t${b}`)', 'c.tsx')!;
  for (let i = 0; i < tree.length; i++) {
    expect(tree.next[i]).toBeGreaterThan(i);
    expect(tree.next[i]).toBeLessThanOrEqual(tree.length);
    if (i > 0) expect(tree.next[i]).toBeLessThanOrEqual(tree.next[tree.parent[i]!]!);
  }
});

test('broken code gives a tree with its errors marked', () => {
  const tree = host.parse('typescript', 'function ( { const x = ;', 'd.ts')!;
  expect(Array.from(tree.flags).some((f) => (f & (NodeFlag.error | NodeFlag.missing)) !== 0)).toBe(true);
});

test('gives node by node what the public cursor of web-tree-sitter gives', async () => {
  const require = createRequire(import.meta.url);
  const grammar = await Language.load(
    readFileSync(require.resolve('tree-sitter-python/tree-sitter-python.wasm')),
  );
  const parser = new Parser().setLanguage(grammar);
  for (const text of [
    'a = 1 if b not in c and d is not e else f"é{𝕏!r:>{w}}"\n',
    'def f(:\n  x = [1,\nclass',
  ]) {
    const tree = parser.parse(text)!;
    const expected: string[] = [];
    const cursor = tree.walk();
    let depth = 0;
    for (;;) {
      const field = cursor.currentFieldName ?? '';
      const flags = [
        cursor.nodeIsNamed && 'named',
        cursor.nodeType === 'ERROR' && 'error',
        cursor.nodeIsMissing && 'missing',
      ];
      expected.push(`${field} ${cursor.startIndex} ${cursor.endIndex} ${flags.filter(Boolean).join()}`);
      if (cursor.gotoFirstChild()) {
        depth++;
        continue;
      }
      while (!cursor.gotoNextSibling() && cursor.gotoParent()) depth--;
      if (depth === 0) break;
    }
    const flat = host.parse('python', text, 'e.py')!;
    const actual = Array.from(flat.kind, (_, i) => {
      const flags = flat.flags[i]!;
      const names = [
        flags & NodeFlag.named && 'named',
        flags & NodeFlag.error && 'error',
        flags & NodeFlag.missing && 'missing',
      ];
      return `${flat.fields[flat.field[i]!]} ${flat.start[i]} ${flat.end[i]} ${names.filter(Boolean).join()}`;
    });
    expect(actual).toEqual(expected);
  }
});
