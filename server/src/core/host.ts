import type { LanguageId, SyntaxTree } from './syntax-tree.js';

/** All that core needs from outside. Reading files is not among it: the shells hand texts in. */
export interface Host {
  /**
   * Parses a text. Never throws; a text that exceeds the budget gives `undefined`. `key` names the document (its path), so that
   * the host may reuse the last tree of the same document for incremental parsing.
   * The grammar must have been loaded (`SyntaxHost.load` of `server/src/syntax`).
   */
  parse(language: LanguageId, text: string, key: string): SyntaxTree | undefined;
  /** Milliseconds on any monotonic clock, for budgets. */
  now(): number;
}
