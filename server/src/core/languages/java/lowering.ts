import type { Operation, ValueId, VariableId } from '../../ir/instruction.js';
import type { TypeReference } from '../../ir/module.js';
import type { TextRange } from '../../text/range.js';
import type { FunctionBuilder, ModuleBuilder } from '../builder.js';
import type { DocComments } from '../comments.js';
import { byKind, type Cursor, type Node } from '../cursor.js';
import { Scope } from '../scope.js';
import type { ClassContext } from './class-context.js';

/** Lowers one kind of expression and gives the value that stands for it. */
export type ExpressionLowering = (l: Lowering, node: Node) => ValueId;
/** Lowers one kind of statement or declaration. */
export type StatementLowering = (l: Lowering, node: Node) => void;
/** An expression that applies something to its head: calls and fields form chains of any length, which are walked in a loop. */
export interface Link {
  /** The head of a node; `undefined` when this one has none. */
  readonly head: (cursor: Cursor, node: Node) => Node | undefined;
  readonly apply: (l: Lowering, node: Node, head: ValueId) => ValueId;
}

/** What a kind of node means, depending on where it stands. */
export interface Meaning {
  readonly expression?: ExpressionLowering | undefined;
  readonly link?: Link | undefined;
  readonly statement?: StatementLowering | undefined;
}

/** By kind of node. Every file of this folder adds the kinds it knows (see lower.ts). */
export type Meanings = Readonly<Record<string, Meaning>>;

/** Where instructions go and what names mean there. */
export interface Frame {
  readonly body: FunctionBuilder;
  readonly scope: Scope;
  /** Qualified name of the code around; "" at the top. */
  readonly prefix: string;
  /** How many functions are around. */
  readonly level: number;
  /** The class whose code this is. */
  readonly class?: ClassContext;
  /** There is no instance: the code of a static member. */
  readonly isStatic: boolean;
  /** Directly in a `switch`: `break` means it, not a loop. */
  readonly inSwitch?: boolean;
  /** Holds what the `switch` expression around gives. */
  readonly result?: VariableId;
}

/** The lowering of one file: dispatches on the kinds of nodes and keeps track of the place in the program. */
export class Lowering {
  readonly cursor: Cursor;
  readonly module: ModuleBuilder;
  readonly docs: DocComments;
  /** Names of the file: imports, types, what nothing else binds. */
  readonly top: Scope;
  readonly #meanings: readonly (Meaning | undefined)[];
  readonly #texts = new Set<VariableId>();
  #frame: Frame;

  constructor(
    cursor: Cursor,
    module: ModuleBuilder,
    docs: DocComments,
    meanings: Meanings,
    top: FunctionBuilder,
  ) {
    this.cursor = cursor;
    this.module = module;
    this.docs = docs;
    this.#meanings = byKind(cursor.tree.kinds, meanings);
    this.top = new Scope('function', top.id);
    this.#frame = { body: top, scope: this.top, prefix: '', level: 0, isStatic: true };
  }

  get frame(): Frame {
    return this.#frame;
  }

  /** Runs in another frame. */
  within<T>(frame: Frame, run: () => T): T {
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

  /** Closes the innermost marker that is open, at the end of what it stands for. */
  end(node: Node): void {
    const offset = this.cursor.end(node);
    this.emit({ op: 'end' }, { start: offset, end: offset });
  }

  unknown(at: Node | TextRange, operands: readonly ValueId[] = []): ValueId {
    return this.emit({ op: 'unknown', operands }, at);
  }

  load(variable: VariableId, at: Node | TextRange): ValueId {
    return this.emit({ op: 'load', variable }, at);
  }

  store(variable: VariableId, value: ValueId, at: Node | TextRange): void {
    if (this.isText(value)) this.#texts.add(variable);
    this.emit({ op: 'store', variable, value }, at);
  }

  /** A name of the current block; a second declaration of the same name is the same variable. */
  declare(name: string, type?: TypeReference, scope: Scope = this.#frame.scope): VariableId {
    const known = scope.own(name);
    const variable = known ?? this.module.addVariable(name, scope.owner, type);
    if (known === undefined) scope.declare(name, variable);
    else if (type !== undefined) this.module.declareType(known, type);
    this.noteType(variable, type);
    return variable;
  }

  /** A variable that was declared as text holds text. */
  noteType(variable: VariableId, type: TypeReference | undefined): void {
    if (type?.name === 'String') this.#texts.add(variable);
  }

  #meaning(node: Node): Meaning | undefined {
    return this.#meanings[this.cursor.kindId(node)];
  }

  isExpression(node: Node): boolean {
    const meaning = this.#meaning(node);
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
    const lower = this.#meaning(head)?.expression;
    let value = lower === undefined ? this.unknown(head, this.operands(head)) : lower(this, head);
    for (let link = links.pop(); link !== undefined; link = links.pop()) {
      value = this.#meaning(link)?.link?.apply(this, link, value) ?? value;
    }
    this.module.leave();
    return value;
  }

  #head(node: Node): Node | undefined {
    return this.#meaning(node)?.link?.head(this.cursor, node);
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

  /** The first expression inside: what is in parentheses, what follows `return`. */
  inner(node: Node): ValueId {
    const child = this.cursor.firstNamed(node);
    return child === undefined ? this.unknown(node) : this.expression(child);
  }

  statement(node: Node): void {
    if (!this.module.enter()) return;
    const lower = this.#meaning(node)?.statement;
    if (lower !== undefined) lower(this, node);
    else if (this.isExpression(node)) this.expression(node);
    this.module.leave();
  }

  statements(nodes: readonly Node[]): void {
    for (const node of nodes) this.statement(node);
  }

  /** A block of its own, or the single statement in its place. */
  block(node: Node | undefined): void {
    if (node === undefined) return;
    const { cursor } = this;
    const nodes = cursor.is(node, 'block') ? statementsIn(cursor, node) : [node];
    this.inBlock(() => this.statements(nodes));
  }
}

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
