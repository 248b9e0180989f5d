import { flowRemedy } from '../fixes/flow-remedy.js';
import { fixOf } from '../fixes/remedy.js';

/** Loaders of plain data in the place of those that build any object. */
const loaders: Readonly<Record<string, string>> = {
  load: 'safe_load',
  unsafe_load: 'safe_load',
  full_load: 'safe_load',
  load_all: 'safe_load_all',
  unsafe_load_all: 'safe_load_all',
};

export const safeLoad = flowRemedy(({ source, call, node, draft: start }) => {
  const callee = call === undefined ? '' : source.text(call.callee);
  const safe = Object.entries(loaders).find(([name]) => callee === `yaml.${name}`)?.[1];
  if (call === undefined || safe === undefined) return [];
  const draft = start();
  draft.replace(source.range(call.node), `yaml.${safe}(${source.text(node)})`);
  return fixOf(draft, {
    id: 'safe-load',
    title: `Load plain data only (yaml.${safe})`,
    safety: 'safe',
    preferred: true,
  });
});
