import type { ClassId, ValueId } from '../../ir/instruction.js';
import type { Function as IrFunction, Parameter } from '../../ir/module.js';
import { range, type TextRange } from '../../text/range.js';
import type { FunctionBuilder } from '../builder.js';
import { documentationBefore } from '../comments.js';
import type { Cursor, Node } from '../cursor.js';
import { Scope } from '../scope.js';
import { statementsIn } from '../tree-lowering.js';
import { definitionOf } from './definitions.js';
import { directivesOf } from './directives.js';
import type { ExpressionLowering, Frame, Lowering, StatementLowering } from './lowering.js';
import { declareVariables } from './names.js';
import { defineParameters } from './parameters.js';
import { declaredType } from './types.js';

/** Functions nested deeper than this have no body. */
const MAX_LEVEL = 100;

/** What the code around a function knows about it and the function itself does not say. */
export interface FunctionContext {
  readonly name?: string;
  readonly nameRange?: TextRange;
  /** Qualified name of the class, for its members. */
  readonly prefix?: string;
  readonly class?: ClassId;
  readonly methodKind?: NonNullable<IrFunction['methodKind']>;
  readonly decorators?: readonly ValueId[];
  /** Where the definition begins, if decorators stand before it. */
  readonly start?: number;
  /** Runs at the start of the body, in the scope around the function: field initializers of a constructor. */
  readonly prologue?: () => void;
  /** Runs in the body, for each parameter: a constructor makes fields of some. */
  readonly onParameter?: (parameter: Parameter, node: Node) => void;
}

export const functionExpressions: Readonly<Record<string, ExpressionLowering>> = {
  arrow_function: lowerFunctionExpression,
  function_expression: lowerFunctionExpression,
  generator_function: lowerFunctionExpression,
};

export const functionDeclarations: Readonly<Record<string, StatementLowering>> = {
  function_declaration: lowerDeclaration,
  generator_function_declaration: lowerDeclaration,
  // Outside of expressions in broken code only.
  function_expression: lowerDeclaration,
  generator_function: lowerDeclaration,
};

/** True for functions written as expressions: their value may become a method. */
export const isFunctionExpression = (cursor: Cursor, node: Node): boolean =>
  Object.hasOwn(functionExpressions, cursor.kind(node));

function lowerDeclaration(l: Lowering, node: Node): void {
  const { cursor } = l;
  const name = cursor.child(node, 'name');
  const { id } = defineFunction(l, node, {});
  const value = l.emit({ op: 'function', function: id }, node);
  if (name !== undefined && !cursor.isMissing(name)) l.store(l.declare(cursor.text(name)), value, name);
}

function lowerFunctionExpression(l: Lowering, node: Node): ValueId {
  return knownToItself(l, node, () =>
    l.emit({ op: 'function', function: defineFunction(l, node, {}).id }, node),
  );
}

/** A function or class that is written as an expression and has a name is known by it to itself alone. */
export function knownToItself(l: Lowering, node: Node, lower: () => ValueId): ValueId {
  const name = l.cursor.child(node, 'name');
  if (name === undefined) return lower();
  return l.inBlock(() => {
    const variable = l.declare(l.cursor.text(name));
    const value = lower();
    l.store(variable, value, name);
    return value;
  });
}

export const qualify = (prefix: string, name: string): string => {
  const last = name === '' ? '<anonymous>' : name;
  return prefix === '' ? last : `${prefix}.${last}`;
};

/** The frame of a function's body, in the scope around the function. */
export const functionFrame = (around: Frame, fn: FunctionBuilder, isArrow = false): Frame => ({
  body: fn,
  scope: around.scope,
  prefix: fn.head.qualifiedName,
  level: around.level + 1,
  parameters: isArrow ? around.parameters : fn.parameters,
  exportName: around.exportName,
});

/** Adds a function; its body is lowered when the code around it is done. */
export function defineFunction(l: Lowering, node: Node, context: FunctionContext): FunctionBuilder {
  const { cursor, module, frame } = l;
  const definition = definitionOf(cursor, node);
  const name = context.name ?? definition.name;
  const start = context.start ?? cursor.start(node);
  const body = cursor.child(node, 'body');
  const documentation = documentationBefore(cursor, l.docs, Math.min(start, definition.start));
  const returnType = declaredType(cursor, node, 'return_type');
  const directives = body === undefined ? [] : directivesOf(cursor, body);
  const qualifiedName = qualify(context.prefix ?? frame.prefix, name);
  const fn = module.addFunction({
    name,
    qualifiedName,
    parent: frame.body.id,
    ...(context.class === undefined ? {} : { class: context.class }),
    ...(context.methodKind === undefined ? {} : { methodKind: context.methodKind }),
    decorators: context.decorators ?? [],
    isAsync: cursor.has(node, 'async'),
    ...(cursor.is(node, 'arrow_function') && { isArrow: true as const }),
    ...(returnType === undefined ? {} : { returnType }),
    ...(documentation === undefined ? {} : { documentation }),
    ...(directives.length === 0 ? {} : { directives }),
    range: range(start, cursor.end(node)),
    nameRange: context.nameRange ?? definition.nameRange,
    bodyRange: body === undefined ? range(cursor.end(node), cursor.end(node)) : insideBraces(cursor, body),
  });
  fn.isGenerator = cursor.has(node, '*') || cursor.kind(node).startsWith('generator_function');
  const scope = new Scope('function', fn.id, frame.scope);
  const takeApart = defineParameters(l, node, fn, scope, context.onParameter);
  const inner = functionFrame(frame, fn, cursor.is(node, 'arrow_function'));
  if (inner.level > MAX_LEVEL) {
    module.truncated = true;
    return fn;
  }
  module.defer(() => {
    l.within(inner, () => {
      context.prologue?.();
      l.within({ ...inner, scope }, () => {
        takeApart();
        lowerBody(l, body);
      });
    });
  });
  return fn;
}

function lowerBody(l: Lowering, body: Node | undefined): void {
  const { cursor } = l;
  if (body === undefined) return;
  if (!cursor.is(body, 'statement_block')) {
    l.emit({ op: 'return', value: l.expression(body) }, body);
    return;
  }
  declareVariables(cursor, body, (name) => l.declare(name));
  l.statements(statementsIn(cursor, body));
}

const insideBraces = (cursor: Cursor, body: Node): TextRange => {
  const { start, end } = cursor.range(body);
  if (!cursor.is(body, 'statement_block')) return { start, end };
  const closed = end - start >= 2 && cursor.source[end - 1] === '}';
  return range(Math.min(start + 1, end), closed ? end - 1 : end);
};

/** How a member of a class is called. */
export function memberKind(cursor: Cursor, node: Node, name: string): NonNullable<IrFunction['methodKind']> {
  if (cursor.has(node, 'get')) return 'getter';
  if (cursor.has(node, 'static')) return 'static';
  return name === 'constructor' ? 'constructor' : 'instance';
}
