import { callAt } from '../fixes/call.js';
import { Draft } from '../fixes/draft.js';
import { addItem, setOption } from '../fixes/options.js';
import { fixOf, type Remedy, samePlace } from '../fixes/remedy.js';
import { Source } from '../fixes/source.js';
import type { Hit } from '../rules/rule.js';
import type { Tool } from '../surface/model-use.js';
import type { TextRange } from '../text/range.js';

/** Annotations of an MCP tool that tell clients what it does. */
export const toolHints: Remedy = {
  offer: (hit, { surface, project }) => {
    if (hit.variant !== 'MCP-SRV-ANN') return [];
    const tool = surface.tools.find(
      ({ nameLocation, hints }) =>
        hints !== undefined &&
        [nameLocation, hints.readOnly?.location, hints.destructive?.location].some(
          (place) => place !== undefined && samePlace(place, hit.location),
        ),
    );
    const source = Source.open(project, hit.location.path);
    if (source === undefined) return [];
    const draft = new Draft(source);
    const { range } = hit.location;
    const isWrong = /hint/i.test(source.source.slice(range.start, range.end)) || isHint(tool, hit);
    const isDone = isWrong
      ? correct(draft, range)
      : tool === undefined
        ? describe(draft, range)
        : add(draft, tool);
    if (!isDone) return [];
    return fixOf(draft, {
      id: 'tool-hints',
      title: isWrong ? 'Tell clients what the tool does' : 'Tell clients that the tool changes things',
      safety: 'safe',
      preferred: true,
    });
  },
};

const isHint = (tool: Tool | undefined, hit: Hit): boolean =>
  tool !== undefined && !samePlace(tool.nameLocation, hit.location);

/** Adds annotations to the description of a tool, around its name. */
function describe(draft: Draft, name: TextRange): boolean {
  const { source } = draft;
  if (source.family === 'python') {
    const call = callAt(source, name);
    if (call === undefined || call.keywords.has('annotations')) return false;
    const hints = draft.import({ module: 'mcp.types', name: 'ToolAnnotations' });
    return setOption(draft, call, 'annotations', `${hints}(readOnlyHint=False, destructiveHint=True)`);
  }
  const node = source.covering(name);
  const literal = [...source.ancestors(node)].find((one) => source.is(one, 'object'));
  if (literal === undefined) return false;
  addItem(draft, literal, 'annotations: { readOnlyHint: false, destructiveHint: true }');
  return true;
}

/** `True` for `False` and the other way round. */
function correct(draft: Draft, at: { readonly start: number; readonly end: number }): boolean {
  const { source } = draft;
  const text = source.source.slice(at.start, at.end);
  const literal = /\b(?:true|false)\b/i.exec(text);
  const opposite = literal === null ? undefined : opposites.get(literal[0]);
  if (literal === null || opposite === undefined) return false;
  const start = at.start + literal.index;
  draft.replace({ start, end: start + literal[0].length }, opposite);
  return true;
}

const opposites: ReadonlyMap<string, string> = new Map([
  ['True', 'False'],
  ['False', 'True'],
  ['true', 'false'],
  ['false', 'true'],
]);

function add(draft: Draft, { registration }: Tool): boolean {
  const { source } = draft;
  if (registration === undefined || registration.path !== source.path) return false;
  const { range } = registration;
  if (source.family !== 'python') {
    const call = callAt(source, range);
    const hints = '{ readOnlyHint: false, destructiveHint: true }';
    if (call === undefined) return false;
    const place = /\.registerTool$/.test(source.text(call.callee))
      ? '1.annotations'
      : /\.addTool$/.test(source.text(call.callee))
        ? '0.annotations'
        : undefined;
    if (place !== undefined)
      return (
        setOption(draft, call, place, hints) || setOption(draft, call, `${place}.destructiveHint`, 'true')
      );
    const handler = call.positional.at(-1);
    if (handler === undefined || call.positional.length < 2 || call.spreads.length > 0) return false;
    draft.insert(source.start(handler), `${hints}, `);
    return true;
  }
  const value = (): string =>
    `${draft.import({ module: 'mcp.types', name: 'ToolAnnotations' })}(readOnlyHint=False, destructiveHint=True)`;
  const written = source.source.slice(range.start, range.end);
  if (!written.endsWith(')')) {
    draft.insert(range.end, `(annotations=${value()})`);
    return true;
  }
  const call = callAt(source, range);
  if (call === undefined) return false;
  return call.keywords.has('annotations')
    ? setOption(draft, call, 'annotations.destructiveHint', 'True')
    : setOption(draft, call, 'annotations', value());
}
