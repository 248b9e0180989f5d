import type { Parameter } from '../../ir/module.js';
import type { FunctionBuilder } from '../builder.js';
import type { Node } from '../cursor.js';
import type { Scope } from '../scope.js';
import { targetNames } from './bindings.js';
import type { Frame } from './frame.js';
import { parseType } from './types.js';

/** A parameter that is taken apart at the start of the body, which only Python 2 has. */
export interface PatternParameter {
  readonly parameter: Parameter;
  readonly pattern: Node;
}

/** Declares parameters in the function's scope. Their defaults are values of the frame around the function. */
export function lowerParameters(
  outer: Frame,
  list: Node,
  fn: FunctionBuilder,
  scope: Scope,
): readonly PatternParameter[] {
  const { cursor } = outer;
  const patterns: PatternParameter[] = [];
  let afterStar = false;
  for (const node of cursor.named(list)) {
    const kind = cursor.kind(node);
    if (kind === 'keyword_separator') afterStar = true;
    if (kind === 'keyword_separator' || kind === 'positional_separator') continue;
    const { parameter, pattern } = lowerParameter(outer, node, fn, scope, afterStar);
    fn.parameters.push(parameter);
    if (parameter.kind === 'rest') afterStar = true;
    if (pattern !== undefined) patterns.push({ parameter, pattern });
  }
  return patterns;
}

function lowerParameter(
  outer: Frame,
  node: Node,
  fn: FunctionBuilder,
  scope: Scope,
  afterStar: boolean,
): { readonly parameter: Parameter; readonly pattern?: Node } {
  const { cursor, builder } = outer;
  const typeNode = cursor.child(node, 'type');
  const defaultNode = cursor.child(node, 'value');
  const type = typeNode === undefined ? undefined : parseType(cursor.text(typeNode));
  const target =
    cursor.child(node, 'name') ?? (typeNode === undefined ? node : cursor.firstNamed(node)) ?? node;
  const pattern = cursor.is(target, 'tuple_pattern') ? target : undefined;
  const identifier = cursor.is(target, 'identifier') ? target : (cursor.firstNamed(target) ?? target);
  const name = pattern === undefined ? cursor.text(identifier) : '';
  const variable = builder.addVariable(name, fn.id, type);
  if (name !== '') scope.declare(name, variable);
  for (const part of pattern === undefined ? [] : targetNames(cursor, pattern)) {
    scope.declare(part, builder.addVariable(part, fn.id));
  }
  const parameter: Parameter = {
    variable,
    name,
    kind: kindOf(cursor.kind(target), afterStar),
    ...(type !== undefined && { type }),
    ...(defaultNode !== undefined && { default: outer.value(defaultNode) }),
    range: outer.range(node),
  };
  return pattern === undefined ? { parameter } : { parameter, pattern };
}

function kindOf(target: string, afterStar: boolean): Parameter['kind'] {
  if (target === 'list_splat_pattern') return 'rest';
  if (target === 'dictionary_splat_pattern') return 'keyword-rest';
  return afterStar ? 'keyword-only' : 'plain';
}
