import { isCall } from '../fixes/call.js';
import type { Draft } from '../fixes/draft.js';
import type { Fix } from '../fixes/fix.js';
import { type FlowSite, flowRemedy } from '../fixes/flow-remedy.js';
import { type ForeignText, foreignTexts } from '../fixes/markup.js';
import { removeItem } from '../fixes/options.js';
import { fixOf } from '../fixes/remedy.js';
import type { Family } from '../fixes/style.js';
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

/** The places of foreign text in the HTML at the sink. */
function textsOf({ source, flows, node }: FlowSite): readonly ForeignText[] {
  const parts = taintedParts(source, flows);
  const whole: readonly Node[] = [node];
  return (parts.length > 0 ? parts : whole).flatMap((part) => foreignTexts(source, flows, part));
}

function escaped(site: FlowSite): readonly Fix[] {
  const texts = textsOf(site);
  // Markup that Markdown stands for is wanted; and escaping what is rendered lets links to scripts through.
  if (texts.length === 0 || texts.some(({ rendered }) => rendered)) return [];
  const draft = site.draft();
  const escapeCall =
    site.source.family === 'python'
      ? `${draft.import({ module: 'html' })}.escape`
      : draft.helper('escapeHtml');
  for (const { node } of texts) draft.wrap(node, `${escapeCall}(`, ')');
  return fixOf(draft, {
    id: 'escape-html',
    title: 'Escape the answer for HTML',
    safety: 'safe',
    preferred: true,
  });
}

/** Libraries that let harmless markup through: one that the project has already; for rendered Markdown, else one to install. */
function sanitized(site: FlowSite): readonly Fix[] {
  const { source } = site;
  const texts = textsOf(site);
  const rendered = texts.some((text) => text.rendered);
  const present = source.project.dependencies(source.path, source.family === 'python' ? 'python' : 'npm');
  const library = sanitizers[source.family].find(({ module }) => present.has(module));
  const chosen = library ?? (rendered ? sanitizers[source.family].at(-1) : undefined);
  if (chosen === undefined || texts.length === 0) return [];
  const draft = site.draft();
  const sanitize = chosen.call(draft);
  for (const { node } of texts) draft.wrap(node, `${sanitize}(`, ')');
  return fixOf(draft, {
    id: 'sanitize-html',
    title: `Keep only harmless HTML in the answer (${library === undefined ? 'install ' : ''}${chosen.name})`,
    safety: library === undefined ? 'manual' : 'unsafe',
    preferred: library !== undefined && rendered,
  });
}

interface Sanitizer {
  readonly module: string;
  readonly name: string;
  call(draft: Draft): string;
}

const purify = (module: string): Sanitizer => ({
  module,
  name: 'DOMPurify',
  call: (draft) => `${draft.import({ module, name: 'default', as: 'DOMPurify' })}.sanitize`,
});

/** Best first; the last one works in browsers and on servers. */
const sanitizers: Readonly<Record<Family, readonly Sanitizer[]>> = {
  python: [{ module: 'nh3', name: 'nh3', call: (draft) => `${draft.import({ module: 'nh3' })}.clean` }],
  script: [
    purify('isomorphic-dompurify'),
    purify('dompurify'),
    {
      module: 'sanitize-html',
      name: 'sanitize-html',
      call: (draft) => draft.import({ module: 'sanitize-html', name: 'default', as: 'sanitizeHtml' }),
    },
  ],
};
