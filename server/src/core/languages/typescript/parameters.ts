import type { ValueId } from '../../ir/instruction.js';
import type { Parameter } from '../../ir/module.js';
import type { FunctionBuilder } from '../builder.js';
import type { Cursor, Node } from '../cursor.js';
import type { Scope } from '../scope.js';
import type { Lowering } from './lowering.js';
import { declarePattern } from './names.js';
import { assign, orDefault } from './patterns.js';
import { declaredType } from './types.js';

/**
 * Adds the parameters. Gives what the body begins with: default values, which JavaScript evaluates in each call and in the scope
 * of the parameters, and the taking apart of patterns. `onParameter` runs in the body, after each parameter.
 */
export function defineParameters(
  l: Lowering,
  node: Node,
  fn: FunctionBuilder,
  scope: Scope,
  onParameter?: (parameter: Parameter, node: Node) => void,
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
    if (onParameter !== undefined) steps.push(() => onParameter(parameter, parameterNode));
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
