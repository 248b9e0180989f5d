import type { Entry, ValueId } from '../../ir/instruction.js';
import type { Node } from '../cursor.js';
import { Scope } from '../scope.js';
import { targetNames } from './bindings.js';
import { constantKey } from './calls.js';
import type { Frame } from './frame.js';
import { assign } from './targets.js';

type ListKind = 'list' | 'tuple' | 'set';

/** A list, tuple or set, written out. */
export const lowerList =
  (kind: ListKind) =>
  (frame: Frame, node: Node): ValueId => {
    const items = frame.cursor.named(node).map((child) => {
      const value = frame.value(child);
      return isSplat(frame, child) ? ({ value, spread: true } as const) : { value };
    });
    return frame.emit({ op: 'list', items, kind, range: frame.range(node) });
  };

const isSplat = (frame: Frame, node: Node): boolean =>
  frame.cursor.is(node, 'list_splat') || frame.cursor.is(node, 'list_splat_pattern');

export function lowerDictionary(frame: Frame, node: Node): ValueId {
  const { cursor } = frame;
  const entries: Entry[] = [];
  for (const child of cursor.named(node)) {
    if (cursor.is(child, 'dictionary_splat')) {
      entries.push({ spread: true, value: frame.value(child), range: frame.range(child) });
    } else {
      const entry = lowerPair(frame, child);
      if (entry !== undefined) entries.push(entry);
    }
  }
  return frame.emit({ op: 'object', entries, range: frame.range(node) });
}

function lowerPair(frame: Frame, pair: Node): Entry | undefined {
  const keyNode = frame.cursor.child(pair, 'key');
  const valueNode = frame.cursor.child(pair, 'value');
  if (keyNode === undefined || valueNode === undefined) return undefined;
  const key = constantKey(frame, keyNode);
  const range = frame.range(pair);
  if (key !== undefined) return { key, value: frame.value(valueNode), range };
  const computed = frame.value(keyNode);
  return { computed, value: frame.value(valueNode), range };
}

/** `[body for x in xs if c]`: loops that bind the targets, then a collection of what the body gives. */
export const lowerComprehension =
  (kind: ListKind | 'dictionary') =>
  (frame: Frame, node: Node): ValueId => {
    const { cursor } = frame;
    const inner = frame.within(new Scope('block', frame.fn.id, frame.scope));
    let open = 0;
    for (const clause of cursor.named(node)) {
      if (cursor.is(clause, 'for_in_clause')) openLoop(inner, clause);
      else if (cursor.is(clause, 'if_clause')) openFilter(inner, clause);
      else continue;
      open++;
    }
    const body = cursor.child(node, 'body');
    const entry = kind === 'dictionary' && body !== undefined ? lowerPair(inner, body) : undefined;
    const item = kind !== 'dictionary' && body !== undefined ? inner.value(body) : undefined;
    for (let i = 0; i < open; i++) inner.end(node);
    const range = frame.range(node);
    return kind === 'dictionary'
      ? frame.emit({ op: 'object', entries: entry === undefined ? [] : [entry], range })
      : frame.emit({ op: 'list', items: item === undefined ? [] : [{ value: item }], kind, range });
  };

function openLoop(frame: Frame, clause: Node): void {
  const { cursor, scope } = frame;
  const range = frame.range(clause);
  const target = cursor.child(clause, 'left');
  const iterables = cursor.inField(clause, 'right').map((iterable) => frame.value(iterable));
  const [only] = iterables;
  const iterable = only !== undefined && iterables.length === 1 ? only : frame.unknown(iterables, range);
  frame.emit({ op: 'loop', kind: 'for', range });
  const element = frame.emit({ op: 'iterate', value: iterable, range: frame.range(target ?? clause) });
  if (target === undefined) return;
  for (const name of targetNames(cursor, target)) {
    scope.declare(name, frame.builder.addVariable(name, frame.fn.id));
  }
  assign(frame, target, element);
}

function openFilter(frame: Frame, clause: Node): void {
  const test = frame.cursor.firstNamed(clause);
  const range = frame.range(clause);
  const condition = test === undefined ? frame.unknown([], range) : frame.value(test);
  frame.emit({ op: 'if', condition, range });
}
