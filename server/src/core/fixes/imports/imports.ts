import type { Node } from '../../languages/cursor.js';
import type { TextEdit } from '../../text/edits.js';
import { range } from '../../text/range.js';
import { itemSpan } from '../items.js';
import type { Source } from '../source.js';
import { insertAtTop, type Top } from './top.js';

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

/** An import that waits to be written: what is taken, and the name it gets when its own is taken in this file. */
export interface Pending {
  readonly wanted: Wanted;
  readonly local: string;
}

/** A name that the file imports at its top level. */
export interface Binding {
  readonly module: string;
  /** Undefined for the module as a whole. */
  readonly name: string | undefined;
  readonly local: string;
  readonly statement: Node;
  /** The part of the statement that binds the name. */
  readonly node: Node;
  /** Others can be named beside it: `from x import a, b`, `{ a, b }`. */
  readonly inList: boolean;
}

/** How a language writes imports. */
export interface Dialect {
  readonly bindings: readonly Binding[];
  readonly top: Top;
  /** True for modules that stand above all others, by custom. */
  goesFirst(module: string): boolean;
  /** The place among those for a new line. */
  first(line: string): Top;
  sameModule(a: string, b: string): boolean;
  /** Name in the place of one that the file uses for something else. */
  otherName(wanted: Wanted): string;
  /** `a as b` in a list of names. */
  specifier(pending: Pending): string;
  /** New statements that import all of these from one module. */
  statements(module: string, pending: readonly Pending[]): readonly string[];
  constant(name: string, value: string): string;
  /** The names of a statement that stand in one list. */
  list(statement: Node): readonly Node[];
}

/** An edit that makes some of what was wanted available. */
interface Placed {
  readonly edit: TextEdit;
  readonly covers: readonly Pending[];
}

const isNamed = ({ wanted: { name, type } }: Pending): boolean =>
  name !== undefined && name !== 'default' && type !== true;

/** Imports that a fix adds to a file, merged into those that are there, and those of which it takes the last use away. */
export class Imports {
  readonly #source: Source;
  readonly #dialect: Dialect;
  readonly #pending: Pending[] = [];
  readonly #constants: string[] = [];
  readonly #released: Node[] = [];

  constructor(source: Source, dialect: Dialect) {
    this.#source = source;
    this.#dialect = dialect;
  }

  /** The local name under which inserted code can use what is wanted. */
  want(wanted: Wanted): string {
    const same = ({ module, name }: Wanted | Binding): boolean =>
      this.#dialect.sameModule(module, wanted.module) && name === wanted.name;
    const known = this.#dialect.bindings.find(same) ?? this.#pending.find((pending) => same(pending.wanted));
    if (known !== undefined) return known.local;
    const natural = wanted.as ?? wanted.name ?? wanted.module;
    const taken = wanted.exact !== true && this.#source.names.has(natural.split('.')[0] ?? natural);
    const local = taken ? this.#source.freshName(this.#dialect.otherName(wanted)) : natural;
    this.#pending.push({ wanted, local });
    return local;
  }

  /** Defines a constant right below the imports; gives its name. */
  constant(name: string, value: string): string {
    this.define(this.#dialect.constant(name, value));
    return name;
  }

  /** Puts code right below the imports. */
  define(code: string): void {
    this.#constants.push(code);
  }

  /** The fix takes this use of an imported name away. When it was the last one, the import goes as well. */
  release(use: Node): void {
    this.#released.push(use);
  }

  /** The edits that make all that was wanted available. */
  edits(): readonly TextEdit[] {
    const unused = this.#unused();
    const edits: TextEdit[] = [];
    const early: string[] = [];
    const late: string[] = [];
    for (const module of new Set(this.#pending.map(({ wanted }) => wanted.module))) {
      const pending = this.#pending.filter(({ wanted }) => wanted.module === module);
      const placed = this.#replace(pending, unused) ?? this.#merge(module, pending.filter(isNamed), unused);
      if (placed !== undefined) edits.push(placed.edit);
      const lines = this.#dialect.statements(
        module,
        pending.filter((one) => !placed?.covers.includes(one)),
      );
      (this.#dialect.goesFirst(module) ? early : late).push(...lines);
    }
    const removed = new Map([...unused].map((binding) => [binding.node, binding]));
    edits.push(...[...removed.values()].map((binding) => this.#remove(binding)));
    const { top } = this.#dialect;
    for (const line of early.sort())
      edits.push(insertAtTop(this.#source, this.#dialect.first(line), [line], []));
    if (late.length + this.#constants.length > 0) {
      edits.push(insertAtTop(this.#source, top, late, this.#constants));
    }
    return edits;
  }

  /** `import os`, which nobody needs any more, becomes `import subprocess`. */
  #replace(pending: readonly Pending[], unused: Set<Binding>): Placed | undefined {
    const whole = pending.filter(({ wanted }) => wanted.name === undefined);
    const [one] = whole;
    const old = [...unused].find(({ name, inList }) => name === undefined && !inList);
    if (one === undefined || old === undefined || !this.#dialect.goesFirst(one.wanted.module))
      return undefined;
    unused.delete(old);
    const newText = this.#dialect.specifier(one);
    return { edit: { range: this.#source.range(old.node), newText }, covers: [one] };
  }

  /** Into a statement that takes names from the module already; in the place of one that nobody needs any more. */
  #merge(module: string, pending: readonly Pending[], unused: Set<Binding>): Placed | undefined {
    const source = this.#source;
    const there = this.#dialect.bindings.filter(
      (one) => one.inList && this.#dialect.sameModule(one.module, module),
    );
    const last = there[0] === undefined ? undefined : this.#dialect.list(there[0].statement).at(-1);
    if (pending.length === 0 || last === undefined) return undefined;
    const names = pending.map((one) => this.#dialect.specifier(one));
    const old = there.find((one) => unused.has(one));
    if (old !== undefined) {
      unused.delete(old);
      return { edit: { range: source.range(old.node), newText: names.join(', ') }, covers: pending };
    }
    return { edit: this.#append(last, names), covers: pending };
  }

  /** Behind the last of a list of names, on lines of their own where that stands on one. */
  #append(last: Node, names: readonly string[]): TextEdit {
    const source = this.#source;
    const end = source.end(last);
    if (!source.startsLine(source.start(last))) {
      return { range: range(end, end), newText: names.map((name) => `, ${name}`).join('') };
    }
    const indent = source.style.newline + source.indentAt(source.start(last));
    const [rest = '', comma] = /^([ \t]*,)?[^\r\n]*/.exec(source.source.slice(end)) ?? [];
    // A comma, and perhaps a comment, end the line.
    const at = comma === undefined ? end : end + rest.trimEnd().length;
    const lines = names.map((name) => (comma === undefined ? `,${indent}${name}` : `${indent}${name},`));
    return { range: range(at, at), newText: lines.join('') };
  }

  #unused(): Set<Binding> {
    const source = this.#source;
    return new Set(
      this.#dialect.bindings.filter(({ local, statement }) => {
        const released = this.#released.filter((use) => source.text(use) === local);
        if (released.length === 0) return false;
        for (const node of source.within(source.root)) {
          const isName =
            /^(?:shorthand_property_)?(?:type_)?identifier$/.test(source.kind(node)) &&
            source.text(node) === local;
          const isImport =
            source.start(node) >= source.start(statement) && source.end(node) <= source.end(statement);
          if (isName && !isImport && !released.includes(node)) return false;
        }
        return true;
      }),
    );
  }

  #remove({ statement, node }: Binding): TextEdit {
    const source = this.#source;
    const list = this.#dialect.list(statement);
    if (list.length > 1) return { range: itemSpan(source, list, node), newText: '' };
    const start = source.lineStart(source.start(statement));
    const end = source.nextLine(source.end(statement));
    const behind = source.source.slice(source.end(statement), end);
    if (!source.startsLine(source.start(statement)) || !/^[ \t;]*(?:#.*|\/\/.*)?[\r\n]*$/.test(behind)) {
      return { range: source.range(statement), newText: '' };
    }
    // Between two blank lines, or at the start of the file, a blank line goes with it, unless something new goes there.
    const alone = start <= 1 || /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(source.source.slice(0, start));
    const blank =
      alone && this.#dialect.top.offset !== end
        ? (/^[ \t]*(?:\r\n|\n|\r)/.exec(source.source.slice(end))?.[0].length ?? 0)
        : 0;
    return { range: range(start, end + blank), newText: '' };
  }
}
