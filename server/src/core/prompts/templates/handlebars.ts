import type { TextRange } from '../../text/range.js';
import { type Dialect, type Insertion, insertionsOf } from './insertion.js';
import { type Tag, tagsIn } from './tags.js';

export interface HandlebarsOptions {
  readonly id: string;
  /** `{{x}}` comes in without HTML escapes, as in dotprompt. */
  readonly raw: boolean;
  /** Helpers without arguments, which no code fills: `{{history}}`. */
  readonly builtins?: readonly string[];
}

/** Handlebars and Mustache. */
export function handlebarsDialect({ id, raw, builtins = [] }: HandlebarsOptions): Dialect {
  const own: ReadonlySet<string> = new Set(builtins);
  return {
    id,
    insertions(text: string, span: TextRange): readonly Insertion[] {
      const reader = new HandlebarsReader(raw, own);
      for (const tag of tagsIn(text, span)) reader.take(tag);
      return reader.found;
    },
  };
}

export const handlebars = handlebarsDialect({ id: 'handlebars', raw: false });
export const dotprompt = handlebarsDialect({ id: 'dotprompt', raw: true, builtins: ['history'] });

/** A block around a tag. `context`: names are looked up in it first; `section`: in it or around it. */
interface Block {
  readonly kind: 'context' | 'section' | 'plain';
  readonly source: string | undefined;
  readonly parameters: ReadonlyMap<string, string>;
}

const noParameters: ReadonlyMap<string, string> = new Map();
const maxDepth = 100;
/** Blocks that change nothing about names: conditions, and roles. */
const plainHelpers: ReadonlySet<string> = new Set('if unless message role system user assistant'.split(' '));
/** A path, a literal, `key=`, or a bracket of a nested call. */
const word = /"[^"]*"|'[^']*'|[\w-]+=|\(|\)|\||[^\s()|=]+/g;
const literal = /^(?:["'\d-]|true$|false$|null$|undefined$)/;

class HandlebarsReader {
  readonly found: Insertion[] = [];
  readonly #raw: boolean;
  readonly #own: ReadonlySet<string>;
  readonly #blocks: Block[] = [];

  constructor(raw: boolean, own: ReadonlySet<string>) {
    this.#raw = raw;
    this.#own = own;
  }

  take(tag: Tag): void {
    if (tag.kind === 'statement') return;
    const sigil = tag.inner[0] ?? '';
    const inside = tag.inner.slice(1).trim();
    if (sigil === '#' || sigil === '^') this.#open(inside);
    else if (sigil === '/') this.#blocks.pop();
    else if (sigil === '&') this.#output(tag, inside, true);
    else if (sigil !== '>' && sigil !== '=' && tag.inner !== 'else' && !tag.inner.startsWith('else '))
      this.#output(tag, tag.inner, this.#raw || tag.kind === 'triple');
  }

  #open(inside: string): void {
    if (this.#blocks.length >= maxDepth || inside === '') return;
    const words = inside.match(word) ?? [];
    const [helper = '', first = ''] = words;
    const parameters = inside.includes('|') ? this.#parameters(words) : noParameters;
    if (helper === 'each' || helper === 'with') {
      this.#blocks.push({ kind: 'context', source: this.#resolve(first)?.name, parameters });
    } else if (words.length === 1 && !plainHelpers.has(helper)) {
      this.#blocks.push({ kind: 'section', source: this.#resolve(helper)?.name, parameters });
    } else this.#blocks.push({ kind: 'plain', source: undefined, parameters });
  }

  /** `{{#each items as |item index|}}`: the first one is the item. */
  #parameters(words: readonly string[]): ReadonlyMap<string, string> {
    const source = this.#resolve(words[1] ?? '')?.name;
    const names = words.slice(words.indexOf('|') + 1).filter((name) => name !== '|');
    return new Map(names.flatMap((name) => (source === undefined ? [] : [[name, source] as const])));
  }

  #output(tag: Tag, inside: string, raw: boolean): void {
    const words = (inside.match(word) ?? []).filter((one) => !/^(?:[()|]|.*=)$/.test(one));
    const paths = words.length > 1 ? words.slice(1) : words;
    for (const path of paths) {
      if (literal.test(path) || (words.length === 1 && this.#own.has(path))) continue;
      const resolved = this.#resolve(path);
      if (resolved === undefined) continue;
      const { name, section } = resolved;
      const [insertion] = insertionsOf([name], tag.range, path, raw);
      if (insertion !== undefined)
        this.found.push(section === undefined ? insertion : { ...insertion, section });
    }
  }

  /** The name that code fills for a path; `undefined` for what the engine brings (`@index`). */
  #resolve(path: string): { readonly name: string; readonly section?: string } | undefined {
    let depth = this.#blocks.length;
    let rest = path.replace(/^@root\b[./]?/, () => {
      depth = 0;
      return '';
    });
    if (rest.startsWith('@')) return undefined;
    for (; rest.startsWith('../'); rest = rest.slice(3)) depth = this.#contextBelow(depth);
    const own = /^(?:this|\.)(?:[./]|$)/.test(rest);
    rest = rest.replace(/^(?:this\b|\.)[./]?/, '');
    const name = /^\[([^\]]+)\]|^[\w$-]+/.exec(rest);
    const first = name?.[1] ?? name?.[0] ?? '';
    for (let i = depth - 1; i >= 0; i--) {
      const block = this.#blocks[i];
      const parameter = block?.parameters.get(first);
      if (parameter !== undefined && !own) return { name: parameter };
      if (block === undefined || block.kind === 'plain' || block.source === undefined) continue;
      if (block.kind === 'context' || own || first === '') return { name: block.source };
      return first === block.source ? { name: first } : { name: first, section: block.source };
    }
    return first === '' ? undefined : { name: first };
  }

  /** Number of blocks that are left when the innermost context is left. */
  #contextBelow(depth: number): number {
    for (let i = depth - 1; i >= 0; i--) if (this.#blocks[i]?.kind !== 'plain') return i;
    return 0;
  }
}
