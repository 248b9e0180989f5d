import type { Tree } from 'web-tree-sitter';
import { NodeFlag, type SyntaxTree } from '../core/syntax-tree.js';
import { addressOf, type RawCursor } from './raw-cursor.js';

/** What all trees of one grammar share, so that lowering can compare kinds by number. */
export interface GrammarNames {
  readonly kinds: readonly string[];
  readonly fields: readonly string[];
  /** Per kind: a keyword or a bracket, which never has children. */
  readonly isToken: readonly boolean[];
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

  /** Walks the tree once with a cursor, without recursion. `raw` belongs to the runtime that made the tree. */
  flatten(tree: Tree, names: GrammarNames, raw: RawCursor): SyntaxTree {
    const c = this.#columns;
    const at = addressOf(tree);
    // A parser only imagines tokens where it met an error, and there are no errors in most files.
    const broken = tree.rootNode.hasError;
    raw.ts_tree_root_node_wasm(at);
    raw.ts_tree_cursor_new_wasm(at);
    const ancestors: number[] = [];
    let n = 0;
    for (let walking = true; walking; ) {
      if (n === c.kind.length) c.grow();
      const type = raw.ts_tree_cursor_current_node_type_id_wasm(at);
      const named = raw.ts_tree_cursor_current_node_is_named_wasm(at) !== 0;
      c.kind[n] = type;
      c.start[n] = raw.ts_tree_cursor_start_index_wasm(at);
      c.end[n] = raw.ts_tree_cursor_end_index_wasm(at);
      c.parent[n] = ancestors[ancestors.length - 1] ?? 0;
      c.field[n] = raw.ts_tree_cursor_current_field_id_wasm(at);
      c.flags[n] =
        (named ? NodeFlag.named : 0) |
        ((type & 0xffff) === ERROR_TYPE ? NodeFlag.error : 0) |
        (broken && raw.ts_tree_cursor_current_node_is_missing_wasm(at) !== 0 ? NodeFlag.missing : 0);
      const here = n++;
      if (names.isToken[type] !== true && raw.ts_tree_cursor_goto_first_child_wasm(at) !== 0) {
        ancestors.push(here);
        continue;
      }
      c.next[here] = n;
      while (raw.ts_tree_cursor_goto_next_sibling_wasm(at) === 0) {
        const up = ancestors.pop();
        if (up === undefined || raw.ts_tree_cursor_goto_parent_wasm(at) === 0) {
          walking = false;
          break;
        }
        c.next[up] = n;
      }
    }
    raw.ts_tree_cursor_delete_wasm(at);
    for (const open of ancestors) c.next[open] = n;
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
