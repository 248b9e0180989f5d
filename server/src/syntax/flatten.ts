import type { Tree } from 'web-tree-sitter';
import { NodeFlag, type SyntaxTree } from '../core/syntax-tree.js';

/** Names shared by all trees of one grammar, so that lowering can compare kinds by number. */
export interface GrammarNames {
  readonly kinds: readonly string[];
  readonly fields: readonly string[];
}

/** Grows a set of parallel typed arrays; trees are built many times, so the buffers are kept between builds. */
class Columns {
  kind = new Uint16Array(1 << 14);
  start = new Uint32Array(1 << 14);
  end = new Uint32Array(1 << 14);
  next = new Uint32Array(1 << 14);
  parent = new Uint32Array(1 << 14);
  field = new Uint16Array(1 << 14);
  flags = new Uint8Array(1 << 14);

  grow(): void {
    const size = this.kind.length * 2;
    const wider = <T extends Uint8Array | Uint16Array | Uint32Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    this.kind = wider(this.kind, new Uint16Array(size));
    this.start = wider(this.start, new Uint32Array(size));
    this.end = wider(this.end, new Uint32Array(size));
    this.next = wider(this.next, new Uint32Array(size));
    this.parent = wider(this.parent, new Uint32Array(size));
    this.field = wider(this.field, new Uint16Array(size));
    this.flags = wider(this.flags, new Uint8Array(size));
  }
}

/** Turns tree-sitter trees into flat ones. One instance may be used for any number of trees, one after the other. */
export class Flattener {
  readonly #columns = new Columns();

  /** Walks the tree once with a cursor, without recursion. */
  flatten(tree: Tree, names: GrammarNames): SyntaxTree {
    const c = this.#columns;
    const cursor = tree.walk();
    const ancestors: number[] = [];
    let n = 0;
    for (let walking = true; walking; ) {
      if (n === c.kind.length) c.grow();
      const type = cursor.nodeTypeId;
      const named = cursor.nodeIsNamed;
      c.kind[n] = type;
      c.start[n] = cursor.startIndex;
      c.end[n] = cursor.endIndex;
      c.parent[n] = ancestors[ancestors.length - 1] ?? 0;
      c.field[n] = cursor.currentFieldId;
      c.flags[n] =
        (named ? NodeFlag.named : 0) |
        (type === ERROR_TYPE ? NodeFlag.error : 0) |
        (cursor.nodeIsMissing ? NodeFlag.missing : 0);
      const here = n++;
      if (cursor.gotoFirstChild()) {
        ancestors.push(here);
        continue;
      }
      c.next[here] = n;
      while (!cursor.gotoNextSibling()) {
        const up = ancestors.pop();
        if (up === undefined || !cursor.gotoParent()) {
          walking = false;
          break;
        }
        c.next[up] = n;
      }
    }
    for (const open of ancestors) c.next[open] = n;
    cursor.delete();
    return {
      kind: c.kind.slice(0, n),
      start: c.start.slice(0, n),
      end: c.end.slice(0, n),
      next: c.next.slice(0, n),
      parent: c.parent.slice(0, n),
      field: c.field.slice(0, n),
      flags: c.flags.slice(0, n),
      kinds: names.kinds,
      fields: names.fields,
      length: n,
    };
  }
}

/** The symbol that tree-sitter gives to ERROR nodes: `(TSSymbol)-1`. */
const ERROR_TYPE = 0xffff;
