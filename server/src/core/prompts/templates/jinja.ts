import type { TextRange } from '../../text/range.js';
import { mentionsOf } from './expression.js';
import { type Dialect, type Insertion, insertionsOf } from './insertion.js';
import { TemplateScope } from './scope.js';
import { type Tag, tagsIn } from './tags.js';

export interface JinjaOptions {
  readonly id: string;
  /** Names that the engine or the format brings: they are not filled by code. */
  readonly builtins?: readonly string[];
  /** A call without variables inserts what the program's function gives, and counts under its name. */
  readonly calls?: boolean;
}

const engineNames = [
  'loop',
  'forloop',
  'range',
  'dict',
  'namespace',
  'cycler',
  'joiner',
  'caller',
  'self',
  'super',
];
/** Filters that encode what goes through them. */
const encoding: ReadonlySet<string> = new Set(
  'e escape forceescape tojson json url_encode urlencode xmlattr escape_once dump'.split(' '),
);

/** Jinja and its relatives: Nunjucks (promptfoo), Liquid, BAML's prompts, NeMo's. Text comes in as it is unless a filter encodes it. */
export function jinjaDialect({ id, builtins = [], calls = true }: JinjaOptions): Dialect {
  const own: ReadonlySet<string> = new Set([...engineNames, ...builtins]);
  return {
    id,
    insertions(text: string, span: TextRange): readonly Insertion[] {
      const reader = new JinjaReader(own, calls);
      for (const tag of tagsIn(text, span)) reader.take(tag);
      return reader.found;
    },
  };
}

export const jinja = jinjaDialect({ id: 'jinja' });
export const liquid = jinjaDialect({ id: 'liquid', calls: false });

class JinjaReader {
  readonly found: Insertion[] = [];
  readonly #own: ReadonlySet<string>;
  readonly #calls: boolean;
  readonly #scope = new TemplateScope();
  /** Statement that ends a stretch of literal text or comment. */
  #skippingTo: string | undefined;

  constructor(own: ReadonlySet<string>, calls: boolean) {
    this.#own = own;
    this.#calls = calls;
  }

  take(tag: Tag): void {
    if (tag.kind === 'statement') this.#statement(tag.inner);
    else if (this.#skippingTo === undefined) this.#output(tag);
  }

  #output({ inner, range }: Tag): void {
    const { names, calls, filters } = mentionsOf(inner);
    const inserted = names.length === 0 && this.#calls ? calls : names;
    const filled = this.#filled(inserted);
    this.found.push(...insertionsOf(filled, range, inner, !filters.some((filter) => encoding.has(filter))));
  }

  #filled(names: readonly string[]): readonly string[] {
    return this.#scope.resolveAll(names.filter((name) => !this.#own.has(name)));
  }

  #statement(inner: string): void {
    const word = /^[a-z_]+/i.exec(inner)?.[0] ?? '';
    if (this.#skippingTo !== undefined) {
      if (word === this.#skippingTo) this.#skippingTo = undefined;
      return;
    }
    if (word === 'raw' || word === 'verbatim' || word === 'comment') this.#skippingTo = `end${word}`;
    else if (word === 'for' || word === 'tablerow') this.#loop(inner);
    else if (word === 'macro') this.#macro(inner);
    else if (word === 'endfor' || word === 'endtablerow' || word === 'endmacro') this.#scope.close();
    else if (word === 'set' || word === 'assign' || word === 'capture') this.#assign(inner);
  }

  #loop(inner: string): void {
    const parts = /^\w+\s+([\w\s,()]{1,200}?)\s+in\s+([\s\S]*)$/.exec(inner);
    this.#scope.open();
    if (parts === null) return;
    const sources = this.#filled(mentionsOf(parts[2] ?? '').names);
    for (const name of (parts[1] ?? '').match(/\w+/g) ?? []) this.#scope.bind(name, sources.slice(0, 1));
  }

  /** What a macro is called with counts where it is called. */
  #macro(inner: string): void {
    this.#scope.open();
    const parameters = inner.slice(inner.indexOf('(') + 1);
    for (const name of parameters.match(/[A-Za-z_]\w*/g) ?? []) this.#scope.bind(name, []);
  }

  #assign(inner: string): void {
    const parts = /^\w+\s+(\w+)\s*(?:=\s*([\s\S]*))?$/.exec(inner);
    if (parts?.[1] !== undefined) this.#scope.bind(parts[1], this.#filled(mentionsOf(parts[2] ?? '').names));
  }
}
