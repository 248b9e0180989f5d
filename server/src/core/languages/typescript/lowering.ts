import type { ValueId, VariableId } from '../../ir/instruction.js';
import type { Parameter } from '../../ir/module.js';
import type { FunctionBuilder, ModuleBuilder } from '../builder.js';
import type { DocComments } from '../comments.js';
import type { Cursor, Node } from '../cursor.js';
import { Scope } from '../scope.js';
import { type BaseFrame, type LinkOf, type MeaningOf, TreeLowering } from '../tree-lowering.js';
import { declaredTypeName, declareNames } from './names.js';

/** Lowers one kind of expression and gives the value that stands for it. */
export type ExpressionLowering = (l: Lowering, node: Node) => ValueId;
/** Lowers one kind of statement or declaration. */
export type StatementLowering = (l: Lowering, node: Node) => void;
export type Link = LinkOf<Lowering>;
/** What a kind of node means, depending on where it stands. */
export interface Meaning extends MeaningOf<Lowering> {
  /** What takes effect before the first statement of its block runs: imports, functions. */
  readonly hoisted?: StatementLowering;
}

/** By kind of node. Every file of this folder adds the kinds it knows (see lower.ts). */
export type Meanings = Readonly<Record<string, Meaning>>;

/** Where instructions go and what names mean there. */
export interface Frame extends BaseFrame {
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

/** The lowering of a TypeScript or JavaScript file. */
export class Lowering extends TreeLowering<Lowering, Meaning, Frame> {
  readonly docs: DocComments;
  #commonJsExports: VariableId | undefined;

  constructor(
    cursor: Cursor,
    module: ModuleBuilder,
    docs: DocComments,
    meanings: Meanings,
    top: FunctionBuilder,
  ) {
    const exported = new Set<string>();
    super(cursor, module, meanings, {
      body: top,
      scope: new Scope('function', top.id),
      prefix: '',
      level: 0,
      exportName: (name, variable) => {
        if (exported.has(name)) return;
        exported.add(name);
        module.exports.push({ kind: 'variable', name, variable });
      },
    });
    this.docs = docs;
  }

  protected self(): Lowering {
    return this;
  }

  /** The string that a value is known to be. */
  constantText(value: ValueId): string | undefined {
    const producer = this.producer(value);
    return producer?.op === 'const' && typeof producer.value === 'string' ? producer.value : undefined;
  }

  declare(name: string, scope: Scope = this.frame.scope): VariableId {
    const known = scope.own(name);
    if (known !== undefined) return known;
    const variable = this.module.addVariable(name, scope.owner);
    scope.declare(name, variable);
    return variable;
  }

  /** The variable that an assignment to `name` changes. One that nothing declares becomes a variable of the file, as in sloppy mode. */
  assignable(name: string): VariableId {
    const known = this.frame.scope.lookup(name);
    if (known !== undefined) return known;
    if (name === 'exports') return this.commonJsExports();
    let scope = this.frame.scope;
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
      if (typeName !== undefined && this.frame.scope.own(typeName) !== undefined) continue;
      this.hoist(node);
    }
  }

  hoist(node: Node): void {
    this.meaning(node)?.hoisted?.(this, node);
  }
}
