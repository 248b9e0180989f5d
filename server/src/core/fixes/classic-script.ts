import { selectHelpers } from '../guards/helper.js';
import { javascriptHelpers } from '../guards/helpers/javascript.js';
import { typescriptHelpers } from '../guards/helpers/typescript.js';
import type { Node } from '../languages/cursor.js';
import type { TextEdit } from '../text/edits.js';
import { range } from '../text/range.js';
import { isCall, readCall } from './call.js';
import type { Source } from './source.js';

/**
 * A script that a page loads without `type="module"`: it shares the page's global scope and knows neither `import` nor `require`. Told by
 * what it uses (the DOM) and what it lacks (any sign of modules).
 */
export function isClassicScript(source: Source): boolean {
  if (source.family !== 'script' || !/\.[jt]s$/.test(source.path)) return false;
  const text = source.source;
  const usesDom = /(?<![\w$.])(?:document|window)\s*[.[]/.test(text);
  const bindsDom = /\b(?:const|let|var)\s+(?:document|window)\b/.test(text);
  const usesModules = /\brequire\s*\(|\bmodule\.exports\b|^exports\./m.test(text);
  return (
    usesDom &&
    !bindsDom &&
    !usesModules &&
    !source.named(source.root).some((node) => isModuleSyntax(source, node))
  );
}

const isModuleSyntax = (source: Source, node: Node): boolean =>
  /^(?:import|export)_statement$/.test(source.kind(node));

/** A guard helper that stands in the script itself. */
export interface LocalHelper {
  readonly name: string;
  /** Left out when an earlier fix wrote it. */
  readonly edit?: TextEdit;
}

/** The helper as a function of this script; `undefined` for one that needs more than itself. */
export function localHelper(source: Source, exported: string): LocalHelper | undefined {
  const all = /ts$/.test(source.path) ? typescriptHelpers : javascriptHelpers;
  const [helper, ...needed] = selectHelpers(all, [exported]);
  if (helper === undefined || needed.length > 0 || helper.imports.length > 0) return undefined;
  const code = helper.code.replace(/^export /gm, '').trimEnd();
  const squeezed = (text: string): string => text.replace(/\s+/g, ' ');
  if (squeezed(source.source).includes(squeezed(code))) return { name: exported };
  if (source.names.has(exported)) return undefined;
  const { newline } = source.style;
  const body = wholeBody(source);
  const at = body === undefined ? source.source.length : source.start(body) + lastLine(source.text(body));
  const indent = body === undefined ? '' : source.style.indent;
  const lines = code.split('\n').map((line) => (line === '' ? '' : indent + line));
  const needsBreak = at > 0 && !/[\r\n]/.test(source.source.charAt(at - 1));
  const newText = (needsBreak ? newline : '') + ['', ...lines, ''].join(newline);
  return { name: exported, edit: { range: range(at, at), newText } };
}

/** Offset of the closing brace's line in the text of a block, or of the brace where the block is one line. */
const lastLine = (block: string): number => /(?<=[\r\n])[ \t]*\}$/.exec(block)?.index ?? block.length - 1;

/** The body of the function that the script consists of: `(function () { ... })();`. */
function wholeBody(source: Source): Node | undefined {
  const statements = source
    .named(source.root)
    .filter((node) => !/^["'][^"']*["'];?$/.test(source.text(node)) && !source.is(node, 'comment'));
  const [only, ...others] = statements;
  if (only === undefined || others.length > 0 || !source.is(only, 'expression_statement')) return undefined;
  for (const node of source.within(only)) {
    const call = isCall(source.kind(node)) ? readCall(source, node) : undefined;
    const inner = call === undefined ? undefined : source.firstNamed(call.callee);
    const made = [call?.callee, inner].find(
      (one) => one !== undefined && /^(?:function_expression|arrow_function)$/.test(source.kind(one)),
    );
    const body = made === undefined ? undefined : source.child(made, 'body');
    if (body !== undefined && source.is(body, 'statement_block')) return body;
    if (call !== undefined) return undefined;
  }
  return undefined;
}
