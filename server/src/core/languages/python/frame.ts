import type { Instruction, ValueId } from '../../ir/instruction.js';
import type { TextRange } from '../../text/range.js';
import type { ClassBuilder, FunctionBuilder, ModuleBuilder } from '../builder.js';
import type { Cursor, Node } from '../cursor.js';
import type { Scope } from '../scope.js';
import type { Bindings } from './bindings.js';
import { isBuiltin } from './builtins.js';

export type LowerExpression = (frame: Frame, node: Node) => ValueId;
export type LowerStatement = (frame: Frame, node: Node) => void;

/** What the lowering of one file shares. */
export interface FileContext {
  readonly cursor: Cursor;
  readonly builder: ModuleBuilder;
  /** By kind number. */
  readonly expressions: readonly (LowerExpression | undefined)[];
  readonly statements: readonly (LowerStatement | undefined)[];
  readonly bindingsOf: (region: Node) => Bindings;
  readonly moduleScope: Scope;
  /** Modules whose names were all imported with `*`, in order. */
  readonly starImports: string[];
}

/** The class whose body is being lowered, or, in a method, the class it belongs to. */
export interface ClassContext {
  readonly builder: ClassBuilder;
  /** The class as a value in the body that defines it; set while the class body itself is lowered. */
  readonly value?: ValueId;
  /** First parameter of the method being lowered ("self"). */
  readonly receiver?: string;
}

/** Where lowering stands: a function under construction, the names in reach, and the rest of the file's state. */
export class Frame {
  readonly file: FileContext;
  readonly cursor: Cursor;
  readonly builder: ModuleBuilder;
  readonly fn: FunctionBuilder;
  readonly scope: Scope;
  /** Qualified name of the function or class around, with a final dot; "" at module level. */
  readonly qualifier: string;
  readonly class: ClassContext | undefined;

  constructor(
    file: FileContext,
    fn: FunctionBuilder,
    scope: Scope,
    qualifier: string,
    ownClass?: ClassContext,
  ) {
    this.file = file;
    this.cursor = file.cursor;
    this.builder = file.builder;
    this.fn = fn;
    this.scope = scope;
    this.qualifier = qualifier;
    this.class = ownClass;
  }

  /** The same function, inside a scope of its own: a comprehension. */
  within(scope: Scope): Frame {
    return new Frame(this.file, this.fn, scope, this.qualifier, this.class);
  }

  emit(instruction: Instruction): ValueId {
    return this.fn.emit(instruction);
  }

  instruction(value: ValueId): Instruction | undefined {
    return this.fn.body[value];
  }

  range(node: Node): TextRange {
    return this.cursor.range(node);
  }

  unknown(operands: readonly ValueId[], range: TextRange): ValueId {
    return this.emit({ op: 'unknown', operands, range });
  }

  /** Closes the innermost marker that is open, at the end of what it stands for. */
  end(node: Node): void {
    const offset = this.cursor.end(node);
    this.emit({ op: 'end', range: { start: offset, end: offset } });
  }

  /** Lowers an expression. Kinds without a handler become `unknown` values of what is in them. */
  value(node: Node): ValueId {
    if (this.cursor.isError(node) || !this.builder.enter()) return this.unknown([], this.range(node));
    const lower = this.file.expressions[this.cursor.kindId(node)];
    const value = lower === undefined ? this.#valueOfParts(node) : lower(this, node);
    this.builder.leave();
    return value;
  }

  #valueOfParts(node: Node): ValueId {
    const operands = this.cursor.named(node).map((child) => this.value(child));
    return this.unknown(operands, this.range(node));
  }

  /** Lowers the statements in a block, in a module, or in text that could not be parsed. */
  statements(parent: Node): void {
    if (!this.builder.enter()) return;
    for (const node of this.cursor.children(parent)) {
      if (!this.cursor.isNamed(node) || this.cursor.isExtra(node)) continue;
      const lower = this.file.statements[this.cursor.kindId(node)];
      if (lower !== undefined) lower(this, node);
      else if (this.cursor.isError(node) || this.cursor.is(node, 'block')) this.statements(node);
      else this.value(node);
    }
    this.builder.leave();
  }

  /** Reads a name. */
  load(name: string, range: TextRange): ValueId {
    const variable = this.scope.lookup(name);
    if (variable !== undefined) return this.emit({ op: 'load', variable, range });
    const modules = isBuiltin(name) ? [] : this.file.starImports;
    const candidates = modules.map((specifier) => this.emit({ op: 'import', specifier, name, range }));
    const [first] = candidates;
    if (first === undefined) return this.emit({ op: 'global', name, range });
    return candidates.length === 1 ? first : this.emit({ op: 'choose', values: candidates, range });
  }

  /** Binds a name to a definition. Names of a class body come to be when they are first bound. */
  bind(name: string, value: ValueId, range: TextRange): void {
    let variable = this.scope.kind === 'class' ? this.scope.own(name) : this.scope.lookup(name);
    if (variable === undefined) {
      variable = this.builder.addVariable(name, this.fn.id);
      this.scope.declare(name, variable);
    }
    this.emit({ op: 'store', variable, value, range });
  }

  /** Assigns to a name. In a class body that also sets an attribute of the class. */
  store(name: string, value: ValueId, range: TextRange): void {
    this.bind(name, value, range);
    const object = this.scope.kind === 'class' ? this.class?.value : undefined;
    if (object !== undefined) this.emit({ op: 'set', object, key: name, value, range });
  }
}
