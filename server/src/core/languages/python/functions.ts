import type { ValueId } from '../../ir/instruction.js';
import type { Function as IrFunction } from '../../ir/module.js';
import type { TextRange } from '../../text/range.js';
import type { FunctionBuilder } from '../builder.js';
import type { Node } from '../cursor.js';
import { Scope } from '../scope.js';
import { documentationOf } from './documentation.js';
import { type ClassContext, Frame } from './frame.js';
import { lowerParameters } from './parameters.js';
import { assign } from './targets.js';
import { parseType } from './types.js';

/** What stands around a definition. */
export interface Decorated {
  readonly decorators: readonly ValueId[];
  /** Decorators as written, without `@` and arguments: "app.post". */
  readonly decoratorNames: readonly string[];
  /** The definition with its decorators. */
  readonly range: TextRange;
}

/** Defines a function and binds its name. */
export function lowerFunction(frame: Frame, node: Node, decorated: Decorated): void {
  const { cursor } = frame;
  const { decorators, decoratorNames, range } = decorated;
  const nameNode = cursor.child(node, 'name');
  const body = cursor.child(node, 'body');
  const returnType = cursor.child(node, 'return_type');
  const name = nameNode === undefined ? '' : cursor.text(nameNode);
  const nameRange = frame.range(nameNode ?? node);
  const documentation = body === undefined ? undefined : documentationOf(cursor, body);
  const owner = frame.scope.kind === 'class' ? frame.class?.builder : undefined;
  const fn = frame.builder.addFunction({
    name,
    qualifiedName: frame.qualifier + (name === '' ? '<anonymous>' : name),
    parent: frame.fn.id,
    ...(owner !== undefined && { class: owner.id, methodKind: methodKindOf(name, decoratorNames) }),
    decorators,
    isAsync: cursor.has(node, 'async'),
    ...(returnType !== undefined && { returnType: parseType(cursor.text(returnType)) }),
    ...(documentation !== undefined && { documentation }),
    range,
    nameRange,
    bodyRange: body === undefined ? { start: cursor.end(node), end: cursor.end(node) } : frame.range(body),
  });
  if (!isAccessor(decoratorNames)) owner?.methods.set(name, fn.id);
  lowerBody(frame, fn, node, body, (inner, block) => inner.statements(block));
  const value = frame.emit({ op: 'function', function: fn.id, range });
  if (name !== '') frame.bind(name, value, nameRange);
}

/** A lambda is a function that returns its expression. */
export function lowerLambda(frame: Frame, node: Node): ValueId {
  const range = frame.range(node);
  const body = frame.cursor.child(node, 'body');
  const fn = frame.builder.addFunction({
    name: '',
    qualifiedName: `${frame.qualifier}<anonymous>`,
    parent: frame.fn.id,
    decorators: [],
    isAsync: false,
    range,
    nameRange: { start: range.start, end: range.start },
    bodyRange: frame.range(body ?? node),
  });
  lowerBody(frame, fn, node, body, (inner, expression) => {
    const value = inner.value(expression);
    inner.emit({ op: 'return', value, range: inner.range(expression) });
  });
  return frame.emit({ op: 'function', function: fn.id, range });
}

/** Declares the function's names and puts its body off until the code around it is done. */
function lowerBody(
  outer: Frame,
  fn: FunctionBuilder,
  node: Node,
  body: Node | undefined,
  lower: (inner: Frame, body: Node) => void,
): void {
  const { cursor } = outer;
  const scope = new Scope('function', fn.id, outer.scope);
  const list = cursor.child(node, 'parameters');
  const patterns = list === undefined ? [] : lowerParameters(outer, list, fn, scope);
  if (body === undefined) return;
  declareNames(outer, scope, fn, body);
  const inner = new Frame(outer.file, fn, scope, `${fn.head.qualifiedName}.`, classAround(outer, fn));
  outer.builder.defer(() => {
    for (const { parameter, pattern } of patterns) {
      const { variable, range } = parameter;
      assign(inner, pattern, inner.emit({ op: 'load', variable, range }));
    }
    lower(inner, body);
  });
}

function declareNames(outer: Frame, scope: Scope, fn: FunctionBuilder, body: Node): void {
  const { local, global, nonlocal } = outer.file.bindingsOf(body);
  for (const name of local) {
    if (scope.own(name) !== undefined || global.has(name)) continue;
    if (nonlocal.has(name) && scope.lookup(name) !== undefined) continue;
    scope.declare(name, outer.builder.addVariable(name, fn.id));
  }
  for (const name of global) {
    const variable = outer.file.moduleScope.own(name);
    if (variable !== undefined) scope.declare(name, variable);
  }
}

/** Methods, and functions inside methods, know their class and what `self` is called. */
function classAround(outer: Frame, fn: FunctionBuilder): ClassContext | undefined {
  if (outer.scope.kind !== 'class') return outer.class?.value === undefined ? outer.class : undefined;
  const builder = outer.class?.builder;
  if (builder === undefined || fn.head.methodKind === undefined) return undefined;
  const receiver = fn.head.methodKind === 'static' ? undefined : fn.parameters[0]?.name;
  return { builder, ...(receiver !== undefined && { receiver }) };
}

type MethodKind = NonNullable<IrFunction['methodKind']>;

function methodKindOf(name: string, decorators: readonly string[]): MethodKind {
  const isOneOf = (...kinds: readonly string[]): boolean =>
    decorators.some((decorator) => kinds.includes(decorator.slice(decorator.lastIndexOf('.') + 1)));
  if (isOneOf('staticmethod')) return 'static';
  if (isOneOf('classmethod') || name === '__new__' || name === '__init_subclass__') return 'class';
  if (isOneOf('property', 'cached_property')) return 'getter';
  return name === '__init__' ? 'constructor' : 'instance';
}

/** `@name.setter` and `@name.deleter` belong to a property whose getter is the method. */
const isAccessor = (decorators: readonly string[]): boolean =>
  decorators.some((decorator) => /\.(?:setter|deleter)$/.test(decorator));
