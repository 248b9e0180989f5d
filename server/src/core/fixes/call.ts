import type { Node } from '../languages/cursor.js';
import { parseSelector, type SelectorPath } from '../models/match-selector.js';
import type { TextRange } from '../text/range.js';
import type { Source } from './source.js';

/** A call as it is written. */
export interface Call {
  readonly node: Node;
  readonly callee: Node;
  /** Brackets included. */
  readonly args: Node;
  /** Without keywords and spreads. */
  readonly positional: readonly Node[];
  /** Keyword arguments (Python): the whole argument and its value. */
  readonly keywords: ReadonlyMap<string, { readonly node: Node; readonly value: Node }>;
  /** What is spread in: the operand of `*args`, `**kwargs`, `...args`. */
  readonly spreads: readonly { readonly node: Node; readonly operand: Node; readonly map: boolean }[];
}

const callKinds: ReadonlySet<string> = new Set(['call', 'call_expression', 'new_expression']);

export const isCall = (kind: string): boolean => callKinds.has(kind);

/** The call that the span stands for, or the innermost around it. */
export function callAt(source: Source, at: TextRange): Call | undefined {
  const node = source.covering(at);
  for (const candidate of [node, ...source.ancestors(node)]) {
    if (isCall(source.kind(candidate))) return readCall(source, candidate);
  }
  return undefined;
}

export function readCall(source: Source, node: Node): Call | undefined {
  const callee = source.child(node, 'function') ?? source.child(node, 'constructor');
  const args = source.child(node, 'arguments');
  if (callee === undefined || args === undefined) return undefined;
  const positional: Node[] = [];
  const keywords = new Map<string, { node: Node; value: Node }>();
  const spreads: { node: Node; operand: Node; map: boolean }[] = [];
  for (const arg of source.is(args, 'generator_expression') ? [args] : source.named(args)) {
    const kind = source.kind(arg);
    if (kind === 'keyword_argument') {
      const name = source.child(arg, 'name');
      const value = source.child(arg, 'value');
      if (name !== undefined && value !== undefined) keywords.set(source.text(name), { node: arg, value });
    } else if (kind === 'list_splat' || kind === 'dictionary_splat' || kind === 'spread_element') {
      const operand = source.firstNamed(arg);
      if (operand !== undefined) spreads.push({ node: arg, operand, map: kind === 'dictionary_splat' });
    } else positional.push(arg);
  }
  return { node, callee, args, positional, keywords, spreads };
}

/** The last name of what is called: "create" of `client.chat.completions.create`. */
export const calleeName = (source: Source, { callee }: Call): string =>
  /([\w$]+)\W*$/.exec(source.text(callee))?.[1] ?? '';

/** The value that one alternative of a selector names, or the innermost expression around it that can be seen from here. */
export function select(source: Source, call: Call, selector: string): Node | undefined {
  for (const path of parseSelector(selector)) {
    const found = follow(source, call, path);
    if (found !== undefined) return found;
  }
  return undefined;
}

function follow(source: Source, call: Call, { head, path }: SelectorPath): Node | undefined {
  let node: Node | undefined;
  if (head.kind === 'name') node = call.keywords.get(head.name)?.value;
  if (head.kind === 'position') node = call.positional[head.position];
  for (const key of path) {
    if (node === undefined || key === '[]') break;
    const made = optionsOf(source, node);
    if (made !== undefined) {
      node = made.keywords.get(key)?.value;
      continue;
    }
    const entries = entriesOf(source, node);
    if (entries === undefined) break;
    const entry = entries.find((candidate) => candidate.key === key);
    node = entry?.value ?? entries.find((candidate) => candidate.key === undefined)?.value;
  }
  return node;
}

/** An object of options: `GenerateContentConfig(temperature=0)`, a class with keywords and nothing else. */
function optionsOf(source: Source, node: Node): Call | undefined {
  const call = source.is(node, 'call') ? readCall(source, node) : undefined;
  const isOptions =
    call !== undefined &&
    call.positional.length + call.spreads.length === 0 &&
    /^[A-Z]/.test(calleeName(source, call));
  return isOptions ? call : undefined;
}

/** An entry of an object or dictionary literal; without `key`, something spread in (`value` is its operand). */
export interface LiteralEntry {
  readonly node: Node;
  readonly key: string | undefined;
  readonly value: Node;
}

/** The entries of an object or dictionary literal; `undefined` for any other expression. */
export function entriesOf(source: Source, node: Node): readonly LiteralEntry[] | undefined {
  const kind = source.kind(node);
  if (kind !== 'dictionary' && kind !== 'object') return undefined;
  return source.named(node).flatMap((entry): LiteralEntry[] => {
    if (source.is(entry, 'pair')) {
      const key = source.child(entry, 'key');
      const value = source.child(entry, 'value');
      return key === undefined || value === undefined
        ? []
        : [{ node: entry, key: source.text(key).replace(/^["']|["']$/g, ''), value }];
    }
    if (source.is(entry, 'shorthand_property_identifier')) {
      return [{ node: entry, key: source.text(entry), value: entry }];
    }
    if (source.is(entry, 'dictionary_splat') || source.is(entry, 'spread_element')) {
      const operand = source.firstNamed(entry);
      return operand === undefined ? [] : [{ node: entry, key: undefined, value: operand }];
    }
    return [];
  });
}
