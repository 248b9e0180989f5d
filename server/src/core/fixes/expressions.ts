import type { Node } from '../languages/cursor.js';
import { entriesOf, isCall, readCall } from './call.js';
import type { Source } from './source.js';

const constants: ReadonlySet<string> = new Set([
  'integer',
  'float',
  'number',
  'true',
  'false',
  'none',
  'null',
  'undefined',
  'string_fragment',
]);
const sequences: ReadonlySet<string> = new Set(['list', 'tuple', 'array', 'set']);

/** Fields of messages that hold no text of a person or document. */
const notText: ReadonlySet<string> = new Set([
  'role',
  'type',
  'id',
  'model',
  'name',
  'url',
  'image_url',
  'imageUrl',
  'detail',
  'media_type',
  'mime_type',
  'mediaType',
  'mimeType',
  'tool_call_id',
  'tool_use_id',
  'cache_control',
  'data',
]);

/** The expressions put into an f-string or template literal; not those of nested ones. */
export function holes(source: Source, node: Node): readonly Node[] {
  const kind = source.kind(node);
  if (kind === 'concatenated_string') return source.named(node).flatMap((part) => holes(source, part));
  if (kind === 'string') {
    return source
      .named(node)
      .filter((part) => source.is(part, 'interpolation'))
      .flatMap((part) => source.child(part, 'expression') ?? []);
  }
  if (kind !== 'template_string') return [];
  return source
    .named(node)
    .filter((part) => source.is(part, 'template_substitution'))
    .flatMap((part) => source.firstNamed(part) ?? []);
}

const isString = (kind: string): boolean =>
  kind === 'string' || kind === 'concatenated_string' || kind === 'template_string';

/** Written out in full: the same in every run. Names in capitals count, as they name constants. */
export function isConstant(source: Source, node: Node): boolean {
  const kind = source.kind(node);
  if (constants.has(kind)) return true;
  if (isString(kind)) return holes(source, node).length === 0;
  if (kind === 'identifier') return /^[A-Z][A-Z0-9_]*$/.test(source.text(node));
  if (kind === 'parenthesized_expression' || kind === 'binary_operator' || kind === 'binary_expression') {
    return source.named(node).every((part) => isConstant(source, part));
  }
  return false;
}

/**
 * The expressions that carry the text of a prompt: the smallest ones, if there are few, so that constants around
 * them are left alone; the whole argument otherwise.
 */
export function textsIn(source: Source, node: Node, depth = 6): readonly Node[] {
  if (isConstant(source, node)) return [];
  const parts = depth > 0 ? partsOf(source, node) : undefined;
  if (parts === undefined) return [node];
  const inner = parts.flatMap((part) => textsIn(source, part, depth - 1));
  return inner.length <= MOST_WRAPS ? inner : [node];
}

/** More single edits than this read worse than one around all of it. */
const MOST_WRAPS = 2;

/** What a literal is made of; `undefined` when the expression is none. */
function partsOf(source: Source, node: Node): readonly Node[] | undefined {
  const kind = source.kind(node);
  if (sequences.has(kind)) {
    return source.named(node).map((item) => {
      const spread = source.is(item, 'list_splat') || source.is(item, 'spread_element');
      return (spread ? source.firstNamed(item) : undefined) ?? item;
    });
  }
  const entries = entriesOf(source, node);
  if (entries !== undefined) {
    if (entries.some(({ node: entry }) => source.is(entry, 'shorthand_property_identifier')))
      return undefined;
    return entries.filter(({ key }) => key === undefined || !notText.has(key)).map(({ value }) => value);
  }
  if (isCall(kind)) return messageParts(source, node);
  return undefined;
}

/** `HumanMessage(content=x)`, `new HumanMessage(x)`: classes of messages, told by their names. */
function messageParts(source: Source, node: Node): readonly Node[] | undefined {
  const call = readCall(source, node);
  if (call === undefined || !/(?:Message|Part|Content|from_text)$/.test(source.text(call.callee)))
    return undefined;
  if (call.spreads.length > 0) return undefined;
  return [
    ...call.positional,
    ...[...call.keywords].filter(([name]) => !notText.has(name)).map(([, { value }]) => value),
  ];
}

/** A history or list of messages where a text could stand: told by its key, by what it is, or by what its variable was given. */
export function isListOfMessages(source: Source, node: Node): boolean {
  const parent = source.parent(node);
  const key = source.child(parent, 'key') ?? source.child(parent, 'name');
  const isKeyed = source.field(node) === 'value' && key !== undefined;
  if (isKeyed && /^["']?(?:messages|history|chat_?history|turns)["']?$/i.test(source.text(key))) return true;
  if (/^(?:list_splat|spread_element)$/.test(source.kind(parent))) return true;
  const text = source.text(node);
  const shorthand = source.is(node, 'shorthand_property_identifier') && text === 'messages';
  return shorthand || /^(?:list|array|list_comprehension)$/.test(source.kind(node));
}
