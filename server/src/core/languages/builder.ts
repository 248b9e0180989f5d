import type { FunctionId, Instruction, ValueId, VariableId } from '../ir/instruction.js';
import type {
  Class,
  Comment,
  Export,
  Function as IrFunction,
  Module,
  Parameter,
  TypeReference,
  Variable,
} from '../ir/module.js';
import type { LanguageId } from '../syntax-tree.js';
import type { TextRange } from '../text/range.js';

/** Expressions and blocks nested deeper than this are left out. Hand-written code stays below 30. */
const MAX_DEPTH = 200;

/** What is known of a function before its body is lowered. */
export type FunctionHead = Omit<IrFunction, 'id' | 'parameters' | 'isGenerator' | 'body'>;

/** Grows one function. */
export class FunctionBuilder {
  readonly id: FunctionId;
  readonly head: FunctionHead;
  readonly parameters: Parameter[] = [];
  readonly body: Instruction[] = [];
  isGenerator = false;

  constructor(id: FunctionId, head: FunctionHead) {
    this.id = id;
    this.head = head;
  }

  emit(instruction: Instruction): ValueId {
    return this.body.push(instruction) - 1;
  }

  finish(): IrFunction {
    const { id, parameters, isGenerator, body } = this;
    return { ...this.head, id, parameters, isGenerator, body };
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Grows a class whose members are still being read. */
export type ClassBuilder = Mutable<Omit<Class, 'methods' | 'fields'>> & {
  readonly methods: Map<string, FunctionId>;
  readonly fields: Map<string, TypeReference>;
};

/** Grows the intermediate form of one file. */
export class ModuleBuilder {
  readonly comments: Comment[] = [];
  readonly directives: string[] = [];
  readonly errors: TextRange[] = [];
  readonly exports: Export[] = [];
  truncated = false;
  readonly #path: string;
  readonly #language: LanguageId;
  readonly #functions: FunctionBuilder[] = [];
  readonly #classes: ClassBuilder[] = [];
  readonly #variables: Mutable<Variable>[] = [];
  readonly #imports = new Set<string>();
  readonly #deferred: (() => void)[] = [];
  #depth = 0;

  constructor(path: string, language: LanguageId) {
    this.#path = path;
    this.#language = language;
  }

  /** The first function added is the module's own code. */
  addFunction(head: FunctionHead): FunctionBuilder {
    const added = new FunctionBuilder(this.#functions.length, head);
    this.#functions.push(added);
    return added;
  }

  addClass(head: Omit<Class, 'id' | 'methods' | 'fields'>): ClassBuilder {
    const added = { ...head, id: this.#classes.length, methods: new Map(), fields: new Map() };
    this.#classes.push(added);
    return added;
  }

  addVariable(name: string, owner: FunctionId, type?: TypeReference): VariableId {
    return this.#variables.push(type === undefined ? { name, owner } : { name, owner, type }) - 1;
  }

  /** Records a type that is declared after the variable became known; the first one stays. */
  declareType(variable: VariableId, type: TypeReference): void {
    const known = this.#variables[variable];
    if (known !== undefined) known.type ??= type;
  }

  addImport(specifier: string): void {
    this.#imports.add(specifier);
  }

  /**
   * Goes one level deeper. When that returns false the budget is used up: emit `unknown` instead. Otherwise `leave` must follow.
   */
  enter(): boolean {
    if (this.#depth >= MAX_DEPTH) {
      this.truncated = true;
      return false;
    }
    this.#depth++;
    return true;
  }

  leave(): void {
    this.#depth--;
  }

  /**
   * Puts the lowering of a function's body off until the code around it is done: functions nest without recursion, and a body
   * sees every name of the scopes around it.
   */
  defer(lowerBody: () => void): void {
    this.#deferred.push(lowerBody);
  }

  finish(): Module {
    for (let i = 0; i < this.#deferred.length; i++) this.#deferred[i]?.();
    return {
      path: this.#path,
      language: this.#language,
      functions: this.#functions.map((f) => f.finish()),
      classes: this.#classes,
      variables: this.#variables,
      exports: this.exports,
      imports: [...this.#imports],
      comments: this.comments,
      directives: this.directives,
      errors: this.errors,
      truncated: this.truncated,
    };
  }
}
