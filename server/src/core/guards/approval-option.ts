import { callAt } from '../fixes/call.js';
import { Draft } from '../fixes/draft.js';
import type { Fix } from '../fixes/fix.js';
import { setOption } from '../fixes/options.js';
import { fixOf, type Remedy, samePlace } from '../fixes/remedy.js';
import { Source } from '../fixes/source.js';
import type { Tool } from '../surface/model-use.js';

/** The framework asks a person, where it has an option for that. */
export const approvalOption: Remedy = {
  offer: (hit, { surface, project }) => {
    const tool = surface.tools.find(({ nameLocation }) => samePlace(nameLocation, hit.location));
    const place = tool?.approvalOff ?? tool?.registration;
    const source = place === undefined ? undefined : Source.open(project, place.path);
    return tool === undefined || source === undefined ? [] : offered(tool, new Draft(source));
  },
};

function offered(tool: Tool, draft: Draft): readonly Fix[] {
  const { approvalOff, approvalOption: selector, registration } = tool;
  const { source } = draft;
  if (selector === undefined) return [];
  const name = selector.slice(selector.lastIndexOf('.') + 1);
  // Microsoft's agent framework has words for it.
  const yes = name === 'approval_mode' ? '"always_require"' : source.family === 'python' ? 'True' : 'true';
  if (approvalOff !== undefined) {
    const { range } = approvalOff;
    const at = /(?:\bFalse|\bfalse|(["'])never\w*\1)\s*$/.exec(source.source.slice(range.start, range.end));
    if (at === null) return [];
    draft.replace(
      { start: range.start + at.index, end: range.start + at.index + at[0].trimEnd().length },
      yes,
    );
  } else if (registration === undefined || !set(draft, registration.range, selector, yes)) return [];
  return fixOf(draft, {
    id: 'approval-option',
    title: `Set ${name} to ${yes}`,
    safety: 'unsafe',
    preferred: true,
  });
}

function set(
  draft: Draft,
  at: { readonly start: number; readonly end: number },
  selector: string,
  yes: string,
): boolean {
  const { source } = draft;
  const isBare = source.family === 'python' && !source.source.slice(at.start, at.end).endsWith(')');
  if (isBare) {
    draft.insert(at.end, `(${selector}=${yes})`);
    return true;
  }
  const call = callAt(source, at);
  return call !== undefined && setOption(draft, call, selector, yes);
}
