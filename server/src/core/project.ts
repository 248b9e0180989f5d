import type { Module } from './ir/module.js';
import type { SyntaxTree } from './syntax-tree.js';

/** A text file of the workspace, as the host read it. */
export interface SourceFile {
  /** Relative to the scan root, `/` between its parts. */
  readonly path: string;
  readonly text: string;
}

/**
 * Everything known about the files of one root. Rules and fixes read from it; it is immutable during one analysis.
 */
export interface Project {
  /** The file at `path`, if it is part of the workspace. */
  file(path: string): SourceFile | undefined;
  /** All paths, sorted. */
  readonly paths: readonly string[];
  /** The lowered form of a code file, if its language is analysed. */
  module(path: string): Module | undefined;
  /** The syntax tree of a code file, parsed on demand; for fixes. */
  syntax(path: string): SyntaxTree | undefined;
  /**
   * Nearest manifest at or above `path`: which packages the project already depends on.
   * Keys are package names as the manifest spells them, values the version range ("" when none is given).
   */
  dependencies(path: string, ecosystem: 'python' | 'npm'): ReadonlyMap<string, string>;
}
