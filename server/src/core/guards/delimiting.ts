import { isListOfMessages } from '../fixes/expressions.js';
import { flowRemedy } from '../fixes/flow-remedy.js';
import { nameOf } from '../fixes/naming.js';
import { fixOf } from '../fixes/remedy.js';
import type { Source } from '../fixes/source.js';
import { taintedParts } from '../fixes/tainted.js';
import type { Node } from '../languages/cursor.js';

/** Fences foreign text, so that the model can tell it from the program's own words, and caps its length. */
export const delimiting = flowRemedy(({ flows, source, draft: start }) => {
  const parts = taintedParts(source, flows);
  const cannot = (part: Node): boolean =>
    isFenced(source, part) || hasFormat(source, part) || isListOfMessages(source, part);
  if (parts.length === 0 || parts.some(cannot)) return [];
  const draft = start();
  const fence = draft.helper(source.family === 'python' ? 'as_data' : 'asData');
  for (const part of parts) draft.wrap(part, `${fence}(`, `${label(source, part)})`);
  return fixOf(draft, {
    id: 'mark-as-data',
    title: 'Mark the text as data, between tags it cannot guess',
    safety: 'unsafe',
    preferred: true,
  });
});

const isFenced = (source: Source, part: Node): boolean => /^(?:as_data|asData)\(/.test(source.text(part));

/** `{text!r}`, `{text:>20}`, `{text=}`: the format would apply to the fence. */
const hasFormat = (source: Source, part: Node): boolean => {
  const hole = source.parent(part);
  return source.is(hole, 'interpolation') && source.text(hole).slice(1, -1).trim() !== source.text(part);
};

/** What the text is, for the name of the tag. Left out where the name says nothing or no quote can be written. */
function label(source: Source, part: Node): string {
  const name = /^[a-z]\w{0,19}/.exec(nameOf(source, part)?.toLowerCase() ?? '')?.[0];
  if (name === undefined || /^(?:data|text|json|body|value)$/.test(name)) return '';
  const around = [...source.ancestors(part)]
    .filter((node) => source.is(node, 'string'))
    .map((node) => /["']+/.exec(source.text(node))?.[0] ?? '"');
  const quote = [source.style.quote, '"', "'"].find((candidate) =>
    around.every((used) => !used.startsWith(candidate)),
  );
  return quote === undefined ? '' : `, ${quote}${name}${quote}`;
}
