import type { ValueId, VariableId } from '../../ir/instruction.js';
import type { TypeReference } from '../../ir/module.js';
import type { TextRange } from '../../text/range.js';
import type { FunctionBuilder, ModuleBuilder } from '../builder.js';
import type { DocComments } from '../comments.js';
import type { Cursor, Node } from '../cursor.js';
import { Scope } from '../scope.js';
import { type BaseFrame, type LinkOf, type MeaningOf, TreeLowering } from '../tree-lowering.js';
import type { ClassContext } from './class-context.js';

/** Lowers one kind of expression and gives the value that stands for it. */
export type ExpressionLowering = (l: Lowering, node: Node) => ValueId;
/** Lowers one kind of statement or declaration. */
export type StatementLowering = (l: Lowering, node: Node) => void;
export type Link = LinkOf<Lowering>;
/** What a kind of node means, depending on where it stands. */
export type Meaning = MeaningOf<Lowering>;

/** By kind of node. Every file of this folder adds the kinds it knows (see lower.ts). */
export type Meanings = Readonly<Record<string, Meaning>>;

/** Where instructions go and what names mean there. */
export interface Frame extends BaseFrame {
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

/** The lowering of a Java file. */
export class Lowering extends TreeLowering<Lowering, Meaning, Frame> {
  readonly docs: DocComments;
  /** Names of the file: imports, types, what nothing else binds. */
  readonly top: Scope;

  constructor(
    cursor: Cursor,
    module: ModuleBuilder,
    docs: DocComments,
    meanings: Meanings,
    top: FunctionBuilder,
  ) {
    const scope = new Scope('function', top.id);
    super(cursor, module, meanings, { body: top, scope, prefix: '', level: 0, isStatic: true });
    this.docs = docs;
    this.top = scope;
  }

  protected self(): Lowering {
    return this;
  }

  load(variable: VariableId, at: Node | TextRange): ValueId {
    return this.emit({ op: 'load', variable }, at);
  }

  /** A name of the current block; a second declaration of the same name is the same variable. */
  declare(name: string, type?: TypeReference, scope: Scope = this.frame.scope): VariableId {
    const known = scope.own(name);
    const variable = known ?? this.module.addVariable(name, scope.owner, type);
    if (known === undefined) scope.declare(name, variable);
    else if (type !== undefined) this.module.declareType(known, type);
    this.noteType(variable, type);
    return variable;
  }

  /** A variable that was declared as text holds text. */
  noteType(variable: VariableId, type: TypeReference | undefined): void {
    if (type?.name === 'String') this.markText(variable);
  }

  statements(nodes: readonly Node[]): void {
    for (const node of nodes) this.statement(node);
  }
}
