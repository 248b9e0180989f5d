import type { ConfigNode } from '../../config/config-node.js';
import { at, descendants, itemsOf, stringOf } from '../../config/path.js';
import type { Role } from '../../surface/model-use.js';
import { contentSpan } from '../content.js';
import type { PromptFormat, PromptPart } from '../format.js';
import { roleNamed } from '../markers/roles.js';
import { chatParts, distinct } from '../structured.js';
import { formatString } from '../templates/braces.js';
import { handlebars } from '../templates/handlebars.js';
import type { Dialect } from '../templates/insertion.js';
import { jinja } from '../templates/jinja.js';

const dialects: ReadonlyMap<string, Dialect> = new Map([
  ['jinja2', jinja],
  ['mustache', handlebars],
]);

/** Keys of a prompt that hold text, within `kwargs` where an object was written out. */
const textKeys = ['template', 'content', 'prefix', 'suffix'];

/**
 * LangChain's prompts as `load_prompt` reads them (`_type: prompt`) and as the hub keeps them (objects with the `id` of their class). The class of the
 * message around a template says whose it is.
 */
export const langchain: PromptFormat = {
  id: 'langchain',
  files: ['yaml', 'yml', 'json'],
  shows: /["']?_type["']?\s*:\s*["']?(?:prompt|few_shot|chat|chat_prompt)\b|"lc"\s*:\s*1/,
  read({ text, config: { root } }) {
    if (root === undefined) return undefined;
    const classed: PromptPart[] = [];
    const others: PromptPart[] = [];
    for (const { node } of descendants({ node: root, keys: [] })) {
      if (node.kind !== 'map') continue;
      const role = roleOfClass(node);
      if (role !== undefined) classed.push(...textsOf(text, at(node, 'kwargs', 'prompt') ?? node, role));
      else others.push(...textsOf(text, node, 'user'));
    }
    return { parts: distinct([...classed, ...chatParts(text, root, formatString), ...others]) };
  },
};

/** The role of `SystemMessagePromptTemplate`, `HumanMessage` and their like. */
function roleOfClass(node: ConfigNode): Role | undefined {
  const name = stringOf(itemsOf(at(node, 'id')).at(-1)) ?? '';
  const speaker = /^(System|Human|AI|Tool|Function|Chat)Message/.exec(name)?.[1];
  return speaker === undefined ? undefined : roleNamed(speaker);
}

function textsOf(text: string, node: ConfigNode, role: Role): readonly PromptPart[] {
  const fields = at(node, 'kwargs') ?? node;
  const dialect = dialects.get(stringOf(at(fields, 'template_format')) ?? '') ?? formatString;
  return textKeys.flatMap((key): PromptPart[] => {
    const value = at(fields, key);
    return value?.kind === 'string' ? [{ range: contentSpan(text, value.range), role, dialect }] : [];
  });
}
