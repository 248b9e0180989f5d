import type { TextRange } from '../text/range.js';

export interface ConfigEntry {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly value: ConfigNode;
  /** Key and value. */
  readonly range: TextRange;
}

/**
 * A value of a JSON, YAML or TOML document, or of Markdown front matter, with the span it was read from. Entries keep the
 * order of the text; a key that is written twice is there twice, and the last one counts. A YAML alias is the very node of its
 * anchor; entries that a YAML merge key brings stand before the map's own.
 */
export type ConfigNode =
  | { readonly kind: 'map'; readonly range: TextRange; readonly entries: readonly ConfigEntry[] }
  | { readonly kind: 'list'; readonly range: TextRange; readonly items: readonly ConfigNode[] }
  | { readonly kind: 'string'; readonly range: TextRange; readonly value: string }
  | { readonly kind: 'number'; readonly range: TextRange; readonly value: number }
  | { readonly kind: 'boolean'; readonly range: TextRange; readonly value: boolean }
  | { readonly kind: 'null'; readonly range: TextRange };

export type ConfigMap = Extract<ConfigNode, { kind: 'map' }>;
export type ConfigList = Extract<ConfigNode, { kind: 'list' }>;

export interface ConfigProblem {
  readonly range: TextRange;
  readonly message: string;
}

/**
 * `json` takes comments and trailing commas; `front-matter` is YAML between `---` lines at the top of a text; `text` is a file whose structure
 * its own reader finds (scripts, Dockerfiles): all of it is `body`.
 */
export type ConfigFormat = 'json' | 'yaml' | 'toml' | 'front-matter' | 'text';

export interface ConfigDocument {
  readonly format: ConfigFormat;
  /** What could be read; absent when nothing could. */
  readonly root?: ConfigNode;
  /** Roots of the YAML documents after the first, in files that hold several. */
  readonly further?: readonly ConfigNode[];
  readonly problems: readonly ConfigProblem[];
  /** Text after the front matter; all of a `text`. */
  readonly body?: TextRange;
}
