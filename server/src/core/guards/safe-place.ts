import { isCall, readCall } from '../fixes/call.js';
import type { Fix } from '../fixes/fix.js';
import { type FlowSite, flowRemedy } from '../fixes/flow-remedy.js';
import { canAwait } from '../fixes/place.js';
import { fixOf } from '../fixes/remedy.js';
import type { Source } from '../fixes/source.js';
import type { Node } from '../languages/cursor.js';

/** Keeps a path that a model chose within one folder. */
export const safePath = flowRemedy(({ source, node, draft: start }) => {
  const draft = start();
  const guard = draft.helper(source.family === 'python' ? 'safe_path' : 'safePath');
  const joined = joinOf(source, node);
  if (joined === undefined) {
    const { quote } = source.style;
    const name = source.family === 'python' ? 'ALLOWED_FOLDER' : 'allowedFolder';
    const known = new RegExp(`^(?:const )?${name}\\b`, 'm').test(source.source);
    const folder = known ? name : draft.constant(name, `${quote}data${quote}`);
    draft.wrap(node, `${guard}(${folder}, `, ')');
  } else
    draft.replace(
      source.range(joined.call),
      `${guard}(${source.text(joined.base)}, ${source.text(joined.name)})`,
    );
  return fixOf(draft, {
    id: 'safe-path',
    title:
      joined === undefined
        ? 'Keep the path within one folder (edit which)'
        : 'Keep the path within its folder',
    safety: 'unsafe',
    preferred: true,
  });
});

/** `os.path.join(base, name)`, `path.join(base, name)`: a folder and what is in it. */
function joinOf(
  source: Source,
  node: Node,
): { readonly call: Node; readonly base: Node; readonly name: Node } | undefined {
  const call = isCall(source.kind(node)) ? readCall(source, node) : undefined;
  const [base, name, ...rest] = call?.positional ?? [];
  if (
    call === undefined ||
    base === undefined ||
    name === undefined ||
    rest.length > 0 ||
    call.spreads.length > 0
  )
    return undefined;
  return /(?:^|\.)(?:join|resolve)$/.test(source.text(call.callee)) ? { call: node, base, name } : undefined;
}

/** Keeps an address that a model chose within a list of public hosts. */
export const safeUrl = flowRemedy((site) => {
  const { source, node, draft: start } = site;
  const isScript = source.family === 'script';
  if (isScript && !canAwait(source, node)) return [];
  const draft = start();
  const { quote } = source.style;
  const name = isScript ? 'allowedHosts' : 'ALLOWED_HOSTS';
  const host =
    /["'`]https?:\/\/([\w.-]+\.[a-z]{2,})(?=[/"'`:?])/i.exec(source.text(node))?.[1] ?? 'example.com';
  const known = new RegExp(`^(?:const )?${name}\\b`, 'm').test(source.source);
  const hosts = known ? name : draft.constant(name, `[${quote}${host}${quote}]`);
  const guard = draft.helper(isScript ? 'safeUrl' : 'safe_url');
  draft.wrap(node, `${isScript ? 'await ' : ''}${guard}(`, `, ${hosts})`);
  return fixOf(draft, {
    id: 'safe-url',
    title: 'Call only listed public hosts (edit the list)',
    safety: 'unsafe',
    preferred: true,
  });
});

/** Keeps personal data, keys and line breaks out of the log. */
export const redactForLog = flowRemedy(({ source, node, draft: start }: FlowSite): readonly Fix[] => {
  const draft = start();
  draft.wrap(node, `${draft.helper(source.family === 'python' ? 'redact_for_log' : 'redactForLog')}(`, ')');
  return fixOf(draft, {
    id: 'redact-for-log',
    title: 'Log it without personal data, keys and line breaks',
    safety: 'safe',
    preferred: true,
  });
});
