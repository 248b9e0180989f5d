import type { Fix } from '../fixes/fix.js';
import { type FlowSite, flowRemedy } from '../fixes/flow-remedy.js';
import { folderAndName } from '../fixes/folder-and-name.js';
import { canAwait } from '../fixes/place.js';
import { fixOf } from '../fixes/remedy.js';

/** Keeps a path that a model chose within one folder. */
export const safePath = flowRemedy(({ source, node, draft: start }) => {
  const draft = start();
  const guard = draft.helper(source.family === 'python' ? 'safe_path' : 'safePath');
  const split = folderAndName(source, node);
  if (split === undefined) {
    const { quote } = source.style;
    const name = source.family === 'python' ? 'ALLOWED_FOLDER' : 'allowedFolder';
    const known = new RegExp(`^(?:const )?${name}\\b`, 'm').test(source.source);
    const folder = known ? name : draft.constant(name, `${quote}data${quote}`);
    draft.wrap(node, `${guard}(${folder}, `, ')');
  } else draft.replace(split.range, `${guard}(${split.folder}, ${split.name})`);
  return fixOf(draft, {
    id: 'safe-path',
    title:
      split === undefined
        ? 'Keep the path within one folder (edit which)'
        : 'Keep the path within its folder',
    safety: 'unsafe',
    preferred: true,
  });
});

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
