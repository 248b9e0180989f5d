import type { Operation, ValueId, VariableId } from '../../ir/instruction.js';
import type { Parameter } from '../../ir/module.js';
import type { TextRange } from '../../text/range.js';
import type { FunctionBuilder, ModuleBuilder } from '../builder.js';
import type { DocComments } from '../comments.js';
import { byKind, type Cursor, type Node } from '../cursor.js';
import { Scope } from '../scope.js';
import { declaredTypeName, declareNames } from './names.js';

/** Lowers one kind of expression and gives the value that stands for it. */
export type ExpressionLowering = (l: Lowering, node: Node) => ValueId;
/** Lowers one kind of statement or declaration. */
export type StatementLowering = (l: Lowering, node: Node) => void;
/**
 * An expression that applies something to its head: to `a` in `a.b`, `a()`, `a!`. Such links form chains of any length, which are
 * walked in a loop. Without `apply` the expression is worth what its head is worth.
 */
export interface Link {
  /** Field of the head; the first named child when left out. */
  readonly head?: string;
  readonly apply?: (l: Lowering, node: Node, head: ValueId) => ValueId;
}

/** What a kind of node means, depending on where it stands. */
export interface Meaning {
  readonly expression?: ExpressionLowering;
  readonly link?: Link;
  readonly statement?: StatementLowering;
  /** What takes effect before the first statement of its block runs: imports, functions. */
  readonly hoisted?: StatementLowering;
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
  /** What `arguments` holds: the parameters of the nearest function that is no arrow. */
  readonly parameters?: readonly Parameter[];
  /** What `this` is, where code of the function around says so: the class, in static initializers. */
  readonly self?: ValueId;
  /** Directly in a `switch`: `break` means it, not a loop. */
  readonly inSwitch?: boolean;
  /** Exporting a name from here: from the file, or from the namespace around. */
  readonly exportName: (name: string, variable: VariableId) => void;
}

/** The lowering of one file: dispatches on the kinds of nodes and keeps track of the place in the program. */
export class Lowering {
  readonly cursor: Cursor;
  readonly module: ModuleBuilder;
  readonly docs: DocComments;
  readonly #meanings: readonly (Meaning | undefined)[];
  readonly #texts = new Set<VariableId>();
  #frame: Frame;
  #commonJsExports: VariableId | undefined;

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
    const exported = new Set<string>();
    this.#frame = {
      body: top,
      scope: new Scope('function', top.id),
      prefix: '',
      level: 0,
      exportName: (name, variable) => {
        if (exported.has(name)) return;
        exported.add(name);
        module.exports.push({ kind: 'variable', name, variable });
      },
    };
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

  /** The string that a value is known to be. */
  constantText(value: ValueId): string | undefined {
    const producer = this.producer(value);
    return producer?.op === 'const' && typeof producer.value === 'string' ? producer.value : undefined;
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
    if (this.isText(value)) this.#texts.add(variable);
    this.emit({ op: 'store', variable, value }, at);
  }

  declare(name: string, scope: Scope = this.#frame.scope): VariableId {
    const known = scope.own(name);
    if (known !== undefined) return known;
    const variable = this.module.addVariable(name, scope.owner);
    scope.declare(name, variable);
    return variable;
  }

  /** The variable that an assignment to `name` changes. One that nothing declares becomes a variable of the file, as in sloppy mode. */
  assignable(name: string): VariableId {
    const known = this.#frame.scope.lookup(name);
    if (known !== undefined) return known;
    if (name === 'exports') return this.commonJsExports();
    let scope = this.#frame.scope;
    while (scope.parent !== undefined) scope = scope.parent;
    return this.declare(name, scope);
  }

  /** The variable "module.exports", which is an export as soon as the file mentions it. */
  commonJsExports(): VariableId {
    if (this.#commonJsExports === undefined) {
      this.#commonJsExports = this.module.addVariable('module.exports', 0);
      this.module.exports.push({ kind: 'variable', name: 'module.exports', variable: this.#commonJsExports });
    }
    return this.#commonJsExports;
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
    let value = lower === undefined ? this.unknown(head, this.#operands(head)) : lower(this, head);
    for (let link = links.pop(); link !== undefined; link = links.pop()) {
      value = this.#meaning(link)?.link?.apply?.(this, link, value) ?? value;
    }
    this.module.leave();
    return value;
  }

  #head(node: Node): Node | undefined {
    const link = this.#meaning(node)?.link;
    if (link === undefined) return undefined;
    return link.head === undefined ? this.cursor.firstNamed(node) : this.cursor.child(node, link.head);
  }

  #operands(node: Node): ValueId[] {
    const { cursor } = this;
    const parts = cursor.named(node).filter((child) => this.isExpression(child));
    return parts.map((part) => this.expression(part));
  }

  /** The expression in a field; `unknown` where broken code has none. */
  operand(node: Node, field: string): ValueId {
    const child = this.cursor.child(node, field);
    return child === undefined ? this.unknown(node) : this.expression(child);
  }

  /** The first expression inside: what is in parentheses, what follows `await`. */
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

  /** Lowers the statements of a block, a file or a function: names first, then what is hoisted, then one after the other. */
  statements(nodes: readonly Node[]): void {
    this.prepare(nodes);
    for (const node of nodes) this.statement(node);
  }

  /** Makes known what a block declares, before its statements are lowered. */
  prepare(nodes: readonly Node[]): void {
    declareNames(this.cursor, nodes, (name) => this.declare(name));
    for (const node of nodes) {
      const typeName = declaredTypeName(this.cursor, node);
      if (typeName !== undefined && this.#frame.scope.own(typeName) !== undefined) continue;
      this.hoist(node);
    }
  }

  hoist(node: Node): void {
    this.#meaning(node)?.hoisted?.(this, node);
  }

  /** A block of its own, or the single statement in its place. */
  block(node: Node | undefined): void {
    if (node === undefined) return;
    const { cursor } = this;
    const nodes = cursor.is(node, 'statement_block') ? statementsIn(cursor, node) : [node];
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
