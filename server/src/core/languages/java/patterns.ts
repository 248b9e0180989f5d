import type { ValueId } from '../../ir/instruction.js';
import type { Node } from '../cursor.js';
import type { Lowering } from './lowering.js';
import { typeReference } from './types.js';

/** Binds the names of a pattern to a value or, where it takes a record apart, to what may be in it (JLS 14.30). */
export function bindPattern(l: Lowering, pattern: Node, value: ValueId): void {
  const { cursor } = l;
  const open: { readonly node: Node; readonly value: ValueId }[] = [{ node: pattern, value }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { node, value: held } = at;
    const parts = cursor.named(node);
    switch (cursor.kind(node)) {
      case 'type_pattern':
      case 'record_pattern_component': {
        const name = parts.find((part) => cursor.is(part, 'identifier'));
        const type = parts.find((part) => part !== name);
        if (name === undefined) break;
        const isKnown = type !== undefined && cursor.text(type) !== 'var';
        const variable = l.declare(cursor.text(name), isKnown ? typeReference(cursor, type) : undefined);
        l.store(variable, held, name);
        break;
      }
      case 'record_pattern':
      case 'record_pattern_body': {
        const inner = l.unknown(node, [held]);
        for (const part of parts) open.push({ node: part, value: inner });
        break;
      }
      default:
        for (const part of parts) open.push({ node: part, value: held });
    }
  }
}
