import { callAt } from '../fixes/call.js';
import { Draft } from '../fixes/draft.js';
import { setOption } from '../fixes/options.js';
import { fixOf, type Remedy, samePlace } from '../fixes/remedy.js';
import { Source } from '../fixes/source.js';
import type { Tool } from '../surface/model-use.js';

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
    const source = tool === undefined ? undefined : Source.open(project, hit.location.path);
    if (tool === undefined || source === undefined) return [];
    const draft = new Draft(source);
    const isWrong = !samePlace(tool.nameLocation, hit.location);
    if (!(isWrong ? correct(draft, hit.location.range) : add(draft, tool))) return [];
    return fixOf(draft, {
      id: 'tool-hints',
      title: isWrong ? 'Tell clients what the tool does' : 'Tell clients that the tool changes things',
      safety: 'safe',
      preferred: true,
    });
  },
};

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
