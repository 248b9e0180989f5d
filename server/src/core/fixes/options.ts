import type { Node } from '../languages/cursor.js';
import { parseSelector } from '../models/match-selector.js';
import { range } from '../text/range.js';
import { type Call, entriesOf } from './call.js';
import type { Draft } from './draft.js';
import { itemSpan } from './items.js';

/**
 * Sets an option of a call, named by the first alternative of a selector that can be written here: a keyword, a property of an
 * options object, an entry of a dictionary that is an argument. False when it is set already or there is no place for it.
 */
export function setOption(draft: Draft, call: Call, selector: string, value: string): boolean {
  return parseSelector(selector).some(({ head, path }) => {
    if (draft.source.family === 'python') {
      return head.kind === 'name' && setKeyword(draft, call, head.name, path, value);
    }
    return head.kind === 'position' && setProperty(draft, call, head.position, path, value);
  });
}

function setKeyword(draft: Draft, call: Call, name: string, path: readonly string[], value: string): boolean {
  const { source } = draft;
  const given = call.keywords.get(name);
  if (given === undefined) {
    addItem(draft, call.args, `${name}=${dictionary(draft, path, value)}`);
    return true;
  }
  const [key, ...rest] = path;
  if (key === undefined) return false;
  const entries = entriesOf(source, given.value);
  if (entries !== undefined) return setEntry(draft, given.value, key, rest, value);
  const inner = source.is(given.value, 'call') ? source.child(given.value, 'arguments') : undefined;
  if (inner === undefined || source.text(inner).includes(`${key}=`)) return false;
  addItem(draft, inner, `${key}=${dictionary(draft, rest, value)}`); // types.GenerateContentConfig(...)
  return true;
}

function setProperty(
  draft: Draft,
  call: Call,
  position: number,
  path: readonly string[],
  value: string,
): boolean {
  const [key, ...rest] = path;
  if (key === undefined || call.spreads.length > 0 || position > call.positional.length) return false;
  const given = call.positional[position];
  if (given === undefined) {
    addItem(draft, call.args, dictionary(draft, path, value));
    return true;
  }
  if (entriesOf(draft.source, given) !== undefined) return setEntry(draft, given, key, rest, value);
  if (!draft.source.is(given, 'identifier')) return false;
  draft.wrap(given, '{ ...', `, ${entry(draft, key, rest, value)} }`);
  return true;
}

function setEntry(draft: Draft, literal: Node, key: string, path: readonly string[], value: string): boolean {
  const entries = entriesOf(draft.source, literal) ?? [];
  const there = entries.find((candidate) => candidate.key === key);
  if (there === undefined) {
    addItem(draft, literal, entry(draft, key, path, value));
    return true;
  }
  const [next, ...rest] = path;
  return next !== undefined && entriesOf(draft.source, there.value) !== undefined
    ? setEntry(draft, there.value, next, rest, value)
    : false;
}

/** `{"a": {"b": value}}`; just the value when there is no way to go. */
const dictionary = (draft: Draft, [key, ...rest]: readonly string[], value: string): string => {
  if (key === undefined) return value;
  const inside = entry(draft, key, rest, value);
  return draft.source.family === 'python' ? `{${inside}}` : `{ ${inside} }`;
};

function entry(draft: Draft, key: string, path: readonly string[], value: string): string {
  const { quote } = draft.source.style;
  return `${draft.source.family === 'python' ? quote + key + quote : key}: ${dictionary(draft, path, value)}`;
}

/** Adds an item at the end of a bracketed list (arguments, dictionary, object), in the way the others are set. */
export function addItem(draft: Draft, list: Node, text: string): void {
  const { source } = draft;
  const close = source.end(list) - 1;
  const items = source.named(list);
  const last = items.at(-1);
  if (last === undefined) {
    const padded = source.is(list, 'object') ? ` ${text} ` : text;
    draft.replace(range(source.start(list) + 1, close), padded);
    return;
  }
  const end = source.end(last);
  const tail = source.source.slice(end, close);
  const comma = /^[^,#/]*,/.exec(tail)?.[0];
  const ownLine = source.startsLine(close) && source.startsLine(source.start(last));
  if (!ownLine) {
    const at = comma === undefined ? end : end + comma.length;
    draft.insert(
      at,
      comma === undefined ? `, ${text}` : ` ${text}${/^\s*[\r\n]/.test(tail.slice(comma.length)) ? ',' : ''}`,
    );
    return;
  }
  const line = `${source.style.newline}${source.indentAt(source.start(last))}${text}`;
  if (comma === undefined) draft.insert(end, `,${line}`);
  else {
    // After a comment that stands behind the last item.
    const rest = /^[^\r\n]*/.exec(source.source.slice(end))?.[0] ?? '';
    draft.insert(end + rest.trimEnd().length, `${line},`);
  }
}

/** Takes an item out of a bracketed list, with its comma, and with its line when it has one to itself. */
export function removeItem(draft: Draft, list: Node, item: Node): void {
  draft.replace(itemSpan(draft.source, draft.source.named(list), item), '');
}
