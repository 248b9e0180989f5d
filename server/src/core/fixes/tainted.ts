import type { Location } from '../finding.js';
import type { Node } from '../languages/cursor.js';
import type { Flow } from '../surface/flow.js';
import { contains, type TextRange } from '../text/range.js';
import { entriesOf, isCall, readCall } from './call.js';
import { holes, isConstant } from './expressions.js';
import { functionAround } from './place.js';
import type { Source } from './source.js';

/**
 * The expressions that bring flowing data into the text at a sink: the holes of a template, operands of a concatenation, also where
 * the text is built up in a variable before. Empty when they cannot be told apart from text that the program itself brings.
 */
export function taintedParts(source: Source, flows: readonly Flow[]): readonly Node[] {
  const [first] = flows;
  if (first === undefined) return [];
  const sink = source.expressionAt(first.location.range);
  const tainted = taintedNames(source, flows, sink);
  const parts = partsOf(source, sink, BUILD_DEPTH);
  if (parts.length === 1) return parts;
  return parts.filter((part) => mentions(source, part, tainted));
}

/** How many variables are followed back to where they were built. */
const BUILD_DEPTH = 4;

/** Texts that are put together count as their parts, a variable as what it was built from. */
function partsOf(source: Source, node: Node, depth: number): readonly Node[] {
  const pieces = piecesOf(source, node);
  if (pieces.length > 1 || pieces[0] !== node)
    return pieces.flatMap((piece) => partsOf(source, piece, depth));
  if (depth === 0 || !source.is(node, 'identifier')) return pieces;
  const built = assignmentsTo(source, node).filter((value) => {
    const inner = piecesOf(source, value);
    return inner.length === 0 || inner[0] !== value;
  });
  const parts = built.flatMap((value) => partsOf(source, value, depth - 1));
  return parts.length > 0 ? parts : pieces;
}

/** What an expression of text is made of, constants left out; itself when it is not made of anything. */
function piecesOf(source: Source, node: Node): readonly Node[] {
  const kind = source.kind(node);
  if (isConstant(source, node)) return [];
  const inside = holes(source, node);
  if (inside.length > 0) return inside.flatMap((hole) => piecesOf(source, hole));
  if (kind === 'parenthesized_expression')
    return source.named(node).flatMap((inner) => piecesOf(source, inner));
  if (kind === 'binary_operator' || kind === 'binary_expression') {
    if (source.has(node, '+')) return source.named(node).flatMap((operand) => piecesOf(source, operand));
    const right = source.child(node, 'right');
    const left = source.child(node, 'left');
    const formats =
      source.has(node, '%') && left !== undefined && isConstant(source, left) && right !== undefined;
    if (!formats) return [node];
    return source.is(right, 'tuple')
      ? source.named(right).flatMap((item) => piecesOf(source, item))
      : piecesOf(source, right);
  }
  const entries = entriesOf(source, node);
  if (entries !== undefined) return entries.flatMap(({ value }) => piecesOf(source, value));
  if (isCall(kind)) {
    const call = readCall(source, node);
    if (call === undefined || call.spreads.length > 0) return [node];
    const method = source.text(call.callee);
    const [pattern, replacement] = call.positional;
    if (
      /\.replace(?:All)?$/.test(method) &&
      pattern !== undefined &&
      replacement !== undefined &&
      isConstant(source, pattern)
    ) {
      const text = source.child(call.callee, 'object');
      return [...(text === undefined ? [] : piecesOf(source, text)), ...piecesOf(source, replacement)];
    }
    // Guards that give back what they get: pii.redact(text), moderate(client, text).
    const last = call.positional.at(-1);
    if (/\.redact$|(?:^|\.)a?moderate$/.test(method) && last !== undefined) return piecesOf(source, last);
    const formats = /["']\s*\.format$|\.(?:join|concat)$|(?:^|\.)dedent$/.test(method);
    if (!formats) return [node];
    const list = source.child(call.callee, 'object');
    if (list !== undefined && source.is(list, 'array'))
      return source.named(list).flatMap((item) => piecesOf(source, item));
    return [...call.positional, ...[...call.keywords.values()].map(({ value }) => value)].flatMap(
      (argument) => itemsOf(source, argument).flatMap((item) => piecesOf(source, item)),
    );
  }
  return [node];
}

/** What a list or comprehension that is joined gives piece by piece. */
function itemsOf(source: Source, node: Node): readonly Node[] {
  const kind = source.kind(node);
  if (/^(?:list|tuple|array)$/.test(kind)) return source.named(node);
  const body = /^(?:list_comprehension|generator_expression)$/.test(kind)
    ? source.child(node, 'body')
    : undefined;
  return [body ?? node];
}

/** Values that the variable is given in the same function, before `use`. */
export function assignmentsTo(source: Source, use: Node): readonly Node[] {
  const name = source.text(use);
  return [...assignments(source, functionAround(source, use) ?? source.root)]
    .filter(({ target, value }) => source.text(target) === name && source.end(value) <= source.start(use))
    .map(({ value }) => value);
}

function* assignments(
  source: Source,
  scope: Node,
): Generator<{ readonly target: Node; readonly value: Node }> {
  for (const node of source.within(scope)) {
    const target = source.child(node, 'left') ?? source.child(node, 'name');
    const value = source.child(node, 'right') ?? source.child(node, 'value');
    if (target === undefined || value === undefined) continue;
    if (
      /assignment|variable_declarator|for_statement|for_in_clause|for_in_statement/.test(source.kind(node))
    ) {
      yield { target, value };
    }
  }
}

interface Tainted {
  readonly names: ReadonlySet<string>;
  /** Where the data comes from, or enters this function. */
  readonly spans: readonly TextRange[];
}

/** Variables of the function at the sink that hold the flowing data, as far as assignments show. */
function taintedNames(source: Source, flows: readonly Flow[], sink: Node): Tainted {
  const scope = functionAround(source, sink) ?? source.root;
  const within = ({ path, range }: Location): boolean =>
    path === source.path && contains(source.range(scope), range) && !contains(range, source.range(sink));
  const spans = flows
    .flatMap((flow) => [flow.source, ...flow.steps.map(({ location }) => location)])
    .filter(within)
    .map(({ range }) => range);
  const names = new Set<string>();
  for (const span of spans) {
    const node = source.covering(span);
    for (const ancestor of [node, ...source.ancestors(node)]) {
      if (!/parameter/.test(source.kind(ancestor)) && !source.is(ancestor, 'identifier')) break;
      const parameter = [...source.within(ancestor)].find((inner) => source.is(inner, 'identifier'));
      if (parameter !== undefined && source.kind(ancestor) !== 'parameters')
        names.add(source.text(parameter));
      break;
    }
  }
  for (let grown = -1; grown !== names.size; ) {
    grown = names.size;
    for (const { target, value } of assignments(source, scope)) {
      if (!mentions(source, value, { names, spans })) continue;
      for (const node of source.within(target))
        if (source.kind(node).startsWith('identifier')) names.add(source.text(node));
    }
  }
  return { names, spans };
}

const mentions = (source: Source, node: Node, { names, spans }: Tainted): boolean =>
  spans.some((span) => contains(source.range(node), span)) ||
  [...source.within(node)].some((inner) => source.is(inner, 'identifier') && names.has(source.text(inner)));
