import type { Location } from '../finding.js';
import type { Node } from '../languages/cursor.js';
import type { Flow } from '../surface/flow.js';
import { contains, overlaps } from '../text/range.js';
import { isCall, readCall } from './call.js';
import { holes, isConstant } from './expressions.js';
import { functionAround } from './place.js';
import type { Source } from './source.js';
import { assignmentsTo } from './tainted.js';

/** Foreign text on its way into a page. */
export interface ForeignText {
  readonly node: Node;
  /** Already HTML, made of Markdown: only a sanitizer can tell its good markup from bad. */
  readonly rendered: boolean;
}

/**
 * Where the foreign text in an expression of HTML can be escaped without harm to markup of the program's own: the argument of a function that
 * builds a page, the text in which line ends become `<br>`, the hole of a template in a callback. Empty when there is no such place.
 */
export function foreignTexts(source: Source, flows: readonly Flow[], html: Node): readonly ForeignText[] {
  let node = html;
  for (let depth = 0; depth < DEPTH; depth++) {
    if (isRendered(source, node)) return [{ node, rendered: true }];
    const next = markedUp(source, node) ?? embedded(source, flows, node) ?? builtWithMarkup(source, node);
    if (next === undefined) break;
    node = next;
  }
  if (isResponse(source, node)) return [];
  if (!hasMarkup(source.text(node))) return [{ node, rendered: false }];
  return markupHoles(source, node).map((hole) => ({ node: hole, rendered: isRendered(source, hole) }));
}

/** How far in is looked. */
const DEPTH = 6;

/** A tag or declaration: `<br>`, `</p>`, `<!doctype`. */
const hasMarkup = (text: string): boolean => /<[a-z/!]/i.test(text);

/** A call that makes HTML of Markdown, or a variable with what it made. */
function isRendered(source: Source, node: Node): boolean {
  const values = source.is(node, 'identifier') ? assignmentsTo(source, node) : [];
  return [node, ...values].some((value) => {
    const made = unwrapped(source, value);
    const call = isCall(source.kind(made)) ? readCall(source, made) : undefined;
    const [text] = call?.positional ?? [];
    if (call === undefined || text === undefined || isConstant(source, text)) return false;
    return /markdown|\bmarked\b|\bmd(?:\.render|ToHtml|_to_html)|commonmark|micromark|\.makeHtml$|mistune|\bremark\b|\brehype/i.test(
      source.text(call.callee),
    );
  });
}

/** An object that a framework sends: its text is inside, and is none itself. */
function isResponse(source: Source, node: Node): boolean {
  const values = source.is(node, 'identifier') ? assignmentsTo(source, node) : [];
  return [node, ...values].some((value) => {
    const made = unwrapped(source, value);
    const call = isCall(source.kind(made)) ? readCall(source, made) : undefined;
    return call !== undefined && /response(?:_class)?$/i.test(source.text(call.callee));
  });
}

/** What `await f()`, `(f())`, `f() as string`, `String(f())` are about. */
function unwrapped(source: Source, node: Node): Node {
  let inner = node;
  for (let depth = 0; depth < DEPTH; depth++) {
    const call = isCall(source.kind(inner)) ? readCall(source, inner) : undefined;
    const next =
      call !== undefined && /^(?:String|str)$/.test(source.text(call.callee))
        ? call.positional[0]
        : /^(?:await(?:_expression)?|parenthesized_expression|as_expression|non_null_expression)$/.test(
              source.kind(inner),
            )
          ? source.firstNamed(inner)
          : undefined;
    if (next === undefined) break;
    inner = next;
  }
  return inner;
}

/** The text in `text.replace(/\n/g, '<br>')`. */
function markedUp(source: Source, node: Node): Node | undefined {
  const call = isCall(source.kind(node)) ? readCall(source, node) : undefined;
  const replacement = call?.positional[1];
  if (call === undefined || replacement === undefined || !/\.replace(?:All)?$/.test(source.text(call.callee)))
    return undefined;
  return isConstant(source, replacement) && hasMarkup(source.text(replacement))
    ? source.child(call.callee, 'object')
    : undefined;
}

/** The argument of a function that puts it between markup, as the path of the data shows. */
function embedded(source: Source, flows: readonly Flow[], node: Node): Node | undefined {
  const call = isCall(source.kind(node)) ? readCall(source, node) : undefined;
  if (call === undefined) return undefined;
  const given = [...call.positional, ...[...call.keywords.values()].map(({ value }) => value)];
  const isIn = (outer: Node, { path, range }: Location): boolean =>
    path === source.path && contains(source.range(outer), range);
  const isElsewhere = ({ path, range }: Location): boolean =>
    path !== source.path || !overlaps(source.range(call.node), range);
  const textAt = ({ path, range }: Location): string =>
    source.project.file(path)?.text.slice(range.start, range.end) ?? '';
  return given.find((argument) =>
    flows.some(({ steps }) => {
      const entry = steps.findIndex(({ location }) => isIn(argument, location));
      const inside = steps.slice(entry + 1).filter(({ location }) => isElsewhere(location));
      return entry !== -1 && inside.some(({ location }) => hasMarkup(textAt(location)));
    }),
  );
}

/** The only value of a variable, when that holds markup: the text in it is escaped where it is put in. */
function builtWithMarkup(source: Source, node: Node): Node | undefined {
  if (!source.is(node, 'identifier') || functionAround(source, node) === undefined) return undefined;
  const [value, ...others] = assignmentsTo(source, node);
  if (value === undefined || others.length > 0 || !isCall(source.kind(value))) return undefined;
  return hasMarkup(source.text(value)) ? value : undefined;
}

/** What templates with markup take in, wherever they stand in the expression. */
function markupHoles(source: Source, node: Node): readonly Node[] {
  return [...source.within(node)]
    .filter((inner) => hasMarkup(source.text(inner)))
    .flatMap((inner) => holes(source, inner))
    .filter((hole) => !isConstant(source, hole) && !hasMarkup(source.text(hole)));
}
