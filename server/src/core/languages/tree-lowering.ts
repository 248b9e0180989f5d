import type { Operation, ValueId, VariableId } from '../ir/instruction.js';
import type { TextRange } from '../text/range.js';
import type { FunctionBuilder, ModuleBuilder } from './builder.js';
import { byKind, type Cursor, type Node } from './cursor.js';
import { Scope } from './scope.js';

/**
 * An expression that applies something to its head: to `a` in `a.b`, `a()`, `a!`. Such links form chains of any length, which are
 * walked in a loop. Without `apply` the expression is worth what its head is worth.
 */
export interface LinkOf<L> {
  /** Field of the head, or how it is found; the first named child when left out. */
  readonly head?: string | ((cursor: Cursor, node: Node) => Node | undefined);
  readonly apply?: (l: L, node: Node, head: ValueId) => ValueId;
}

/** What a kind of node means, depending on where it stands. */
export interface MeaningOf<L> {
  readonly expression?: ((l: L, node: Node) => ValueId) | undefined;
  readonly link?: LinkOf<L> | undefined;
  readonly statement?: ((l: L, node: Node) => void) | undefined;
}

/** Where instructions go and what names mean there. */
export interface BaseFrame {
  readonly body: FunctionBuilder;
  readonly scope: Scope;
}

/**
 * What the lowering of a file is in any language with braces: it dispatches on the kinds of nodes and keeps track of the place in the
 * program. `L` is the lowering of the language, as its files get to see it.
 */
export abstract class TreeLowering<L, M extends MeaningOf<L>, F extends BaseFrame> {
  readonly cursor: Cursor;
  readonly module: ModuleBuilder;
  readonly #meanings: readonly (M | undefined)[];
  readonly #texts = new Set<VariableId>();
  #frame: F;

  constructor(cursor: Cursor, module: ModuleBuilder, meanings: Readonly<Record<string, M>>, top: F) {
    this.cursor = cursor;
    this.module = module;
    this.#meanings = byKind(cursor.tree.kinds, meanings);
    this.#frame = top;
  }

  /** This very object, as the files of the language know it. */
  protected abstract self(): L;

  /** Lowers the statements of a block, a file or a function. */
  abstract statements(nodes: readonly Node[]): void;

  get frame(): F {
    return this.#frame;
  }

  /** Runs in another frame. */
  within<T>(frame: F, run: () => T): T {
    const outer = this.#frame;
    this.#frame = frame;
    const result = run();
    this.#frame = outer;
    return result;
  }

  /** Runs in a new block scope. */
  inBlock<T>(run: () => T): T {
    const { body, scope } = this.#frame;
    return this.within({ ...this.#frame, scope: new Scope('block', body.id, scope) }, run);
  }

  emit(operation: Operation, at: Node | TextRange): ValueId {
    const range = typeof at === 'number' ? this.cursor.range(at) : at;
    return this.#frame.body.emit({ ...operation, range });
  }

  /** The instruction that computes a value of the current function. */
  producer(value: ValueId): Operation | undefined {
    return this.#frame.body.body[value];
  }

  /** True when a value is certainly a string: then `+` joins text. */
  isText(value: ValueId): boolean {
    const producer = this.producer(value);
    if (producer?.op === 'const') return typeof producer.value === 'string';
    return producer?.op === 'template' || (producer?.op === 'load' && this.#texts.has(producer.variable));
  }

  /** Remembers that a variable holds text: so it was declared, or text was stored in it. */
  markText(variable: VariableId): void {
    this.#texts.add(variable);
  }

  /** Closes the innermost marker that is open, at the end of what it stands for. */
  end(node: Node): void {
    const offset = this.cursor.end(node);
    this.emit({ op: 'end' }, { start: offset, end: offset });
  }

  unknown(at: Node | TextRange, operands: readonly ValueId[] = []): ValueId {
    return this.emit({ op: 'unknown', operands }, at);
  }

  store(variable: VariableId, value: ValueId, at: Node | TextRange): void {
    if (this.isText(value)) this.markText(variable);
    this.emit({ op: 'store', variable, value }, at);
  }

  protected meaning(node: Node): M | undefined {
    return this.#meanings[this.cursor.kindId(node)];
  }

  isExpression(node: Node): boolean {
    const meaning = this.meaning(node);
    return meaning?.expression !== undefined || meaning?.link !== undefined;
  }

  /** Lowers an expression; anything that is none (broken code) is lowered as far as its parts are. */
  expression(node: Node): ValueId {
    if (!this.module.enter()) return this.unknown(node);
    const links: Node[] = [];
    let head = node;
    for (let next = this.#head(head); next !== undefined; next = this.#head(head)) {
      links.push(head);
      head = next;
    }
    const lower = this.meaning(head)?.expression;
    let value = lower === undefined ? this.unknown(head, this.operands(head)) : lower(this.self(), head);
    for (let link = links.pop(); link !== undefined; link = links.pop()) {
      value = this.meaning(link)?.link?.apply?.(this.self(), link, value) ?? value;
    }
    this.module.leave();
    return value;
  }

  #head(node: Node): Node | undefined {
    const link = this.meaning(node)?.link;
    if (link === undefined) return undefined;
    const { cursor } = this;
    if (typeof link.head === 'function') return link.head(cursor, node);
    return link.head === undefined ? cursor.firstNamed(node) : cursor.child(node, link.head);
  }

  /** The expressions directly inside a node. */
  operands(node: Node): ValueId[] {
    const parts = this.cursor.named(node).filter((child) => this.isExpression(child));
    return parts.map((part) => this.expression(part));
  }

  /** The expression in a field; `unknown` where broken code has none. */
  operand(node: Node, field: string): ValueId {
    const child = this.cursor.child(node, field);
    return child === undefined ? this.unknown(node) : this.expression(child);
  }

  /** The first expression inside: what is in parentheses, what follows `return` or `await`. */
  inner(node: Node): ValueId {
    const child = this.cursor.firstNamed(node);
    return child === undefined ? this.unknown(node) : this.expression(child);
  }

  statement(node: Node): void {
    if (!this.module.enter()) return;
    const lower = this.meaning(node)?.statement;
    if (lower !== undefined) lower(this.self(), node);
    else if (this.isExpression(node)) this.expression(node);
    this.module.leave();
  }

  /** A block of its own, or the single statement in its place. */
  block(node: Node | undefined): void {
    if (node === undefined) return;
    const { cursor } = this;
    const isBlock = cursor.is(node, 'block') || cursor.is(node, 'statement_block');
    const nodes = isBlock ? statementsIn(cursor, node) : [node];
    this.inBlock(() => this.statements(nodes));
  }
}

/** What emits instructions for nodes, whatever the language. */
export type Emitter = Pick<
  TreeLowering<unknown, MeaningOf<unknown>, BaseFrame>,
  'cursor' | 'emit' | 'end' | 'unknown' | 'isText' | 'expression' | 'operand'
>;

/** The statements directly inside a node. What the parser could not place counts as if it stood there by itself. */
export function statementsIn(cursor: Cursor, node: Node): Node[] {
  const statements: Node[] = [];
  const end = cursor.next(node);
  for (let child = node + 1; child < end; ) {
    if (cursor.isError(child)) {
      child += 1;
      continue;
    }
    if (cursor.isNamed(child) && !cursor.isExtra(child)) statements.push(child);
    child = cursor.next(child);
  }
  return statements;
}
