import type { TextRange } from '../text/range.js';

export interface ConfigEntry {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly value: ConfigNode;
  /** Key and value. */
  readonly range: TextRange;
}

/** A value of a JSON, YAML or TOML document, or of Markdown front matter, with the span it was read from. */
export type ConfigNode =
  | { readonly kind: 'map'; readonly range: TextRange; readonly entries: readonly ConfigEntry[] }
  | { readonly kind: 'list'; readonly range: TextRange; readonly items: readonly ConfigNode[] }
  | { readonly kind: 'string'; readonly range: TextRange; readonly value: string }
  | { readonly kind: 'number'; readonly range: TextRange; readonly value: number }
  | { readonly kind: 'boolean'; readonly range: TextRange; readonly value: boolean }
  | { readonly kind: 'null'; readonly range: TextRange };

export interface ConfigProblem {
  readonly range: TextRange;
  readonly message: string;
}

export interface ConfigDocument {
  readonly format: 'json' | 'yaml' | 'toml' | 'front-matter';
  /** What could be read; absent when nothing could. */
  readonly root?: ConfigNode;
  readonly problems: readonly ConfigProblem[];
  /** Text after the front matter. */
  readonly body?: TextRange;
}
