import type { TextEdit } from '../../text/edits.js';

/** Something that inserted code refers to. */
export interface Wanted {
  /** As it would be written: "html", ".prompt_guards", "node:child_process", "../prompt-guards.js". */
  readonly module: string;
  /** What to take from it; the module itself when left out. "default" for a default export (scripts). */
  readonly name?: string;
  /** Name to use here for a module or default export: "DOMPurify". */
  readonly as?: string;
  /** Used as a type only (scripts). */
  readonly type?: true;
  /** The code to insert uses this very name: it must not be changed. */
  readonly exact?: true;
}

/** Imports that a fix adds to a file, merged into those that are there. */
export interface Imports {
  /** The local name under which inserted code can use it. */
  want(wanted: Wanted): string;
  /** Defines a constant right below the imports; gives its name. */
  define(name: string, value: string): string;
  /** The edits that make all that was wanted available. */
  edits(): readonly TextEdit[];
}

/** An import that waits to be written: what is taken, and the name it gets when its own is taken in this file. */
export interface Pending {
  readonly wanted: Wanted;
  readonly local: string;
}
