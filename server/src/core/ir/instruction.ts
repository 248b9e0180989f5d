import type { TextRange } from '../text/range.js';

/**
 * The intermediate form of a function body: a flat list of instructions. The value that an instruction computes is named by its
 * index in the list (`ValueId`); operands always refer to earlier instructions of the same body. Branches and loops are
 * markers in the same list, properly nested, so that a pass over a body is one loop without recursion.
 */
export type ValueId = number;
/** Index into `Module.variables`. */
export type VariableId = number;
/** Index into `Module.functions`; 0 is the module's own top-level code. */
export type FunctionId = number;
/** Index into `Module.classes`. */
export type ClassId = number;

export interface Argument {
  readonly value: ValueId;
  /** Keyword of a keyword argument (Python). TypeScript's option objects are `object` instructions. */
  readonly name?: string;
  /** `*args` / `...args`, or `**kwargs`. */
  readonly spread?: 'list' | 'map';
  /** Whole argument, keyword included. */
  readonly range: TextRange;
}

/** An entry of an object or dictionary literal; exactly one of `key`, `computed` and `spread` describes its key. */
export interface Entry {
  readonly key?: string;
  readonly computed?: ValueId;
  readonly spread?: true;
  readonly value: ValueId;
  readonly range: TextRange;
}

export type Operation =
  /** A literal. For strings `value` is the text as the program sees it, and `content` the span inside the quotes. */
  | { readonly op: 'const'; readonly value: string | number | boolean | null; readonly content?: TextRange }
  /**
   * Text built from pieces (constant pieces are `const` instructions): f-strings, template literals, implicit
   * concatenation, chains of `+` with at least one known string, `%` and `.format` with a constant template.
   */
  | { readonly op: 'template'; readonly parts: readonly ValueId[] }
  | { readonly op: 'load'; readonly variable: VariableId }
  | { readonly op: 'store'; readonly variable: VariableId; readonly value: ValueId }
  /** A name that nothing in the file binds: builtins (`eval`, `open`) and globals (`process`, `fetch`). */
  | { readonly op: 'global'; readonly name: string }
  /** `this`; Python's `self` is an ordinary parameter. */
  | { readonly op: 'this' }
  | { readonly op: 'super' }
  /** `object.key`, `object["key"]`, or `object[index]` when the key is not a constant string. */
  | {
      readonly op: 'get';
      readonly object: ValueId;
      readonly key?: string;
      readonly index?: ValueId;
      readonly optional?: true;
      /** A method is meant, in Java, where a field may have the same name. */
      readonly isMethod?: true;
    }
  | {
      readonly op: 'set';
      readonly object: ValueId;
      readonly key?: string;
      readonly index?: ValueId;
      readonly value: ValueId;
    }
  /** When `callee` is a `get`, its object is the receiver. `construct`: `new X()`. `tagged`: a tagged template, args[0] is the template. */
  | {
      readonly op: 'call';
      readonly callee: ValueId;
      readonly args: readonly Argument[];
      readonly construct?: true;
      readonly tagged?: true;
      /** From the opening to the closing bracket, both included. */
      readonly argsRange: TextRange;
    }
  | { readonly op: 'object'; readonly entries: readonly Entry[] }
  | {
      readonly op: 'list';
      readonly items: readonly { readonly value: ValueId; readonly spread?: true }[];
      readonly kind: 'list' | 'tuple' | 'set';
    }
  /** A JSX element. `tag` for intrinsic elements ("div"), `component` for others. */
  | {
      readonly op: 'element';
      readonly tag?: string;
      readonly component?: ValueId;
      readonly props: readonly Entry[];
      readonly children: readonly ValueId[];
    }
  | { readonly op: 'binary'; readonly operator: string; readonly left: ValueId; readonly right: ValueId }
  | { readonly op: 'unary'; readonly operator: string; readonly operand: ValueId }
  /** One of several values: `a if c else b` (with `condition`), `a or b`, `a and b`, `a ?? b` (with `operator`, never both). */
  | {
      readonly op: 'choose';
      readonly condition?: ValueId;
      readonly operator?: 'and' | 'or' | '??';
      readonly values: readonly ValueId[];
    }
  | { readonly op: 'await'; readonly value: ValueId }
  | { readonly op: 'yield'; readonly value?: ValueId }
  /** One element of an iterable: the loop variable of `for`, of a comprehension, `for await`. */
  | { readonly op: 'iterate'; readonly value: ValueId }
  /** What `with value as x` binds. */
  | { readonly op: 'enter'; readonly value: ValueId }
  | { readonly op: 'function'; readonly function: FunctionId }
  | { readonly op: 'class'; readonly class: ClassId }
  /**
   * An imported binding. No `name`: the module itself (`import x`, `import * as x`, `require("x")`). `name` is "default" for
   * a default import. `specifier` as written: "openai", ".guards", "../lib/guards.js".
   */
  | { readonly op: 'import'; readonly specifier: string; readonly name?: string }
  /** Anything else; whatever taints an operand taints the result. */
  | { readonly op: 'unknown'; readonly operands: readonly ValueId[] }
  // Control flow. Every opener has its `end`. Openers have the range of the whole statement, `else`, `catch` and `finally` that of
  // their clause, `end` is empty where the statement ends.
  | { readonly op: 'if'; readonly condition: ValueId }
  | { readonly op: 'else' }
  /**
   * Opens a loop. The instructions of a condition follow it, then `test`. `forever`: written as an endless loop (`while True`, `for (;;)`).
   */
  | { readonly op: 'loop'; readonly kind: 'while' | 'for'; readonly forever?: true }
  | { readonly op: 'test'; readonly condition: ValueId }
  | { readonly op: 'try' }
  | { readonly op: 'catch' }
  | { readonly op: 'finally' }
  | { readonly op: 'end' }
  | { readonly op: 'break' }
  | { readonly op: 'continue' }
  | { readonly op: 'return'; readonly value?: ValueId }
  | { readonly op: 'throw'; readonly value?: ValueId };

/** An operation and the source text it stands for (UTF-16 offsets in the file). */
export type Instruction = Operation & { readonly range: TextRange };
