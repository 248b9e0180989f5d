/**
 * A concrete syntax tree as parallel typed arrays in pre-order: node 0 is the root, a node's children follow it. Whoever
 * parses (tree-sitter today) only has to fill these arrays, so the parser can be replaced without touching analysis.
 */
export interface SyntaxTree {
  /** Index into `kinds`, per node. */
  readonly kind: Uint16Array;
  /** UTF-16 offset of the first code unit, per node. */
  readonly start: Uint32Array;
  /** UTF-16 offset past the last code unit, per node. */
  readonly end: Uint32Array;
  /** Index of the node after the whole subtree: the next sibling, if it has the same parent. Per node. */
  readonly next: Uint32Array;
  /** Parent index; the root's parent is itself. Per node. */
  readonly parent: Uint32Array;
  /** Index into `fields` of the field the node fills in its parent; 0 for none. Per node. */
  readonly field: Uint16Array;
  /** Bit set of `NodeFlag`. Per node. */
  readonly flags: Uint8Array;
  /** Names of node kinds of the grammar ("call", "identifier", "("). */
  readonly kinds: readonly string[];
  /** Names of the grammar's fields; `fields[0]` is "". */
  readonly fields: readonly string[];
  readonly length: number;
}

/** Bits of `SyntaxTree.flags`. */
export const NodeFlag = {
  /** A named node of the grammar, not a punctuation token. */
  named: 1,
  /** An ERROR node: the parser could not make sense of its text. */
  error: 2,
  /** A token that the parser had to imagine. It has no text. */
  missing: 4,
} as const;

/** Languages that are parsed into a syntax tree. */
export type LanguageId = 'python' | 'typescript' | 'tsx' | 'javascript' | 'java';

/** An edit as tree-sitter wants it: the span that was replaced and where it ends now (UTF-16 offsets). */
export interface SyntaxEdit {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}
