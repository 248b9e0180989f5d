import type { Node } from '../languages/cursor.js';
import { contains, range, type TextRange } from '../text/range.js';
import type { Draft } from './draft.js';
import type { Source } from './source.js';

/** The string in which a key is written; `undefined` where the language takes nothing but a constant. */
export function keyLiteral(source: Source, at: TextRange): Node | undefined {
  const node = source.covering(at);
  for (const candidate of [node, ...source.ancestors(node)]) {
    if (/^(?:string|template_string)$/.test(source.kind(candidate)))
      return takesConstant(source, candidate) ? undefined : candidate;
  }
  return undefined;
}

/** Names of modules, members of enumerations, types, patterns, keys, and strings that are statements (documentation). */
const constantPlaces =
  /^(?:import_statement|export_statement|module|literal_type|enum_assignment|case_pattern|expression_statement)$/;

const takesConstant = (source: Source, literal: Node): boolean =>
  constantPlaces.test(source.kind(source.parent(literal))) ||
  (source.is(source.parent(literal), 'pair') && source.field(literal) === 'key');

/** Around these, an operation needs brackets. */
const operands =
  /^(?:binary_expression|binary_operator|unary_expression|await_expression|member_expression|subscript_expression|as_expression|satisfies_expression|non_null_expression|call_expression)$/;

/** An expression that takes the place of a key; `quote` is one that may stand in it where it is put into a string. */
export interface KeyExpression {
  write(quote: '"' | "'"): string;
  /** Needs brackets as an operand: `a ?? b`. */
  readonly isOperation: boolean;
}

/** Prefix letters, the opening quotes, and what stands within the quotes. */
function partsOf(source: Source, literal: Node) {
  const [, prefix = '', quotes = '"'] = /^([A-Za-z]*)(["'`]+)/.exec(source.text(literal)) ?? [];
  const mark = quotes.length >= 3 ? quotes.slice(0, 3) : quotes.charAt(0);
  const content = range(
    source.start(literal) + prefix.length + mark.length,
    source.end(literal) - mark.length,
  );
  return { prefix, mark, content };
}

/** The string holds the key and nothing else. */
export const isWholeKey = (source: Source, literal: Node, key: TextRange): boolean =>
  contains(key, partsOf(source, literal).content);

/** The file's usual quotes, unless the string stands in a hole of another one with them. */
function quoteWithin(source: Source, literal: Node): '"' | "'" {
  const outer = [...source.ancestors(literal)].find((node) => source.is(node, 'string'));
  if (outer === undefined) return source.style.quote;
  return partsOf(source, outer).mark.startsWith('"') ? "'" : '"';
}

/** The string can be given another value: one of bytes can only as a whole. */
export const canHold = (source: Source, literal: Node, key: TextRange): boolean =>
  !/b/i.test(partsOf(source, literal).prefix) || isWholeKey(source, literal, key);

/** The string with a value in the place of the key. */
export function withValue(draft: Draft, literal: Node, key: TextRange, value: KeyExpression): string {
  const { source } = draft;
  const { prefix, mark, content } = partsOf(source, literal);
  const before = source.source.slice(content.start, Math.max(content.start, key.start));
  const after = source.source.slice(Math.min(content.end, key.end), content.end);
  if (before === '' && after === '') {
    const around = source.kind(source.parent(literal));
    const written = value.write(quoteWithin(source, literal));
    if (around === 'jsx_attribute') return `{${written}}`;
    const encoded = /b/i.test(prefix) ? `${written}.encode()` : written;
    return operands.test(around) && value.isOperation ? `(${encoded})` : encoded;
  }
  if (source.family === 'python') {
    const isFormatted = /f/i.test(prefix);
    const plain = (piece: string): string => (isFormatted ? piece : piece.replace(/[{}]/g, '$&$&'));
    const inner = mark.startsWith('"') ? "'" : '"';
    return `${isFormatted ? prefix : `f${prefix}`}${mark}${plain(before)}{${value.write(inner)}}${plain(after)}${mark}`;
  }
  const plain = (piece: string): string => (mark === '`' ? piece : piece.replace(/[`$]/g, '\\$&'));
  return `\`${plain(before)}\${${value.write("'")}}${plain(after)}\``;
}

/** A name for the variable, from the name that the key has in the code. */
export function variableFor(source: Source, literal: Node): string {
  const parent = source.parent(literal);
  const name = source.child(parent, 'left') ?? source.child(parent, 'name') ?? source.child(parent, 'key');
  const words = (name === undefined ? '' : source.text(name))
    .replace(/.*[.[]/, '')
    .replace(/["'\]]/g, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase();
  return /^[A-Z][A-Z0-9_]*$/.test(words) ? words : 'API_KEY';
}
