import type { LanguageId } from '../syntax-tree.js';
import type { TextRange } from '../text/range.js';
import type { ClassId, FunctionId, Instruction, ValueId, VariableId } from './instruction.js';

/** A type as written: `Optional[openai.OpenAI]` is `{ name: "Optional", args: [{ name: "openai.OpenAI", args: [] }] }`. */
export interface TypeReference {
  /** Dotted name as written; "|" for a union, "literal" for literal types. Names in quotes are unquoted. */
  readonly name: string;
  readonly args: readonly TypeReference[];
}

export interface Variable {
  readonly name: string;
  /** The function whose scope holds it; 0 for module level. */
  readonly owner: FunctionId;
  readonly type?: TypeReference;
}

export interface Parameter {
  /** Destructured parameters have a variable of their own, taken apart at the start of the body. */
  readonly variable: VariableId;
  readonly name: string;
  readonly kind: 'plain' | 'keyword-only' | 'rest' | 'keyword-rest';
  readonly type?: TypeReference;
  /** Value in the *enclosing* function's body. */
  readonly default?: ValueId;
  /** `@Body() dto: Dto`: decorator expressions, as values in the enclosing function's body. */
  readonly decorators?: readonly ValueId[];
  readonly range: TextRange;
}

export interface Function {
  readonly id: FunctionId;
  /** "" when anonymous, "<module>" for top-level code. */
  readonly name: string;
  /** "Agent.run", "handler.<anonymous>": names from the module down. */
  readonly qualifiedName: string;
  /** The function whose body defines it; the module's own is 0. */
  readonly parent: FunctionId;
  /** Set on methods. */
  readonly class?: ClassId;
  readonly parameters: readonly Parameter[];
  /** Decorator expressions, as values in the parent's body; outermost first. */
  readonly decorators: readonly ValueId[];
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** An arrow function: `this` is that of the function around it. */
  readonly isArrow?: true;
  /** A method without a body: somebody else provides it. */
  readonly isAbstract?: true;
  /** `staticmethod` / `static`, `classmethod`, property getters. */
  readonly methodKind?: 'instance' | 'static' | 'class' | 'getter' | 'constructor';
  readonly returnType?: TypeReference;
  /** Docstring or leading doc comment, without quotes or comment marks. */
  readonly documentation?: { readonly text: string; readonly range: TextRange };
  /** 'use server' at the start of the body. */
  readonly directives?: readonly string[];
  /** Whole definition, decorators included. */
  readonly range: TextRange;
  readonly nameRange: TextRange;
  /** Statements of the body; for an expression-bodied arrow or lambda, the expression. */
  readonly bodyRange: TextRange;
  readonly body: readonly Instruction[];
}

export interface Class {
  readonly id: ClassId;
  readonly name: string;
  /** Function whose body holds the definition. */
  readonly parent: FunctionId;
  /** Base classes, as values in the parent's body. */
  readonly bases: readonly ValueId[];
  readonly decorators: readonly ValueId[];
  readonly methods: ReadonlyMap<string, FunctionId>;
  /** Fields with a declared type (`name: str`, `private client: OpenAI`); values are `set` on the class by the parent's body. */
  readonly fields: ReadonlyMap<string, TypeReference>;
  readonly documentation?: { readonly text: string; readonly range: TextRange };
  readonly range: TextRange;
  readonly nameRange: TextRange;
}

/** What other files can import. */
export type Export =
  | { readonly kind: 'variable'; readonly name: string; readonly variable: VariableId }
  /** `export { name as exported } from "specifier"`; `*` for all names. */
  | { readonly kind: 'from'; readonly name: string; readonly specifier: string; readonly imported: string };

export interface Comment {
  readonly range: TextRange;
  /** Without comment marks, trimmed. */
  readonly text: string;
}

/** One file in intermediate form. Plain data: it can be cached by content hash and sent to a worker. */
export interface Module {
  readonly path: string;
  readonly language: LanguageId;
  /** `functions[0]` is the top-level code. */
  readonly functions: readonly Function[];
  readonly classes: readonly Class[];
  readonly variables: readonly Variable[];
  /** In Python every module-level variable; `module.exports` counts as the export "module.exports". */
  readonly exports: readonly Export[];
  /** All specifiers that the file imports, in order, each once. */
  readonly imports: readonly string[];
  readonly comments: readonly Comment[];
  /** 'use client', 'use server', 'use strict' at the top. */
  readonly directives: readonly string[];
  /** Spans that could not be parsed. */
  readonly errors: readonly TextRange[];
  /** The budget ran out (nesting depth, size): the rest of the file was left out. */
  readonly truncated: boolean;
}
