import type { Node } from '../languages/cursor.js';
import { functionAround } from './place.js';
import type { Source } from './source.js';

/** The variable that takes the value of an expression: `answer` of `answer = f()` or `const answer = f()`. */
export function assignedName(source: Source, value: Node): Node | undefined {
  const parent = source.parent(value);
  const field = source.field(value);
  const target =
    source.is(parent, 'assignment') && field === 'right'
      ? source.child(parent, 'left')
      : source.is(parent, 'variable_declarator') && field === 'value'
        ? source.child(parent, 'name')
        : undefined;
  return target !== undefined && source.is(target, 'identifier') ? target : undefined;
}

/** Every place in the same function (or at the top level of the file) where the variable is read or written, but for `definition`. */
export function usesOf(source: Source, definition: Node): readonly Node[] {
  const name = source.text(definition);
  const scope = functionAround(source, definition) ?? source.root;
  return [...source.within(scope)].filter(
    (node) =>
      node !== definition &&
      (source.is(node, 'identifier') || source.is(node, 'shorthand_property_identifier')) &&
      source.text(node) === name &&
      !isLabel(source, node),
  );
}

/** A name that is no variable: an attribute, the keyword of an argument. */
function isLabel(source: Source, node: Node): boolean {
  const parent = source.parent(node);
  const field = source.field(node);
  return (
    (source.is(parent, 'attribute') && field === 'attribute') ||
    (source.is(parent, 'keyword_argument') && field === 'name') ||
    (source.is(parent, 'pair') && field === 'key')
  );
}

/** The expression without brackets around it and with the `await` before it, as far out as they go. */
export function awaited(source: Source, node: Node): { readonly node: Node; readonly awaits: boolean } {
  let outer = node;
  let awaits = false;
  for (;;) {
    const parent = source.parent(outer);
    const kind = source.kind(parent);
    if (kind === 'await' || kind === 'await_expression') awaits = true;
    else if (kind !== 'parenthesized_expression' || awaits) break;
    outer = parent;
  }
  // Brackets count only when they hold the await: (await f()).choices
  return awaits ? { node: outer, awaits } : { node, awaits };
}
