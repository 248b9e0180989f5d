import { Edit, Language, Parser, type Point, type Tree } from 'web-tree-sitter';
import type { Host } from '../core/host.js';
import type { LanguageId, SyntaxTree } from '../core/syntax-tree.js';
import { Flattener, type GrammarNames } from './flatten.js';
import type { RawCursor } from './raw-cursor.js';
import { startRuntime } from './runtime.js';

/** Where the WebAssembly files come from: the disk in Node, bytes handed over by the client in a worker. */
export interface GrammarSource {
  /** `web-tree-sitter.wasm`. */
  runtime(): Promise<Uint8Array>;
  /** `tree-sitter-<language>.wasm`. */
  grammar(language: LanguageId): Promise<Uint8Array>;
}

/** A parse that takes longer is given up, in milliseconds. */
const PARSE_BUDGET = 2_000;

interface Grammar {
  readonly parser: Parser;
  readonly names: GrammarNames;
}

interface Retained {
  readonly language: LanguageId;
  readonly text: string;
  readonly tree: Tree;
}

/** The only place that knows WebAssembly: runs tree-sitter grammars and hands flat trees to core. */
export class TreeSitterHost implements Host {
  readonly #source: GrammarSource;
  readonly #grammars = new Map<LanguageId, Grammar>();
  readonly #loading = new Map<LanguageId, Promise<void>>();
  readonly #retained = new Map<string, Retained | undefined>();
  readonly #flattener = new Flattener();
  #cursor: RawCursor | undefined;

  constructor(source: GrammarSource) {
    this.#source = source;
  }

  now(): number {
    return performance.now();
  }

  /** Loads grammars that are not loaded yet. Rejects when a WebAssembly file is missing or broken. */
  async load(languages: Iterable<LanguageId>): Promise<void> {
    this.#cursor = await startRuntime(this.#source.runtime);
    const pending = [...new Set(languages)].map((language) => {
      const started = this.#loading.get(language) ?? this.#loadGrammar(language);
      this.#loading.set(language, started);
      return started;
    });
    await Promise.all(pending);
  }

  async #loadGrammar(language: LanguageId): Promise<void> {
    const grammar = await Language.load(await this.#source.grammar(language));
    const parser = new Parser();
    parser.setLanguage(grammar);
    const kinds = Array.from({ length: grammar.nodeTypeCount }, (_, id) => grammar.nodeTypeForId(id) ?? '');
    const fields = Array.from(
      { length: grammar.fieldCount + 1 },
      (_, id) => grammar.fieldNameForId(id) ?? '',
    );
    // "not in" is one anonymous node with two tokens; all others without a space are tokens themselves.
    const isToken = kinds.map((kind, id) => !grammar.nodeTypeIsNamed(id) && !kind.includes(' '));
    this.#grammars.set(language, { parser, names: { kinds, fields, isToken } });
  }

  /** Keeps the last tree of this document, so that its next parse is incremental (documents open in an editor). */
  retain(key: string): void {
    if (!this.#retained.has(key)) this.#retained.set(key, undefined);
  }

  release(key: string): void {
    this.#retained.get(key)?.tree.delete();
    this.#retained.delete(key);
  }

  parse(language: LanguageId, text: string, key: string): SyntaxTree | undefined {
    const grammar = this.#grammars.get(language);
    const cursor = this.#cursor;
    if (grammar === undefined || cursor === undefined) return undefined;
    const last = this.#retained.get(key);
    const old = last !== undefined && last.language === language ? edited(last, text) : undefined;
    const deadline = this.now() + PARSE_BUDGET;
    let tree: Tree | null = null;
    try {
      tree = grammar.parser.parse(text, old, { progressCallback: () => this.now() > deadline });
    } catch {
      tree = null;
    }
    if (tree === null) {
      grammar.parser.reset();
      return undefined;
    }
    const flat = this.#flattener.flatten(tree, grammar.names, cursor);
    last?.tree.delete();
    if (this.#retained.has(key)) this.#retained.set(key, { language, text, tree });
    else tree.delete();
    return flat;
  }
}

/** The old tree, told where the new text differs. One span suffices: what is common at both ends is left out. */
function edited({ text: before, tree }: Retained, after: string): Tree {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same++;
  }
  const oldEnd = before.length - same;
  const newEnd = after.length - same;
  tree.edit(
    new Edit({
      startIndex: start,
      oldEndIndex: oldEnd,
      newEndIndex: newEnd,
      startPosition: pointAt(before, start),
      oldEndPosition: pointAt(before, oldEnd),
      newEndPosition: pointAt(after, newEnd),
    }),
  );
  return tree;
}

function pointAt(text: string, offset: number): Point {
  let row = 0;
  let lineStart = 0;
  for (let i = text.indexOf('\n'); i !== -1 && i < offset; i = text.indexOf('\n', i + 1)) {
    row++;
    lineStart = i + 1;
  }
  return { row, column: offset - lineStart };
}
