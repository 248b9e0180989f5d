import type { Module } from '../ir/module.js';
import type { Capability, Effect, Hint, ToolHints } from '../surface/model-use.js';
import { contains, type TextRange } from '../text/range.js';

type Handler = Module['functions'][number];
type Body = Handler['body'];

/** A tool that a low-level MCP server describes as data, apart from the function that carries it out. */
export interface DeclaredTool {
  readonly name: string;
  readonly nameRange: TextRange;
  readonly hints: ToolHints;
}

/** `types.Tool(name=…, inputSchema=…)`, `{ name: …, inputSchema: … }`. */
export function declaredTools(module: Module): readonly DeclaredTool[] {
  return module.functions.flatMap(({ body }) =>
    body.flatMap((one): readonly DeclaredTool[] => {
      const entries =
        one.op === 'call'
          ? one.args.map(({ name, value, range }) => ({ key: name, value, range }))
          : one.op === 'object'
            ? one.entries
            : [];
      const given = (key: string): number | undefined => entries.find((entry) => entry.key === key)?.value;
      const name = body[given('name') ?? -1];
      if (name?.op !== 'const' || typeof name.value !== 'string') return [];
      if (given('inputSchema') === undefined && given('input_schema') === undefined) return [];
      const annotations = given('annotations');
      return [
        {
          name: name.value,
          nameRange: name.range,
          hints: {
            ...hintsIn(module, body, annotations),
            given: annotations === undefined ? 'missing' : 'set',
          },
        },
      ];
    }),
  );
}

function hintsIn(module: Module, body: Body, at: number | undefined): Partial<ToolHints> {
  const given = body[at ?? -1];
  const entries = given?.op === 'call' ? given.args : given?.op === 'object' ? given.entries : undefined;
  // What a variable holds is not looked for.
  if (entries === undefined) return at === undefined ? {} : { readOnly: NOT_TOLD, destructive: NOT_TOLD };
  const hint = (pattern: RegExp): Hint | undefined => {
    const entry = entries.find((one) =>
      pattern.test(('key' in one ? one.key : 'name' in one ? one.name : '') ?? ''),
    );
    const value = entry === undefined ? undefined : body[entry.value];
    return entry !== undefined && value?.op === 'const' && typeof value.value === 'boolean'
      ? { value: value.value, location: { path: module.path, range: entry.range } }
      : undefined;
  };
  const readOnly = hint(/^read_?only_?hint$/i);
  const destructive = hint(/^destructive_?hint$/i);
  return { ...(readOnly && { readOnly }), ...(destructive && { destructive }) };
}

/** Says nothing that could be wrong. */
const NOT_TOLD: Hint = { value: false, location: { path: '', range: { start: 0, end: 0 } } };

/** What a handler does for each name that it compares with: `if name == "delete"`, `case 'delete':`. */
export function effectsByName(
  module: Module,
  handler: Handler,
  effects: readonly Effect[],
): ReadonlyMap<string, readonly Capability[]> {
  const found = new Map<string, readonly Capability[]>();
  const { body } = handler;
  for (const [at, one] of body.entries()) {
    const condition = one.op === 'if' ? body[one.condition] : undefined;
    if (condition?.op !== 'binary' || !/^={2,3}$/.test(condition.operator)) continue;
    const name = [condition.left, condition.right]
      .map((side) => body[side])
      .find((side) => side?.op === 'const' && typeof side.value === 'string');
    if (name?.op !== 'const') continue;
    const spans = reachedFrom(module, handler, blockAfter(body, at));
    const done = effects.filter(
      ({ location }) => location.path === module.path && spans.some((span) => contains(span, location.range)),
    );
    found.set(String(name.value), [...new Set(done.map(({ capability }) => capability))]);
  }
  return found;
}

/** The instructions between an `if` and its `else` or end. */
function blockAfter(body: Body, at: number): Body {
  let depth = 0;
  for (let i = at + 1; i < body.length; i++) {
    const op = body[i]?.op;
    if (op === 'if' || op === 'loop' || op === 'try') depth++;
    else if (depth === 0 && (op === 'else' || op === 'end')) return body.slice(at + 1, i);
    else if (op === 'end') depth--;
  }
  return body.slice(at + 1);
}

/** The block itself, and the functions of the file that it calls by name, theirs included. */
function reachedFrom(module: Module, handler: Handler, block: Body): readonly TextRange[] {
  const spans: TextRange[] = block.map(({ range }) => range);
  const open: (readonly [Handler, Body])[] = [[handler, block]];
  const seen = new Set<Handler>([handler]);
  for (let i = 0; i < open.length && i < 32; i++) {
    const [owner, instructions] = open[i] ?? [handler, []];
    const called = new Set(
      instructions.flatMap((one) => {
        const callee = one.op === 'call' ? owner.body[one.callee] : undefined;
        if (callee?.op === 'load') return [module.variables[callee.variable]?.name ?? ''];
        return callee?.op === 'get' && callee.key !== undefined ? [callee.key] : [];
      }),
    );
    for (const fn of module.functions) {
      if (seen.has(fn) || !called.has(fn.name)) continue;
      seen.add(fn);
      spans.push(fn.bodyRange);
      open.push([fn, fn.body]);
    }
  }
  return spans;
}
