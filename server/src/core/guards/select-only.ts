import { flowRemedy } from '../fixes/flow-remedy.js';
import { fixOf } from '../fixes/remedy.js';

/** Lets nothing but one SELECT through. The role of the connection decides what that can read. */
export const selectOnly = flowRemedy(({ flow, source, node, draft: start }) => {
  if (flow.sinkLanguage !== undefined) return [];
  const draft = start();
  draft.wrap(node, `${draft.helper(source.family === 'python' ? 'require_select' : 'requireSelect')}(`, ')');
  return fixOf(draft, {
    id: 'require-select',
    title: 'Let only one SELECT run (use a read-only role as well)',
    safety: 'unsafe',
    preferred: true,
  });
});
