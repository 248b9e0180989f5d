import type { Node } from '../languages/cursor.js';
import { isCall, readCall } from './call.js';
import { holes, isConstant } from './expressions.js';
import type { Source } from './source.js';

/** What a developer would call a value: "q" for `q`, `input.q`, `request.args["q"]`, `form.get('q') as string`, `redact(q.trim())`. */
export function nameOf(source: Source, node: Node): string | undefined {
  let at: Node | undefined = node;
  for (let depth = 0; at !== undefined && depth < DEPTH; depth++) {
    const named = keyOf(source, at);
    if (named !== undefined) return named;
    at = inner(source, at);
  }
  return undefined;
}

/** How far in is looked. */
const DEPTH = 8;

function keyOf(source: Source, node: Node): string | undefined {
  if (/identifier$/.test(source.kind(node))) return source.text(node);
  const member = source.child(node, 'property') ?? source.child(node, 'attribute');
  if (member !== undefined) return source.text(member);
  const key = source.child(node, 'subscript') ?? source.child(node, 'index') ?? keyArgument(source, node);
  return key === undefined ? undefined : /^["']([A-Za-z][\w-]*)["']$/.exec(source.text(key))?.[1];
}

/** The key in `form.get("q", "")`, `req.query('q')`. */
function keyArgument(source: Source, node: Node): Node | undefined {
  const call = isCall(source.kind(node)) ? readCall(source, node) : undefined;
  return call?.positional.every((argument) => isConstant(source, argument)) ? call.positional[0] : undefined;
}

/** The expression that another one is made of. */
function inner(source: Source, node: Node): Node | undefined {
  const call = isCall(source.kind(node)) ? readCall(source, node) : undefined;
  if (call !== undefined) {
    const given = call.positional.filter((argument) => !isConstant(source, argument));
    return given.at(-1) ?? source.child(call.callee, 'object');
  }
  return (
    holes(source, node).at(-1) ??
    source.child(node, 'left') ??
    source.child(node, 'object') ??
    source.child(node, 'value') ??
    source.firstNamed(node)
  );
}
