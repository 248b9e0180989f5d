import type { ClassId, ValueId } from '../../ir/instruction.js';
import type { Function as IrFunction, Parameter } from '../../ir/module.js';
import { range, type TextRange } from '../../text/range.js';
import type { FunctionBuilder } from '../builder.js';
import { documentationBefore } from '../comments.js';
import type { Cursor, Node } from '../cursor.js';
import { Scope } from '../scope.js';
import { statementsIn } from '../tree-lowering.js';
import { annotationValues } from './annotations.js';
import type { ClassContext } from './class-context.js';
import type { ExpressionLowering, Frame, Lowering } from './lowering.js';
import { declaredType } from './types.js';

/** Functions nested deeper than this have no body. */
const MAX_LEVEL = 100;

/** What the code around a function knows about it and the function itself does not say. */
export interface FunctionContext {
  readonly name: string;
  readonly nameRange: TextRange;
  readonly class?: ClassId;
  readonly methodKind?: NonNullable<IrFunction['methodKind']>;
  readonly isAbstract?: boolean;
  readonly decorators?: readonly ValueId[];
  /** The frame in which the body runs, without its own scope. */
  readonly around: Frame;
  /** Runs at the start of the body, and at its end. */
  readonly prologue?: (fn: FunctionBuilder) => void;
  readonly epilogue?: (fn: FunctionBuilder) => void;
  /** Where the parameters are written, if not in the function itself. */
  readonly parameters?: Node | undefined;
}

export const functionExpressions: Readonly<Record<string, ExpressionLowering>> = {
  lambda_expression: (l, node) => {
    const { end } = l.cursor.range(node);
    const nameRange = range(l.cursor.start(node), Math.min(l.cursor.start(node), end));
    const { id } = defineFunction(l, node, { name: '', nameRange, around: l.frame });
    return l.emit({ op: 'function', function: id }, node);
  },
};

export const qualify = (prefix: string, name: string): string => {
  const last = name === '' ? '<anonymous>' : name;
  return prefix === '' ? last : `${prefix}.${last}`;
};

/** The frame of code that belongs to a class. */
export const memberFrame = (around: Frame, context: ClassContext, isStatic: boolean): Frame => ({
  body: around.body,
  scope: around.scope,
  prefix: qualify(around.prefix, context.built.name),
  level: around.level,
  class: context,
  isStatic,
});

/** Adds a function; its body is lowered when the code around it is done. */
export function defineFunction(l: Lowering, node: Node, context: FunctionContext): FunctionBuilder {
  const { cursor, module } = l;
  const { around, name } = context;
  const isLambda = cursor.is(node, 'lambda_expression') || cursor.is(node, 'method_reference');
  const body = cursor.child(node, 'body');
  const documentation = documentationBefore(cursor, l.docs, cursor.start(node));
  const returnType = isLambda ? undefined : declaredType(cursor, node);
  const fn = module.addFunction({
    name,
    qualifiedName: qualify(around.prefix, name),
    parent: l.frame.body.id,
    ...(context.class === undefined ? {} : { class: context.class }),
    ...(context.methodKind === undefined ? {} : { methodKind: context.methodKind }),
    ...(context.isAbstract === true && { isAbstract: true as const }),
    decorators: context.decorators ?? [],
    isAsync: false,
    ...(isLambda && { isArrow: true as const }),
    ...(returnType === undefined ? {} : { returnType }),
    ...(documentation === undefined ? {} : { documentation }),
    range: cursor.range(node),
    nameRange: context.nameRange,
    bodyRange: body === undefined ? range(cursor.end(node), cursor.end(node)) : insideBraces(cursor, body),
  });
  const scope = new Scope('function', fn.id, around.scope);
  defineParameters(l, context.parameters ?? cursor.child(node, 'parameters'), fn, scope);
  const inner: Frame = {
    ...around,
    body: fn,
    scope,
    prefix: fn.head.qualifiedName,
    level: l.frame.level + 1,
    inSwitch: false,
  };
  if (inner.level > MAX_LEVEL) {
    module.truncated = true;
    return fn;
  }
  module.defer(() => {
    l.within(inner, () => {
      context.prologue?.(fn);
      lowerBody(l, body);
      context.epilogue?.(fn);
    });
  });
  return fn;
}

function lowerBody(l: Lowering, body: Node | undefined): void {
  const { cursor } = l;
  if (body === undefined) return;
  if (/^(?:block|constructor_body)$/.test(cursor.kind(body))) l.statements(statementsIn(cursor, body));
  else l.emit({ op: 'return', value: l.expression(body) }, body);
}

const insideBraces = (cursor: Cursor, body: Node): TextRange => {
  const { start, end } = cursor.range(body);
  if (cursor.source[start] !== '{') return { start, end };
  const closed = end - start >= 2 && cursor.source[end - 1] === '}';
  return range(Math.min(start + 1, end), closed ? end - 1 : end);
};

/** Parameters with or without types; of a lambda it may be one name alone. */
function defineParameters(l: Lowering, list: Node | undefined, fn: FunctionBuilder, scope: Scope): void {
  const { cursor } = l;
  if (list === undefined) return;
  const nodes = cursor.is(list, 'identifier') ? [list] : cursor.named(list);
  for (const node of nodes) {
    if (cursor.is(node, 'receiver_parameter')) continue;
    const isRest = cursor.is(node, 'spread_parameter');
    const declarator = cursor.named(node).find((child) => cursor.is(child, 'variable_declarator'));
    const named = cursor.child(declarator ?? node, 'name') ?? node;
    if (!/^(?:identifier|underscore_pattern)$/.test(cursor.kind(named))) continue;
    const decorators = annotationValues(l, node);
    const type = isRest ? undefined : declaredType(cursor, node);
    const name = cursor.text(named);
    const variable = l.declare(name, type, scope);
    const parameter: Parameter = {
      variable,
      name,
      kind: isRest ? 'rest' : 'plain',
      ...(type === undefined ? {} : { type }),
      ...(decorators.length === 0 ? {} : { decorators }),
      range: cursor.range(node),
    };
    fn.parameters.push(parameter);
  }
}

/** A function of one argument that is written in another form. */
export function syntheticLambda(l: Lowering, node: Node, body: (argument: ValueId) => ValueId): ValueId {
  const { start } = l.cursor.range(node);
  const fn = defineFunction(l, node, {
    name: '',
    nameRange: range(start, start),
    around: l.frame,
    epilogue: ({ parameters }) => {
      const [first] = parameters;
      const argument = first === undefined ? l.unknown(node) : l.load(first.variable, node);
      l.emit({ op: 'return', value: body(argument) }, node);
    },
  });
  const variable = l.module.addVariable('it', fn.id);
  fn.parameters.push({ variable, name: 'it', kind: 'plain', range: l.cursor.range(node) });
  return l.emit({ op: 'function', function: fn.id }, node);
}
