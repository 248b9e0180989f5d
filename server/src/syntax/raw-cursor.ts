import type { Tree } from 'web-tree-sitter';

/**
 * The cursor functions of the tree-sitter runtime, called without web-tree-sitter's wrappers. The cursor lives in the runtime's
 * transfer buffer from one call to the next; the wrappers copy it out and in again around every call, which costs more than
 * parsing does. Nothing else may use the runtime while a walk is under way. Names and convention: tree-sitter
 * `lib/binding_web/lib/tree-sitter.c` of the version that package.json pins; a test compares with the wrappers.
 */
export interface RawCursor {
  readonly ts_tree_root_node_wasm: (tree: number) => void;
  readonly ts_tree_cursor_new_wasm: (tree: number) => void;
  readonly ts_tree_cursor_delete_wasm: (tree: number) => void;
  readonly ts_tree_cursor_goto_first_child_wasm: (tree: number) => number;
  readonly ts_tree_cursor_goto_next_sibling_wasm: (tree: number) => number;
  readonly ts_tree_cursor_goto_parent_wasm: (tree: number) => number;
  readonly ts_tree_cursor_current_node_type_id_wasm: (tree: number) => number;
  readonly ts_tree_cursor_current_node_is_named_wasm: (tree: number) => number;
  readonly ts_tree_cursor_current_node_is_missing_wasm: (tree: number) => number;
  readonly ts_tree_cursor_current_field_id_wasm: (tree: number) => number;
  readonly ts_tree_cursor_start_index_wasm: (tree: number) => number;
  readonly ts_tree_cursor_end_index_wasm: (tree: number) => number;
}

/** The functions out of an instance of `web-tree-sitter.wasm`. */
export const rawCursorOf = (instance: WebAssembly.Instance): RawCursor =>
  instance.exports as unknown as RawCursor;

/** Address of a tree in the runtime's memory, which the wrapper keeps under the key 0. */
export const addressOf = (tree: Tree): number => Number(Reflect.get(tree, 0));
