import { isCall, readCall } from '../fixes/call.js';
import type { Draft } from '../fixes/draft.js';
import { isConstant } from '../fixes/expressions.js';
import type { Fix } from '../fixes/fix.js';
import { type FlowSite, flowRemedy } from '../fixes/flow-remedy.js';
import { removeItem } from '../fixes/options.js';
import { fixOf } from '../fixes/remedy.js';
import type { Source } from '../fixes/source.js';
import { taintedParts } from '../fixes/tainted.js';
import type { Node } from '../languages/cursor.js';

/** Shows a model's answer as text. */
export const escapeHtml = flowRemedy((site) => [...asText(site), ...escaped(site), ...sanitized(site)]);

/** Sinks that show text when told so: no escaping needed. */
function asText({ source, node, call, draft: start }: FlowSite): readonly Fix[] {
  const draft = start();
  const unsafeHtml = call?.keywords.get('unsafe_allow_html');
  if (call !== undefined && unsafeHtml !== undefined) {
    removeItem(draft, call.args, unsafeHtml.node);
    return fixOf(draft, {
      id: 'no-html',
      title: 'Show the answer without HTML',
      safety: 'safe',
      preferred: true,
    });
  }
  const assignment = source.parent(node);
  const target = source.field(node) === 'right' ? source.child(assignment, 'left') : undefined;
  const property = target === undefined ? undefined : source.child(target, 'property');
  if (property === undefined || source.text(property) !== 'innerHTML') return [];
  // Markup of the page's own around the answer, or made from it, would be lost.
  if (/<[a-z/]/i.test(source.text(node)) || isCall(source.kind(node))) return [];
  draft.replace(source.range(property), 'textContent');
  return fixOf(draft, {
    id: 'text-content',
    title: 'Show the answer as text (textContent)',
    safety: 'safe',
    preferred: true,
  });
}

function wrapParts({ source, flows, node }: FlowSite, draft: Draft, before: string): void {
  const parts = taintedParts(source, flows);
  const whole: readonly Node[] = [node];
  for (const part of parts.length > 0 ? parts : whole) draft.wrap(part, before, ')');
}

/** What a renderer makes HTML of (`marked.parse(answer)`) is escaped before, what it makes is left alone. */
function escapeParts({ source, flows, node }: FlowSite, draft: Draft, before: string): void {
  const parts = taintedParts(source, flows);
  const whole: readonly Node[] = [node];
  for (const part of parts.length > 0 ? parts : whole)
    draft.wrap(rendered(source, part) ?? part, before, ')');
}

/** The Markdown that an expression turns into HTML. */
function rendered(source: Source, node: Node): Node | undefined {
  const call = isCall(source.kind(node)) ? readCall(source, node) : undefined;
  const [text] = call?.positional ?? [];
  if (call === undefined || text === undefined || isConstant(source, text)) return undefined;
  return /mark(?:ed|down)|\bmd\b|commonmark|micromark|showdown|mistune|remark/i.test(source.text(call.callee))
    ? text
    : undefined;
}

function escaped(site: FlowSite): readonly Fix[] {
  const draft = site.draft();
  const escapeCall =
    site.source.family === 'python'
      ? `${draft.import({ module: 'html' })}.escape`
      : draft.helper('escapeHtml');
  escapeParts(site, draft, `${escapeCall}(`);
  return fixOf(draft, {
    id: 'escape-html',
    title: 'Escape the answer for HTML',
    safety: 'safe',
    preferred: true,
  });
}

/** Libraries that let harmless markup through, where the project has one already. */
function sanitized(site: FlowSite): readonly Fix[] {
  const { source } = site;
  const draft = site.draft();
  const sanitize = sanitizer(
    draft,
    source.project.dependencies(source.path, source.family === 'python' ? 'python' : 'npm'),
  );
  if (sanitize === undefined) return [];
  wrapParts(site, draft, `${sanitize.call}(`);
  return fixOf(draft, {
    id: 'sanitize-html',
    title: `Keep only harmless HTML in the answer (${sanitize.library})`,
    safety: 'unsafe',
    preferred: false,
  });
}

function sanitizer(
  draft: Draft,
  dependencies: ReadonlyMap<string, string>,
): { readonly library: string; readonly call: string } | undefined {
  if (draft.source.family === 'python') {
    return dependencies.has('nh3')
      ? { library: 'nh3', call: `${draft.import({ module: 'nh3' })}.clean` }
      : undefined;
  }
  for (const module of ['isomorphic-dompurify', 'dompurify']) {
    if (!dependencies.has(module)) continue;
    const name = draft.import({ module, name: 'default', as: 'DOMPurify' });
    return { library: 'DOMPurify', call: `${name}.sanitize` };
  }
  return dependencies.has('sanitize-html')
    ? {
        library: 'sanitize-html',
        call: draft.import({ module: 'sanitize-html', name: 'default', as: 'sanitizeHtml' }),
      }
    : undefined;
}
