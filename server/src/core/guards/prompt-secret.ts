import type { ConfigDocument, ConfigNode } from '../config/config-node.js';
import { removeAll } from '../config/edit.js';
import { descendants, itemsOf } from '../config/path.js';
import { readConfig } from '../config/read.js';
import type { Fix } from '../fixes/fix.js';
import { configFormat, keepsDocument } from '../fixes/keeps-document.js';
import { flowsOf, type Remedy } from '../fixes/remedy.js';
import { Source } from '../fixes/source.js';
import { taintedParts } from '../fixes/tainted.js';
import type { Hit, RuleContext } from '../rules/rule.js';
import { applyEdits } from '../text/edits.js';
import { contains, type TextRange } from '../text/range.js';

/** Takes the line or sentence with a secret out of a prompt. What the model has not read it cannot tell. */
export const promptSecret: Remedy = {
  offer: (hit, context) => {
    const text = context.project.file(hit.location.path)?.text;
    const place = text === undefined ? undefined : placeOf(hit, context);
    if (text === undefined || place === undefined) return [];
    const { path } = hit.location;
    const { secret, content } = place;
    const line = lineAround(text, secret);
    const whole = line.start >= content.start && line.end <= content.end;
    const cut = whole ? line : sentenceAround(text, secret, content);
    const left = text.slice(content.start, cut.start) + text.slice(cut.end, content.end);
    const edit = (about: Omit<Fix, 'changes' | 'safety'>, range: TextRange, newText: string): Fix[] => {
      const edits = [{ range, newText }];
      const fix: Fix = { ...about, safety: 'unsafe', changes: [{ path, edits }] };
      return keepsDocument(path, text, edits) ? [fix] : [];
    };
    const what = whole ? 'line' : 'sentence';
    const removed = {
      id: 'remove-secret',
      title: `Remove the ${what} with the secret from the prompt`,
      preferred: whole,
    };
    const replaced = {
      id: 'replace-secret',
      title: `Put "${REMOVED}" in the place of the secret`,
      preferred: !whole,
    };
    return [
      ...(left.trim() === '' ? messageRemoval(path, text, content) : edit(removed, cut, '')),
      ...edit(replaced, secret, REMOVED),
    ];
  },
};

/** Round brackets mean nothing in YAML, JSON and the languages of templates. */
const REMOVED = '(removed)';

/** Takes a message that says nothing else out of a list of messages. */
function messageRemoval(path: string, text: string, content: TextRange): readonly Fix[] {
  const format = configFormat(path);
  if (format === undefined) return [];
  const document = readConfig(format, text);
  for (const { node } of descendantsOf(document)) {
    const items = itemsOf(node);
    const message = items.find((item) => isMessageAt(item, content));
    if (message === undefined || items.length < 2) continue;
    const edits = removeAll({ text, document }, [message.range]);
    if (
      edits === undefined ||
      readConfig(format, applyEdits(text, edits)).problems.length > document.problems.length
    )
      return [];
    return [
      {
        id: 'remove-message',
        title: 'Remove the message with the secret',
        safety: 'unsafe',
        preferred: false,
        changes: [{ path, edits }],
      },
    ];
  }
  return [];
}

const descendantsOf = ({ root }: ConfigDocument) =>
  root === undefined ? [] : descendants({ node: root, keys: [] });

/** A map with a role, one of whose texts is this one. */
const isMessageAt = (node: ConfigNode, content: TextRange): boolean =>
  node.kind === 'map' &&
  node.entries.some(({ key }) => /^(?:role|from|author|speaker)$/.test(key)) &&
  node.entries.some(({ value }) => value.kind === 'string' && contains(value.range, content));

interface Place {
  readonly secret: TextRange;
  /** The text that may be cut: within the quotes, or a message of a prompt file. */
  readonly content: TextRange;
}

function placeOf(hit: Hit, context: RuleContext): Place | undefined {
  const { path, range } = hit.location;
  const source = Source.open(context.project, path);
  if (source === undefined) {
    const prompt = context.surface.prompts.find((document) => document.path === path);
    const message = prompt?.messages.find((m) => m.range.start <= range.start && range.end <= m.range.end);
    return message === undefined ? undefined : { secret: range, content: message.range };
  }
  const [part] = taintedParts(source, flowsOf(hit, context));
  const secret = part === undefined ? range : source.range(source.parent(part));
  const node = source.covering(secret);
  const literal = [node, ...source.ancestors(node)].find((n) =>
    /^(?:string|template_string)$/.test(source.kind(n)),
  );
  if (literal === undefined) return undefined;
  const quotes = /^[A-Za-z]*("""|'''|["'`])/.exec(source.text(literal));
  if (quotes === null) return undefined;
  const content = {
    start: source.start(literal) + quotes[0].length,
    end: source.end(literal) - (quotes[1]?.length ?? 1),
  };
  return content.start <= secret.start && secret.end <= content.end ? { secret, content } : undefined;
}

/** The line that holds the span, with its line break. */
function lineAround(text: string, { start, end }: TextRange): TextRange {
  const next = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: next === -1 ? text.length : next + 1 };
}

/** From the end of the sentence before to the end of this one. */
function sentenceAround(text: string, secret: TextRange, content: TextRange): TextRange {
  const before = text.slice(content.start, secret.start);
  const after = text.slice(secret.end, content.end);
  const boundary = [...before.matchAll(/[.!?;:]\s+|\\n|\n/g)]
    .filter(([mark]) => !mark.startsWith(':'))
    .at(-1);
  const start = boundary === undefined ? content.start : content.start + boundary.index + boundary[0].length;
  const stop = /[.!?;](?=\s|$)\s*|\\n|\n/.exec(after);
  const end = stop === null ? content.end : secret.end + stop.index + stop[0].length;
  return { start, end };
}
