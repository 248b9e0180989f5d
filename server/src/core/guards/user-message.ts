import { entriesOf, type LiteralEntry } from '../fixes/call.js';
import { holes } from '../fixes/expressions.js';
import { flowRemedy } from '../fixes/flow-remedy.js';
import { fixOf } from '../fixes/remedy.js';
import type { Source } from '../fixes/source.js';
import { taintedParts } from '../fixes/tainted.js';
import type { Node } from '../languages/cursor.js';
import { range } from '../text/range.js';

/** Moves foreign text out of the instructions, into a message of the user that comes after them. */
export const userMessage = flowRemedy((site) => {
  const { source, flow, flows } = site;
  const [part, ...more] = taintedParts(source, flows);
  if (flow.sink !== 'prompt-system' || part === undefined || more.length > 0) return [];
  const hole = source.parent(part);
  const system = [hole, ...source.ancestors(hole)].find((node) => holes(source, node).includes(part));
  const message = system === undefined ? undefined : systemMessage(source, system);
  if (message === undefined || !/^(?:interpolation|template_substitution)$/.test(source.kind(hole)))
    return [];
  const draft = site.draft();
  const name = /([A-Za-z]\w{2,19})\W*$/.exec(source.text(part))?.[1]?.replace(/_/g, ' ') ?? 'text';
  draft.replace(source.range(hole), `the ${name} that the user gives`);
  // An f-string without holes is a plain string.
  const isLast = system !== undefined && holes(source, system).length === 1;
  if (isLast && /^[fF]["'](?!.*(?:\{\{|\}\}))/s.test(source.text(system))) {
    draft.replace(range(source.start(system), source.start(system) + 1), '');
  }
  const { quote } = source.style;
  const python = source.family === 'python';
  const key = (word: string): string => (python ? quote + word + quote : word);
  const fence = draft.helper(python ? 'as_data' : 'asData');
  const fields = `${key('role')}: ${quote}user${quote}, ${key('content')}: ${fence}(${source.text(part)})`;
  const added = python ? `{${fields}}` : `{ ${fields} }`;
  const end = source.end(message);
  const ownLine = source.startsLine(source.start(message));
  const separator = ownLine ? `,${source.style.newline}${source.indentAt(source.start(message))}` : ', ';
  draft.replace(range(end, end), separator + added);
  return fixOf(draft, {
    id: 'user-message',
    title: 'Move the text into a message of the user (check the wording)',
    safety: 'manual',
    preferred: false,
  });
});

/** The message whose text it is, when that stands in a list of messages. */
function systemMessage(source: Source, text: Node): Node | undefined {
  const message = source.parent(source.parent(text));
  const isSystem = entriesOf(source, message)?.some((entry) => isRole(source, entry)) === true;
  return isSystem && /^(?:list|array)$/.test(source.kind(source.parent(message))) ? message : undefined;
}

const isRole = (source: Source, { key, value }: LiteralEntry): boolean =>
  key === 'role' && /^["'](?:system|developer)["']$/.test(source.text(value));
