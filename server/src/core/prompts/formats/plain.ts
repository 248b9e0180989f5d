import type { ConfigNode } from '../../config/config-node.js';
import { descendants } from '../../config/path.js';
import { range } from '../../text/range.js';
import { contentSpan } from '../content.js';
import type { PromptFormat, PromptPart } from '../format.js';
import { readFrontMatter } from '../front-matter.js';
import { roleOfName } from '../names.js';
import { addressesModel, sampleSize } from '../prose.js';
import { settingsIn } from '../settings.js';
import { chatParts, distinct } from '../structured.js';
import { guessDialect } from '../templates/guess.js';
import { looseMarkers } from './templates.js';

/** The path speaks of prompts, or the name of the text that opens a conversation. */
const promptPath = /\/[^/]*prompts?(?:[^a-z/][^/]*)?\/|\/[^/]*prompt[^/]*$/i;
const promptName =
  /\/[^/]*(?:prompt|(?:system|user|assistant)[-_ ]?message|instruction|persona)[^/]*$|\/(?:system|sys|soul|identity|character|personality)\.\w+$/i;
/** A folder of what talks to a model. */
const modelFolder = /\/(?:llms?|genai|gpt|prompting|chatbots?|assistants?)\//i;
/** A folder that holds prompts and nothing else, unless it is part of a site or its documentation. */
const promptFolder = /\/(?:system[-_]?)?prompts?(?:[-_]?(?:templates?|library))?\//i;
const documentation = /\/(?:docs?|documentation|website|site|blog|content|pages|posts)\//i;
/** Pages about prompts are kept beside them. */
const aboutFiles = /\/(?:readme|changelog|contributing|license|index|notes|todo)[^/]*$/i;
/** A text that follows no format, when two things speak for a prompt: its path, its name, how it begins, roles, placeholders, model settings. */
export const plainText: PromptFormat = {
  id: 'plain',
  files: ['md', 'txt', 'markdown', 'xml', 'text'],
  where:
    /prompt|instruction|persona|\/[^/]*(?:system|user|assistant)[^/]*$|\/(?:sys|soul|identity|character|personality)\.\w+$|\/(?:llms?|genai|gpt|chatbots?|assistants?)\//i,
  read({ path, text }) {
    const where = `/${path}`;
    if (aboutFiles.test(where)) return undefined;
    const sample = range(0, Math.min(text.length, sampleSize));
    const { body, reading } = readFrontMatter(text);
    const dialect = guessDialect(text, body);
    const signs = [
      promptPath.test(where),
      promptFolder.test(where) && !documentation.test(where),
      promptName.test(where),
      modelFolder.test(where) && !documentation.test(where),
      addressesModel(text),
      (reading.settings?.size ?? 0) > 0,
      looseMarkers.some((marker) => marker(text, sample).length > 0),
      dialect.insertions(text, sample).length > 0,
    ].filter(Boolean).length;
    if (signs < 2) return undefined;
    const part: PromptPart = { range: body, role: roleOfName(path), dialect, markers: looseMarkers };
    return { parts: [part], ...reading, bare: true };
  },
};

const promptKey =
  /^(?:.*[_-])?(?:prompts?|instructions?|templates?|persona|preamble|backstory|system|user|assistant|system_?message|human)$/i;
const camelKey = /(?:Prompt|Instructions?|Template|Message)$/;

/** JSON, YAML and TOML that a folder or a name gives away as prompts: messages, and texts under keys that are called after prompts. */
export const plainStructure: PromptFormat = {
  id: 'prompt-config',
  files: ['yaml', 'yml', 'json', 'toml'],
  where: /\/[^/]*prompts?(?:[^a-z/][^/]*)?\/[^/]+$|\/[^/]*prompts?[^a-z/][^/]*$/i,
  read({ path, text, config: { root } }) {
    if (root === undefined) return undefined;
    const parts = distinct([...chatParts(text, root), ...keyedParts(text, root, path)]);
    return parts.length === 0 ? undefined : { parts, settings: settingsIn(root) };
  },
};

function keyedParts(text: string, root: ConfigNode, path: string): readonly PromptPart[] {
  const parts: PromptPart[] = [];
  for (const { node, keys } of descendants({ node: root, keys: [] })) {
    if (node.kind !== 'string' || !isProse(node.value)) continue;
    const key = [...keys].reverse().find((one) => !/^\d+$/.test(one)) ?? '';
    if (!promptKey.test(key) && !camelKey.test(key)) continue;
    const span = contentSpan(text, node.range);
    const own = roleOfName(key);
    const role = own === 'unknown' ? roleOfName(path) : own;
    parts.push({ range: span, role, dialect: guessDialect(text, span), markers: looseMarkers });
  }
  return parts;
}

/** More than a word: names of templates, paths and formats stand under such keys, too. */
const isProse = (value: string): boolean => /\S\s+\S/.test(value);
