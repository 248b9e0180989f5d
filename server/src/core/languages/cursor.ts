import { NodeFlag, type SyntaxTree } from '../syntax-tree.js';
import type { TextRange } from '../text/range.js';

/** Index of a node in a syntax tree. */
export type Node = number;

/** Nodes that may stand anywhere and mean nothing to the program. */
const extras = ['comment', 'line_comment', 'block_comment', 'html_comment', 'line_continuation'] as const;

/**
 * What a language wants to know about each kind of node, by kind number: looking it up costs one array access, whereas a chain of
 * string comparisons would dominate lowering. Several numbers may share one name, and a token may share its name with a
 * node (`lambda`).
 */
export function byKind<T>(
  kinds: readonly string[],
  table: Readonly<Record<string, T>>,
): readonly (T | undefined)[] {
  const known = new Map(Object.entries(table));
  return kinds.map((name) => known.get(name));
}

/** Reads a flat syntax tree together with its text. Holds no position: every question names its node. */
export class Cursor {
  readonly tree: SyntaxTree;
  readonly source: string;
  readonly root: Node = 0;
  readonly #fieldIds: ReadonlyMap<string, number>;
  readonly #isExtra: readonly (true | undefined)[];

  constructor(tree: SyntaxTree, source: string) {
    this.tree = tree;
    this.source = source;
    this.#fieldIds = new Map(tree.fields.map((name, id) => [name, id]));
    this.#isExtra = byKind(tree.kinds, Object.fromEntries(extras.map((name) => [name, true as const])));
  }

  /** "call", "identifier", "("; "ERROR" for what could not be parsed. */
  kind(node: Node): string {
    return this.tree.kinds[this.kindId(node)] ?? 'ERROR';
  }

  /** For tables made by `byKind`. */
  kindId(node: Node): number {
    return this.tree.kind[node] ?? 0;
  }

  is(node: Node, kind: string): boolean {
    return this.kind(node) === kind;
  }

  /** The field that the node fills in its parent; "" for none. */
  field(node: Node): string {
    return this.tree.fields[this.tree.field[node] ?? 0] ?? '';
  }

  start(node: Node): number {
    return this.tree.start[node] ?? 0;
  }

  end(node: Node): number {
    return this.tree.end[node] ?? 0;
  }

  range(node: Node): TextRange {
    return { start: this.start(node), end: this.end(node) };
  }

  text(node: Node): string {
    return this.source.slice(this.start(node), this.end(node));
  }

  parent(node: Node): Node {
    return this.tree.parent[node] ?? 0;
  }

  /** The first node after the whole subtree. */
  next(node: Node): Node {
    return this.tree.next[node] ?? this.tree.length;
  }

  isNamed(node: Node): boolean {
    return ((this.tree.flags[node] ?? 0) & NodeFlag.named) !== 0;
  }

  isError(node: Node): boolean {
    return ((this.tree.flags[node] ?? 0) & NodeFlag.error) !== 0;
  }

  /** A token that the parser made up; it has no text. */
  isMissing(node: Node): boolean {
    return ((this.tree.flags[node] ?? 0) & NodeFlag.missing) !== 0;
  }

  isExtra(node: Node): boolean {
    return this.#isExtra[this.kindId(node)] === true;
  }

  /** All children, tokens, comments and errors included. */
  children(node: Node): Node[] {
    const children: Node[] = [];
    const end = this.next(node);
    for (let child = node + 1; child < end; child = this.next(child)) children.push(child);
    return children;
  }

  /** Children that carry meaning: no tokens, comments or errors. */
  named(node: Node): Node[] {
    const children: Node[] = [];
    const end = this.next(node);
    for (let child = node + 1; child < end; child = this.next(child)) {
      if (this.#isMeaningful(child)) children.push(child);
    }
    return children;
  }

  /** The first of `named`. */
  firstNamed(node: Node): Node | undefined {
    const end = this.next(node);
    for (let child = node + 1; child < end; child = this.next(child)) {
      if (this.#isMeaningful(child)) return child;
    }
    return undefined;
  }

  #isMeaningful(node: Node): boolean {
    const flags = this.tree.flags[node] ?? 0;
    return (flags & NodeFlag.named) !== 0 && (flags & NodeFlag.error) === 0 && !this.isExtra(node);
  }

  /** The first child in `field`. */
  child(node: Node, field: string): Node | undefined {
    const id = this.#fieldIds.get(field);
    const end = this.next(node);
    for (let child = node + 1; child < end; child = this.next(child)) {
      if (this.tree.field[child] === id && !this.isExtra(child)) return child;
    }
    return undefined;
  }

  /** All named children in `field`. */
  inField(node: Node, field: string): Node[] {
    const id = this.#fieldIds.get(field);
    return this.named(node).filter((child) => this.tree.field[child] === id);
  }

  /** True when one of the children is this token ("async", "*") or node. */
  has(node: Node, kind: string): boolean {
    const end = this.next(node);
    for (let child = node + 1; child < end; child = this.next(child)) {
      if (this.is(child, kind)) return true;
    }
    return false;
  }
}
