import type { ConfigNode } from '../../config/config-node.js';
import { entriesOf, entryAt, itemsOf } from '../../config/path.js';
import { readConfig } from '../../config/read.js';
import type { Role } from '../../surface/model-use.js';
import { range } from '../../text/range.js';
import { textSpans } from '../content.js';
import type { PromptFormat, PromptPart } from '../format.js';
import { specialTokens } from '../markers/tags.js';
import { settingsIn } from '../settings.js';
import { chatParts, distinct } from '../structured.js';
import { noTemplate } from '../templates/insertion.js';

/** Lines and UTF-16 units that are read; training sets are far larger and all alike. */
const maxLines = 2_000;
const maxUnits = 1_000_000;

/** Keys of data for training and evaluation, by the role whose text they hold. */
const keys: Readonly<Record<string, Role>> = {
  system: 'system',
  systemInstruction: 'system',
  system_prompt: 'system',
  instruction: 'user',
  prompt: 'user',
  input: 'user',
  question: 'user',
  completion: 'assistant',
  output: 'assistant',
  response: 'assistant',
  answer: 'assistant',
  chosen: 'assistant',
  rejected: 'assistant',
};

/** Pairs of keys of which one alone says nothing. */
const pairs = [
  ['prompt', 'completion'],
  ['prompt', 'response'],
  ['prompt', 'chosen'],
  ['instruction', 'output'],
  ['instruction', 'response'],
  ['question', 'answer'],
  ['input', 'output'],
];

/** Conversations one per line, as fine-tuning and evaluation take them: messages in any usual shape, or pairs of prompt and completion. */
export const chatData: PromptFormat = {
  id: 'chat-data',
  files: ['jsonl', 'ndjson'],
  shows: /^\s*\{/,
  read({ text }) {
    const parts: PromptPart[] = [];
    for (const line of lines(text)) parts.push(...partsOf(text.slice(line.start, line.end), line.start));
    return parts.length === 0 ? undefined : { parts };
  },
};

/** The same in one JSON document: a list of conversations or pairs, or one conversation. */
export const chatDocument: PromptFormat = {
  id: 'chat-data',
  files: ['json'],
  shows:
    /"(?:messages|conversations?|contents)"\s*:\s*\[\s*\{[^{}]{0,200}"(?:role|from)"\s*:|^\s*\[\s*\{\s*"(?:instruction|prompt|question|input|role)"\s*:/,
  read({ text, config: { root } }) {
    const items = itemsOf(root).length > 0 ? itemsOf(root) : root === undefined ? [] : [root];
    const parts = items
      .slice(0, maxLines)
      .flatMap((item) => [...chatParts(text, item, noTemplate), ...keyed(text, item)]);
    const marked = distinct(parts).map((part) => ({ ...part, markers: [specialTokens] }));
    if (root === undefined || marked.length === 0) return undefined;
    return { parts: marked, settings: settingsIn(root) };
  },
};

function* lines(text: string): Generator<{ readonly start: number; readonly end: number }> {
  let start = 0;
  for (let n = 0; n < maxLines && start < Math.min(text.length, maxUnits); n++) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    yield { start, end };
    start = end + 1;
  }
}

function partsOf(line: string, base: number): readonly PromptPart[] {
  const { root } = readConfig('json', line);
  if (root?.kind !== 'map') return [];
  const found = [...chatParts(line, root, noTemplate), ...keyed(line, root)];
  return distinct(found).map((part) => ({
    ...part,
    range: range(part.range.start + base, part.range.end + base),
    markers: [specialTokens],
  }));
}

function keyed(line: string, root: ConfigNode): readonly PromptPart[] {
  const whole = pairs.some((pair) => pair.every((key) => entryAt(root, key) !== undefined));
  const chat = entryAt(root, 'messages') !== undefined || entryAt(root, 'contents') !== undefined;
  return entriesOf(root).flatMap(({ key, value }) => {
    const role = keys[key];
    if (role === undefined || !(whole || (chat && role === 'system'))) return [];
    return textSpans(line, value).map((span): PromptPart => ({ range: span, role, dialect: noTemplate }));
  });
}
