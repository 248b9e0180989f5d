import { descendants } from '../config/path.js';
import { readConfig } from '../config/read.js';
import type { Project } from '../project.js';
import type { SyntaxTree } from '../syntax-tree.js';
import type { TextRange } from '../text/range.js';

/**
 * The outermost literal text around an offset, in which a comment would be part of the text: a string of a program with all its pieces
 * and holes, a block scalar of a YAML or TOML file. `undefined` outside of any.
 */
export function literalSpan(project: Project, path: string, offset: number): TextRange | undefined {
  const tree = project.syntax(path);
  if (tree !== undefined) return stringNode(tree, offset);
  const format = /\.ya?ml$/i.test(path) ? 'yaml' : /\.toml$/i.test(path) ? 'toml' : undefined;
  const text = format === undefined ? undefined : project.file(path)?.text;
  if (format === undefined || text === undefined) return undefined;
  const { root, further = [] } = readConfig(format, text);
  for (const document of root === undefined ? further : [root, ...further]) {
    for (const { node, entry } of descendants({ node: document, keys: [] })) {
      if (node.kind !== 'string' || node.range.start > offset || offset >= node.range.end) continue;
      return entry === undefined ? node.range : { start: entry.range.start, end: node.range.end };
    }
  }
  return undefined;
}

const isString = (kind: string): boolean =>
  /^(?:concatenated_)?string$|^template_string$|^string_literal$/.test(kind);

function stringNode(tree: SyntaxTree, offset: number): TextRange | undefined {
  for (const node of nodesAround(tree, offset)) {
    if (isString(tree.kinds[tree.kind[node] ?? 0] ?? ''))
      return { start: tree.start[node] ?? 0, end: tree.end[node] ?? 0 };
  }
  return undefined;
}

/** The nodes that hold the character at an offset, outermost first. */
export function* nodesAround(tree: SyntaxTree, offset: number): Generator<number> {
  let node = 0;
  while (node < tree.length) {
    if ((tree.start[node] ?? 0) <= offset && offset < (tree.end[node] ?? 0)) {
      yield node;
      node++;
    } else {
      const next = tree.next[node] ?? tree.length;
      if ((tree.start[node] ?? 0) > offset) return;
      node = next;
    }
  }
}
