import type { ValueId } from '../../ir/instruction.js';
import type { Node } from '../cursor.js';
import { Scope } from '../scope.js';
import { lowerArguments } from './arguments.js';
import { documentationOf } from './documentation.js';
import { Frame } from './frame.js';
import { type Decorated, lowerFunction } from './functions.js';

/**
 * Defines a class and binds its name. The body runs in the function around it; its names are variables that the body alone sees, and
 * attributes set on the class.
 */
export function lowerClass(frame: Frame, node: Node, decorated: Decorated): void {
  const { cursor, file, fn } = frame;
  const nameNode = cursor.child(node, 'name');
  const body = cursor.child(node, 'body');
  const superclasses = cursor.child(node, 'superclasses');
  const args = superclasses === undefined ? [] : lowerArguments(frame, superclasses);
  const name = nameNode === undefined ? '' : cursor.text(nameNode);
  const nameRange = frame.range(nameNode ?? node);
  const documentation = body === undefined ? undefined : documentationOf(cursor, body);
  const builder = frame.builder.addClass({
    name,
    parent: fn.id,
    bases: args.filter((arg) => arg.name === undefined && arg.spread === undefined).map((arg) => arg.value),
    decorators: decorated.decorators,
    ...(documentation !== undefined && { documentation }),
    range: decorated.range,
    nameRange,
  });
  const value = frame.emit({ op: 'class', class: builder.id, range: decorated.range });
  if (body !== undefined) {
    const scope = new Scope('class', fn.id, frame.scope);
    new Frame(file, fn, scope, `${frame.qualifier}${name}.`, { builder, value }).statements(body);
  }
  if (name !== '') frame.store(name, value, nameRange);
}

export const lowerUndecoratedFunction = (frame: Frame, node: Node): void =>
  lowerFunction(frame, node, undecorated(frame, node));

export const lowerUndecoratedClass = (frame: Frame, node: Node): void =>
  lowerClass(frame, node, undecorated(frame, node));

const undecorated = (frame: Frame, node: Node): Decorated => ({
  decorators: [],
  decoratorNames: [],
  range: frame.range(node),
});

export function lowerDecorated(frame: Frame, node: Node): void {
  const { cursor } = frame;
  const decorators: ValueId[] = [];
  const decoratorNames: string[] = [];
  for (const decorator of cursor.named(node)) {
    const expression = cursor.is(decorator, 'decorator') ? cursor.firstNamed(decorator) : undefined;
    if (expression === undefined) continue;
    decorators.push(frame.value(expression));
    decoratorNames.push(cursor.text(cursor.child(expression, 'function') ?? expression));
  }
  const definition = cursor.child(node, 'definition');
  if (definition === undefined) return;
  const lower = cursor.is(definition, 'class_definition') ? lowerClass : lowerFunction;
  lower(frame, definition, { decorators, decoratorNames, range: frame.range(node) });
}
