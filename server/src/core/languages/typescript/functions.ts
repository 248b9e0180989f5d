import type { ClassId, ValueId } from '../../ir/instruction.js';
import type { Function as IrFunction, Parameter } from '../../ir/module.js';
import { range, type TextRange } from '../../text/range.js';
import type { FunctionBuilder } from '../builder.js';
import type { Cursor, Node } from '../cursor.js';
import { Scope } from '../scope.js';
import { documentationBefore } from './comments.js';
import { definitionOf } from './definitions.js';
import { directivesOf } from './directives.js';
import type { ExpressionLowering, Frame, Lowering, StatementLowering } from './lowering.js';
import { statementsIn } from './lowering.js';
import { declarePattern, declareVariables } from './names.js';
import { assign, orDefault } from './patterns.js';
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
  /** Called for each parameter: a constructor makes fields of some. */
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
    ...(returnType === undefined ? {} : { returnType }),
    ...(documentation === undefined ? {} : { documentation }),
    ...(directives.length === 0 ? {} : { directives }),
    range: range(start, cursor.end(node)),
    nameRange: context.nameRange ?? definition.nameRange,
    bodyRange: body === undefined ? range(cursor.end(node), cursor.end(node)) : insideBraces(cursor, body),
  });
  fn.isGenerator = cursor.has(node, '*') || cursor.kind(node).startsWith('generator_function');
  const scope = new Scope('function', fn.id, frame.scope);
  const takeApart = defineParameters(l, node, fn, scope, context);
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

/**
 * Adds the parameters. Gives what the body begins with: default values, which JavaScript evaluates in each call and in the scope
 * of the parameters, and the taking apart of patterns.
 */
function defineParameters(
  l: Lowering,
  node: Node,
  fn: FunctionBuilder,
  scope: Scope,
  context: FunctionContext,
): () => void {
  const { cursor, module } = l;
  const list = cursor.child(node, 'parameters');
  const single = cursor.child(node, 'parameter');
  const nodes = list !== undefined ? cursor.named(list) : single !== undefined ? [single] : [];
  const steps: (() => void)[] = [];
  for (const parameterNode of nodes) {
    const { pattern, fallback } = partsOf(cursor, parameterNode);
    if (pattern === undefined || cursor.is(pattern, 'this')) continue;
    const isRest = cursor.is(pattern, 'rest_pattern');
    const target = isRest ? (cursor.firstNamed(pattern) ?? pattern) : pattern;
    const isName = cursor.is(target, 'identifier');
    const name = isName ? cursor.text(target) : cursor.is(target, 'array_pattern') ? '[]' : '{}';
    const type = declaredType(cursor, parameterNode);
    const variable = module.addVariable(name, fn.id, type);
    if (isName) scope.declare(name, variable);
    else declarePattern(cursor, target, (bound) => l.declare(bound, scope));
    if (type?.name === 'string') l.markText(variable);
    const decorators = decoratorValues(l, parameterNode);
    const parameter: Parameter = {
      variable,
      name,
      kind: isRest ? 'rest' : 'plain',
      ...(type === undefined ? {} : { type }),
      ...(decorators.length === 0 ? {} : { decorators }),
      range: cursor.range(parameterNode),
    };
    fn.parameters.push(parameter);
    if (fallback !== undefined || !isName) {
      steps.push(() => {
        const given = l.emit({ op: 'load', variable }, target);
        const value = orDefault(l, given, fallback, parameterNode);
        if (isName) l.store(variable, value, target);
        else assign(l, target, value, cursor.child(parameterNode, 'type'));
      });
    }
    if (context.onParameter !== undefined) steps.push(() => context.onParameter?.(parameter, parameterNode));
  }
  return () => {
    for (const step of steps) step();
  };
}

/** TypeScript wraps each parameter in a node of its own; in JavaScript it is a pattern. */
function partsOf(
  cursor: Cursor,
  node: Node,
): { readonly pattern: Node | undefined; readonly fallback: Node | undefined } {
  switch (cursor.kind(node)) {
    case 'required_parameter':
    case 'optional_parameter':
      return {
        pattern: cursor.child(node, 'pattern') ?? cursor.child(node, 'name'),
        fallback: cursor.child(node, 'value'),
      };
    case 'assignment_pattern':
      return { pattern: cursor.child(node, 'left'), fallback: cursor.child(node, 'right') };
    default:
      return { pattern: node, fallback: undefined };
  }
}

/** The decorators directly inside a node, outermost first. */
export const decoratorValues = (l: Lowering, node: Node): ValueId[] =>
  l.cursor
    .named(node)
    .filter((child) => l.cursor.is(child, 'decorator'))
    .map((decorator) => l.inner(decorator));

/** How a member of a class is called. */
export function memberKind(cursor: Cursor, node: Node, name: string): NonNullable<IrFunction['methodKind']> {
  if (cursor.has(node, 'get')) return 'getter';
  if (cursor.has(node, 'static')) return 'static';
  return name === 'constructor' ? 'constructor' : 'instance';
}
