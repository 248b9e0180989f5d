import type { Node } from '../languages/cursor.js';
import type { Source } from './source.js';

const members: ReadonlySet<string> = new Set([
  'attribute',
  'subscript',
  'member_expression',
  'subscript_expression',
  'non_null_expression',
]);

/** The longest run of reads that starts with `node`: `r.choices[0].message.content` for `r`. Calls end it. */
export function readsFrom(source: Source, node: Node): Node {
  let outer = node;
  for (;;) {
    const parent = source.parent(outer);
    const kind = source.kind(parent);
    const field = source.field(outer);
    const isObject = field === 'object' || field === 'value' || kind === 'non_null_expression';
    if (members.has(kind) && isObject) outer = parent;
    else if (kind === 'parenthesized_expression' && members.has(source.kind(source.parent(parent))))
      outer = parent;
    else break;
  }
  // The callee of a method call is no value by itself.
  const parent = source.parent(outer);
  const isCallee = source.field(outer) === 'function' && /^call/.test(source.kind(parent));
  const inner = source.child(outer, 'object') ?? source.child(outer, 'value');
  return isCallee && inner !== undefined && outer !== node ? inner : outer;
}
