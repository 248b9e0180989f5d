import { isListOfMessages } from '../fixes/expressions.js';
import { flowRemedy } from '../fixes/flow-remedy.js';
import { fixOf } from '../fixes/remedy.js';
import { taintedParts } from '../fixes/tainted.js';
import type { Node } from '../languages/cursor.js';

/** Characters of foreign text that a prompt takes. */
const LIMIT = '20_000';

/** Cuts text that anybody can make as long as they like. */
export const lengthLimit = flowRemedy(({ flows, source, draft: start }) => {
  const parts = taintedParts(source, flows);
  const simple =
    /^(?:identifier|attribute|subscript|member_expression|subscript_expression|call|call_expression)$/;
  const cannot = (part: Node): boolean => !simple.test(source.kind(part)) || isListOfMessages(source, part);
  if (parts.length === 0 || parts.some(cannot)) return [];
  const draft = start();
  for (const part of parts)
    draft.insert(source.end(part), source.family === 'python' ? `[:${LIMIT}]` : `.slice(0, ${LIMIT})`);
  return fixOf(draft, {
    id: 'limit-length',
    title: 'Cut the text at 20,000 characters',
    safety: 'unsafe',
    preferred: false,
  });
});
