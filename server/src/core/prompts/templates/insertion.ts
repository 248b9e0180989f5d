import type { TextRange } from '../../text/range.js';

/** A place of a template where a value, a file or the output of a command comes in when it is rendered. */
export interface Insertion {
  readonly range: TextRange;
  /** What code has to fill: "customer" for `{{customer.name}}`, "history" for `{{turn}}` in a loop over `history`. */
  readonly name: string;
  /** The whole path where the tag is no more than one: "customer.name". */
  readonly path?: string;
  /** Section around it whose items may hold the name instead (`{{#items}}{{name}}{{/items}}`). */
  readonly section?: string;
  /** The text comes in as it is: the engine neither escapes nor encodes it. */
  readonly raw: boolean;
  /** Runs a command or reads a file. */
  readonly executes?: true;
}

/** The syntax in which a template engine finds its insertions. */
export interface Dialect {
  readonly id: string;
  /** Insertions within a span of the text, in order, without comments and escaped tags. Linear in the length of the span. */
  insertions(text: string, span: TextRange): readonly Insertion[];
}

/** Text in which nothing is filled in. */
export const noTemplate: Dialect = { id: 'none', insertions: () => [] };

/** Anything else may hold text, and text may hold secrets. */
const pathOnly = /^[\w$.[\]-]{1,200}$/;

/** One insertion per name that a tag mentions. */
export function insertionsOf(
  names: readonly string[],
  range: TextRange,
  inner: string,
  raw: boolean,
): readonly Insertion[] {
  const path = pathOnly.test(inner) ? inner.replace(/^[.$]+/, '') : undefined;
  return [...new Set(names)].map((name) => ({
    range,
    name,
    raw,
    ...(path !== undefined && path !== name && { path }),
  }));
}
