import { Cursor, type Node } from '../languages/cursor.js';
import { languageOf } from '../languages/language.js';
import type { Project, SourceFile } from '../project.js';
import type { SyntaxTree } from '../syntax-tree.js';
import { contains, type TextRange } from '../text/range.js';
import { type Family, type Style, styleOf } from './style.js';

/** A code file under repair: its tree, its text, and the habits of whoever wrote it. */
export class Source extends Cursor {
  readonly project: Project;
  readonly path: string;
  readonly family: Family;
  readonly style: Style;
  #names: ReadonlySet<string> | undefined;

  private constructor(project: Project, { path, text }: SourceFile, tree: SyntaxTree, family: Family) {
    super(tree, text);
    this.project = project;
    this.path = path;
    this.family = family;
    this.style = styleOf(this, family);
  }

  /** `undefined` for what is no code, could not be parsed, or is of a language that has no repairs of this kind (Java). */
  static open(project: Project, path: string): Source | undefined {
    const language = languageOf(path);
    const file = project.file(path);
    const tree = language === undefined ? undefined : project.syntax(path);
    if (file === undefined || tree === undefined || language === 'java') return undefined;
    return new Source(project, file, tree, language === 'python' ? 'python' : 'script');
  }

  /** The smallest node that holds the whole span. */
  covering(range: TextRange): Node {
    let node = this.root;
    for (;;) {
      const child = this.children(node).find((inner) => contains(this.range(inner), range));
      if (child === undefined) return node;
      node = child;
    }
  }

  /** The expression at a span; that of the statement when the span is one (`return page`). */
  expressionAt(range: TextRange): Node {
    const node = this.covering(range);
    const isStatement = /^(?:return|expression|throw|yield)_?(?:statement)?$/.test(this.kind(node));
    return (isStatement ? this.firstNamed(node) : undefined) ?? node;
  }

  /** Nodes from the parent of `node` up to the root. */
  *ancestors(node: Node): Generator<Node> {
    for (let at = node; at !== this.root; ) {
      at = this.parent(at);
      yield at;
    }
  }

  /** Every node of the subtree, itself included, in the order of the text. */
  *within(node: Node): Generator<Node> {
    const end = this.next(node);
    for (let at = node; at < end; at++) yield at;
  }

  /** Everything that is called by some name in this file, members and keywords of calls included. */
  get names(): ReadonlySet<string> {
    this.#names ??= new Set(
      [...this.within(this.root)]
        .filter((node) => this.kind(node).endsWith('identifier'))
        .map((node) => this.text(node)),
    );
    return this.#names;
  }

  /** `wanted`, or the first of `wanted_2`, `wanted_3`, ... that the file does not use yet. */
  freshName(wanted: string): string {
    if (!this.names.has(wanted)) return wanted;
    let n = 2;
    while (this.names.has(this.#numbered(wanted, n))) n++;
    return this.#numbered(wanted, n);
  }

  #numbered(name: string, n: number): string {
    return this.family === 'python' ? `${name}_${n}` : `${name}${n}`;
  }

  /** Offset of the first character of the line that holds `offset`. */
  lineStart(offset: number): number {
    const before = Math.max(
      this.source.lastIndexOf('\n', offset - 1),
      this.source.lastIndexOf('\r', offset - 1),
    );
    return before === -1 && this.source.startsWith('\uFEFF') ? 1 : before + 1;
  }

  /** Offset past the line break of the line that holds `offset`; the end of the text for the last line. */
  nextLine(offset: number): number {
    const next = /\r\n|\n|\r/g;
    next.lastIndex = offset;
    return next.exec(this.source) === null ? this.source.length : next.lastIndex;
  }

  /** Blanks at the start of the line that holds `offset`. */
  indentAt(offset: number): string {
    return /[ \t]*/.exec(this.source.slice(this.lineStart(offset), offset))?.[0] ?? '';
  }

  /** The start of the comments that stand right above a statement, on lines of their own; of the statement itself, when there are none. */
  aboveComments(statement: number): number {
    const indent = this.indentAt(statement);
    let start = statement;
    for (let line = this.lineStart(statement); line > 0; ) {
      const above = this.lineStart(line - (this.source.startsWith('\r\n', line - 2) ? 2 : 1));
      const text = this.source.slice(above, line);
      if (!text.startsWith(indent) || !/^(?:#(?!!)|\/\/)/.test(text.slice(indent.length))) break;
      start = above + indent.length;
      line = above;
    }
    return start;
  }

  /** True when nothing but blanks stands before `offset` on its line. */
  startsLine(offset: number): boolean {
    return this.source.slice(this.lineStart(offset), offset).trim() === '';
  }
}
