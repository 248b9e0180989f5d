import type { Node } from '../languages/cursor.js';
import { areCompatible, type TextEdit } from '../text/edits.js';
import { range, type TextRange } from '../text/range.js';
import { isClassicScript, type LocalHelper, localHelper } from './classic-script.js';
import type { FileChange } from './fix.js';
import type { GuardModule } from './guard-module/module.js';
import { placeForPython } from './guard-module/place-python.js';
import { placeForScript } from './guard-module/place-script.js';
import { provideHelpers } from './guard-module/write.js';
import type { Imports, Wanted } from './imports/imports.js';
import { importsOf } from './imports/open.js';
import { type Place, placeBefore } from './place.js';
import type { Source } from './source.js';

/** Expressions that need brackets of their own when they become an argument. */
const needsBrackets: ReadonlySet<string> = new Set([
  'expression_list',
  'yield',
  'yield_expression',
  'sequence_expression',
  'generator_expression',
  'pattern_list',
]);

/** Stands in brackets that are there only to hold it together: `(await f()).x`. */
const hasBrackets = (source: Source, node: Node): boolean => {
  const brackets = source.parent(node);
  const field = source.field(brackets);
  return (
    source.is(brackets, 'parenthesized_expression') &&
    (field === 'object' || field === 'value') &&
    isMember(source, brackets)
  );
};

const isMember = (source: Source, node: Node): boolean =>
  /^(?:member_expression|subscript_expression|attribute|subscript)$/.test(source.kind(source.parent(node)));

interface Lines {
  readonly place: Exclude<Place, { kind: 'none' }>;
  readonly lines: string[];
}

/** The edits of one fix, collected in one file, with the imports and guard helpers that they need. */
export class Draft {
  readonly source: Source;
  readonly #edits: TextEdit[] = [];
  readonly #inserted = new Map<Node, Lines>();
  readonly #helpers = new Set<string>();
  /** Helpers that stand in the script itself, where nothing can be imported; `undefined` for what cannot. */
  readonly #local = new Map<string, LocalHelper | undefined>();
  #imports: Imports | undefined;
  #module: GuardModule | undefined;

  constructor(source: Source) {
    this.source = source;
  }

  replace(at: TextRange, newText: string): void {
    this.#edits.push({ range: at, newText });
  }

  insert(offset: number, newText: string): void {
    this.#edits.push({ range: range(offset, offset), newText });
  }

  /** Puts an expression between two texts, as an argument of a call. */
  wrap(node: Node, before: string, after: string): void {
    const { source } = this;
    const brackets = source.parent(node);
    if (source.is(node, 'shorthand_property_identifier')) {
      this.insert(source.start(node), `${source.text(node)}: ${before}`);
      this.insert(source.end(node), after);
    } else if (before.endsWith('(') && hasBrackets(source, node)) {
      // (await f()).x: the brackets become those of the call
      this.insert(source.start(brackets), before.slice(0, -1));
      this.insert(source.end(brackets), after.slice(1));
    } else if (source.is(node, 'generator_expression') && source.field(node) === 'arguments') {
      // any(x for x in y): the brackets are those of the call
      this.insert(source.start(node) + 1, `${before}(`);
      this.insert(source.end(node) - 1, `)${after}`);
    } else {
      const bare = needsBrackets.has(source.kind(node)) && source.source[source.start(node)] !== '(';
      this.insert(source.start(node), bare ? `${before}(` : before);
      this.insert(source.end(node), bare ? `)${after}` : after);
    }
  }

  /** Adds a statement that runs before `node` does. False when there is no place for one. */
  statementBefore(node: Node, line: string): boolean {
    const place = placeBefore(this.source, node);
    if (place.kind === 'none') return false;
    const key = place.kind === 'arrow' ? place.body : place.statement;
    const there = this.#inserted.get(key);
    if (there === undefined) this.#inserted.set(key, { place, lines: [line] });
    else there.lines.push(line);
    return true;
  }

  /** Makes a name of a library available; gives the name under which it is. */
  import(wanted: Wanted): string {
    if (isClassicScript(this.source)) this.#local.set(wanted.module, undefined);
    this.#imports ??= importsOf(this.source);
    return this.#imports.want(wanted);
  }

  /** Says that the fix takes this use of an imported name away. */
  release(use: Node): void {
    this.#imports ??= importsOf(this.source);
    this.#imports.release(use);
  }

  /** Makes a guard helper available, in the guard module of this file or, without modules, in the file; gives its name. */
  helper(name: string): string {
    if (isClassicScript(this.source)) {
      const local = this.#local.get(name) ?? localHelper(this.source, name);
      this.#local.set(name, local);
      return name;
    }
    this.#module ??=
      this.source.family === 'python' ? placeForPython(this.source) : placeForScript(this.source);
    this.#helpers.add(name);
    return this.import({ module: this.#module.specifier, name });
  }

  /** Defines a value for the whole file, below the imports; gives its name. */
  constant(name: string, value: string): string {
    this.#imports ??= importsOf(this.source);
    return this.#imports.constant(this.source.freshName(name), value);
  }

  /** Defines something else there, a class for example. */
  define(name: string, code: (name: string) => string): string {
    this.#imports ??= importsOf(this.source);
    const free = this.source.freshName(name);
    this.#imports.define(code(free));
    return free;
  }

  /** An empty draft for the same file. */
  again(): Draft {
    return new Draft(this.source);
  }

  /** All changes; `undefined` when there are none, they get in each other's way, or need what a script of a page cannot import. */
  changes(): readonly FileChange[] | undefined {
    const statements = [...this.#inserted.values()].map((inserted) => this.#write(inserted));
    const local = [...this.#local.values()];
    if (local.includes(undefined)) return undefined;
    // At one offset, what is inserted first comes first: statements open before expressions and close after them.
    const edits = [
      ...(this.#imports?.edits() ?? []),
      ...statements.map(({ open }) => open),
      ...this.#edits,
      ...statements.flatMap(({ close }) => (close === undefined ? [] : [close])),
      ...local.flatMap((helper) => helper?.edit ?? []),
    ];
    if (edits.length === 0 || !areCompatible(edits)) return undefined;
    const helpers =
      this.#module === undefined ? [] : provideHelpers(this.source, this.#module, this.#helpers);
    return [...helpers, { path: this.source.path, edits }];
  }

  #write({ place, lines }: Lines): { readonly open: TextEdit; readonly close?: TextEdit } {
    const { source } = this;
    const { newline, indent, semicolon } = source.style;
    const at = (offset: number, newText: string): TextEdit => ({ range: range(offset, offset), newText });
    if (place.kind === 'arrow') {
      const outer = source.indentAt(source.start(source.parent(place.body)));
      const inner = newline + outer + indent;
      const code = [...lines.map((line) => line + semicolon), 'return '];
      const start = source.start(place.body);
      // A body on a line of its own comes up to the arrow, as braces do.
      const gap =
        /=>(\s+)$/.exec(source.source.slice(source.start(source.parent(place.body)), start))?.[1] ?? '';
      const before = /[\r\n]/.test(gap) ? gap.length : 0;
      return {
        open: {
          range: range(start - before, start),
          newText: `${before > 0 ? ' ' : ''}{${code.map((line) => inner + line).join('')}`,
        },
        close: at(source.end(place.body), `${semicolon}${newline}${outer}}`),
      };
    }
    const start = source.start(place.statement);
    const inline = lines.map((line) => `${line}; `).join('');
    if (place.kind === 'bare') {
      return { open: at(start, `{ ${inline}`), close: at(source.end(place.statement), ' }') };
    }
    if (!source.startsLine(start)) return { open: at(start, inline) };
    const separator = semicolon + newline + source.indentAt(start);
    return { open: at(source.aboveComments(start), lines.map((line) => line + separator).join('')) };
  }
}
