import type { Argument } from '../../ir/instruction.js';
import type { Node } from '../cursor.js';
import type { Frame } from './frame.js';

/** Arguments in order, from an `argument_list` or from the generator of `f(x for x in y)`. */
export function lowerArguments(frame: Frame, list: Node): Argument[] {
  const { cursor } = frame;
  if (!cursor.is(list, 'argument_list')) return [{ value: frame.value(list), range: frame.range(list) }];
  const args: Argument[] = [];
  for (const node of cursor.named(list)) {
    const range = frame.range(node);
    const kind = cursor.kind(node);
    if (kind === 'keyword_argument') {
      const name = cursor.child(node, 'name');
      const value = cursor.child(node, 'value');
      if (name !== undefined && value !== undefined) {
        args.push({ name: cursor.text(name), value: frame.value(value), range });
      }
    } else if (kind === 'list_splat' || kind === 'dictionary_splat') {
      args.push({ value: frame.value(node), spread: kind === 'list_splat' ? 'list' : 'map', range });
    } else {
      args.push({ value: frame.value(node), range });
    }
  }
  return args;
}
