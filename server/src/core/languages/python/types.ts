import type { TypeReference } from '../../ir/module.js';

/** Type arguments nested deeper are left out. */
const MAX_DEPTH = 16;
/** Strings within strings are read as types so many levels deep. */
const MAX_QUOTES = 3;
/** Longer annotations are cut. */
const MAX_LENGTH = 2_000;

const token = /\s+|#[^\n]*|(?:\b[a-zA-Z]{1,2})?(?:"[^"\n]*"|'[^'\n]*')|[\p{L}\p{N}_.]+|./gsu;
const quoted = /^[a-zA-Z]{0,2}(["'])(.*)\1$/s;
const name = /^[\p{L}\p{N}_.]+$/u;
const number = /^\.?\d/;
const opening = /^[[({]$/;
const closing = /^[\])}]$/;
const separator = /^(?:[\]),|]|)$/;

/** What stands between brackets: types, the values of `Literal`, or what `Annotated` adds to its type. */
type Mode = 'type' | 'value' | 'metadata';

/** Reads an annotation as written, quoted or not. Total: what is no type gives a reference with an empty name. */
export const parseType = (written: string): TypeReference => new TypeParser(written, 0).union('type');

/**
 * Types are read from text, not from the tree, since forward references are types inside strings. Calls (the metadata of
 * `Annotated`) are read up to the name of what they call.
 */
class TypeParser {
  readonly #tokens: readonly string[];
  readonly #quotes: number;
  #at = 0;
  #depth = 0;

  constructor(written: string, quotes: number) {
    const tokens = written.slice(0, MAX_LENGTH).match(token) ?? [];
    this.#tokens = tokens.filter((t) => !/^[\s#\\]/.test(t));
    this.#quotes = quotes;
  }

  union(mode: Mode): TypeReference {
    const first = this.#member(mode);
    if (this.#next !== '|') return first;
    const members = [first];
    while (this.#next === '|') {
      this.#at++;
      members.push(this.#member(mode));
    }
    return { name: '|', args: members };
  }

  get #next(): string {
    return this.#tokens[this.#at] ?? '';
  }

  #member(mode: Mode): TypeReference {
    const atom = this.#atom(mode);
    const args = this.#next === '[' ? this.#arguments(argumentMode(atom.name)) : atom.args;
    while (!separator.test(this.#next)) {
      if (opening.test(this.#next)) this.#skipBrackets();
      else this.#at++;
    }
    return { name: atom.name, args };
  }

  #atom(mode: Mode): TypeReference {
    const next = this.#next;
    if (next === '[') return { name: 'list', args: this.#arguments('type') };
    if (next === '(') return this.#bracketed(mode);
    if (next === '' || separator.test(next)) return named('');
    this.#at++;
    const content = quoted.exec(next)?.[2];
    if (content !== undefined) {
      const isType = mode === 'type' && this.#quotes < MAX_QUOTES;
      return isType ? new TypeParser(content, this.#quotes + 1).union('type') : named('literal');
    }
    if (number.test(next) || (mode === 'value' && next !== 'None')) return named('literal');
    return named(name.test(next) ? next : '');
  }

  #bracketed(mode: Mode): TypeReference {
    if (this.#depth >= MAX_DEPTH) {
      this.#skipBrackets();
      return named('');
    }
    this.#at++;
    this.#depth++;
    const inner = this.union(mode);
    this.#depth--;
    if (this.#next === ')') this.#at++;
    return inner;
  }

  #arguments(mode: Mode): TypeReference[] {
    const args: TypeReference[] = [];
    if (this.#depth >= MAX_DEPTH) {
      this.#skipBrackets();
      return args;
    }
    this.#depth++;
    this.#at++;
    while (this.#next !== ']' && this.#next !== '') {
      const before = this.#at;
      args.push(this.union(mode === 'metadata' && args.length === 0 ? 'type' : mode));
      if (this.#next === ',' || this.#at === before) this.#at++;
    }
    this.#at++;
    this.#depth--;
    return args;
  }

  /** From an opening bracket past its closing one. */
  #skipBrackets(): void {
    let open = 0;
    do {
      const next = this.#tokens[this.#at++];
      if (next === undefined) return;
      if (opening.test(next)) open++;
      if (closing.test(next)) open--;
    } while (open > 0);
  }
}

const named = (typeName: string): TypeReference => ({ name: typeName, args: [] });

function argumentMode(typeName: string): Mode {
  if (/(?:^|\.)Literal$/.test(typeName)) return 'value';
  return /(?:^|\.)Annotated$/.test(typeName) ? 'metadata' : 'type';
}
