import type { Node } from '../languages/cursor.js';
import type { Source } from './source.js';

/** Where a statement can go so that it runs right before the expression at hand, in the same scope. */
export type Place =
  /** Before a statement of a block. */
  | { readonly kind: 'statement'; readonly statement: Node }
  /** Before a statement without braces: `if (x) return f();` */
  | { readonly kind: 'bare'; readonly statement: Node }
  /** Before the expression that is the body of an arrow function. */
  | { readonly kind: 'arrow'; readonly body: Node }
  /** Nowhere: a lambda, a class field, a parameter's default. */
  | { readonly kind: 'none' };

const blocks: ReadonlySet<string> = new Set(['module', 'block', 'program', 'statement_block']);
const bareParents: ReadonlySet<string> = new Set([
  'if_statement',
  'else_clause',
  'for_statement',
  'for_in_statement',
  'while_statement',
  'do_statement',
  'labeled_statement',
  'with_statement',
]);
const dead: ReadonlySet<string> = new Set([
  'lambda',
  'default_parameter',
  'typed_default_parameter',
  'public_field_definition',
  'field_definition',
  'formal_parameters',
  'parameters',
  'decorator',
]);

const isScriptStatement = (kind: string): boolean =>
  kind.endsWith('_statement') || kind.endsWith('_declaration');

/** Never leaves the function that holds `node`. */
export function placeBefore(source: Source, node: Node): Place {
  let inner = node;
  for (const parent of [...source.ancestors(node)]) {
    const kind = source.kind(parent);
    if (dead.has(kind)) return { kind: 'none' };
    if (blocks.has(kind)) {
      return source.family === 'python' && isClassBody(source, parent)
        ? { kind: 'none' }
        : { kind: 'statement', statement: inner };
    }
    if ((kind === 'switch_case' || kind === 'switch_default') && source.field(inner) === 'body') {
      return { kind: 'statement', statement: inner };
    }
    if (bareParents.has(kind) && source.family === 'script' && isScriptStatement(source.kind(inner))) {
      return { kind: 'bare', statement: inner };
    }
    if (kind === 'arrow_function' && source.field(inner) === 'body') return { kind: 'arrow', body: inner };
    inner = parent;
  }
  return { kind: 'none' };
}

const isClassBody = (source: Source, block: Node): boolean =>
  source.kind(block) === 'block' && source.kind(source.parent(block)) === 'class_definition';

/** Function definitions in both languages. */
const functions: ReadonlySet<string> = new Set([
  'function_definition',
  'lambda',
  'function_declaration',
  'generator_function_declaration',
  'function_expression',
  'generator_function',
  'arrow_function',
  'method_definition',
]);

/** The innermost function around `node`; `undefined` at the top level of the file. */
export const functionAround = (source: Source, node: Node): Node | undefined => {
  for (const ancestor of source.ancestors(node)) if (functions.has(source.kind(ancestor))) return ancestor;
  return undefined;
};

export const isAsync = (source: Source, fn: Node): boolean => source.has(fn, 'async');

/** `await` may be written where `node` stands: in an async function, or at the top level of an ES module. */
export function canAwait(source: Source, node: Node): boolean {
  const fn = functionAround(source, node);
  if (fn !== undefined) return isAsync(source, fn);
  return (
    source.family === 'script' &&
    source.children(source.root).some((n) => /^(?:import|export)_statement$/.test(source.kind(n)))
  );
}
