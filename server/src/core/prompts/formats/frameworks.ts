import type { ConfigNode } from '../../config/config-node.js';
import { at, entriesOf, itemsOf, stringOf } from '../../config/path.js';
import type { PromptFormat } from '../format.js';
import { roleLines } from '../markers/lines.js';
import { blockTags, messageTags } from '../markers/tags.js';
import { structured } from '../structured.js';
import { formatString } from '../templates/braces.js';
import { handlebars } from '../templates/handlebars.js';
import type { Dialect } from '../templates/insertion.js';
import { jinja, jinjaDialect, liquid } from '../templates/jinja.js';
import { geminiCommand } from '../templates/patterns.js';
import { semanticKernel } from '../templates/semantic-kernel.js';

const yaml = ['yaml', 'yml'];

/** True when some value of the map is a map that has all of the keys. */
const someEntryHas = (root: ConfigNode, ...keys: readonly string[]): boolean =>
  entriesOf(root).some(({ value }) => keys.every((key) => at(value, key) !== undefined));

/** The same dialect in a format that encodes what it inserts. */
const encoded = (dialect: Dialect): Dialect => ({
  id: dialect.id,
  insertions: (text, span) =>
    dialect.insertions(text, span).map((insertion) => ({ ...insertion, raw: false })),
});

const raw = (dialect: Dialect): Dialect => ({
  id: dialect.id,
  insertions: (text, span) =>
    dialect.insertions(text, span).map((insertion) => ({ ...insertion, raw: true })),
});

/** Semantic Kernel encodes values unless a prompt asks it not to. */
function kernelDialect(root: ConfigNode): Dialect {
  const name = stringOf(at(root, 'template_format'));
  const dialect = name === 'handlebars' ? handlebars : name === 'liquid' ? liquid : semanticKernel;
  const unsafe = at(root, 'allow_dangerously_set_content');
  return unsafe?.kind === 'boolean' && unsafe.value ? raw(dialect) : encoded(dialect);
}

/** NeMo's texts name variables of the conversation with a dollar in Colang, with braces in prompts. */
const nemo = jinjaDialect({
  id: 'nemo',
  builtins: ['general_instructions', 'sample_conversation', 'examples', 'relevant_chunks'],
});

/** Prompts in the YAML and JSON of frameworks. */
export const frameworkFormats: readonly PromptFormat[] = [
  structured({
    id: 'crewai',
    files: ['/agents.yaml', '/agents.yml', '/tasks.yaml', '/tasks.yml'],
    holds: (root) =>
      someEntryHas(root, 'role', 'goal') || someEntryHas(root, 'description', 'expected_output'),
    places: [
      { at: '*/role', role: 'system' },
      { at: '*/goal', role: 'system' },
      { at: '*/backstory', role: 'system' },
      { at: '*/system_template', role: 'system' },
      { at: '*/prompt_template', role: 'user' },
      { at: '*/response_template', role: 'assistant' },
      { at: '*/description', role: 'user' },
      { at: '*/expected_output', role: 'user' },
    ],
    dialect: formatString,
  }),
  structured({
    id: 'smolagents',
    files: yaml,
    shows: /^(?:system_prompt|planning|managed_agent|final_answer)\s*:/m,
    holds: (root) =>
      stringOf(at(root, 'system_prompt')) !== undefined &&
      (at(root, 'planning') ?? at(root, 'managed_agent') ?? at(root, 'final_answer')) !== undefined,
    places: [
      { at: 'system_prompt', role: 'system' },
      { at: 'final_answer/pre_messages', role: 'system' },
      { at: 'planning/*', role: 'user' },
      { at: 'managed_agent/*', role: 'user' },
      { at: 'final_answer/*', role: 'user' },
    ],
    dialect: jinja,
  }),
  structured({
    id: 'semantic-kernel',
    files: yaml,
    shows: /^\ufeff?template(?:_format)?\s*:/m,
    holds: (root) => at(root, 'template') !== undefined && at(root, 'template_format') !== undefined,
    places: [{ at: 'template', role: 'user' }],
    markers: [messageTags, blockTags],
    dialect: kernelDialect,
  }),
  structured({
    id: 'semantic-kernel-config',
    files: ['/config.json'],
    shows: /"execution_settings"|"completion"\s*:\s*\{/,
    holds: (root) => at(root, 'schema') !== undefined && at(root, 'description') !== undefined,
  }),
  structured({
    id: 'promptflow',
    files: ['/flow.dag.yaml', '/flow.dag.yml', '/flow.flex.yaml'],
    places: [{ at: 'nodes/[]/inputs/prompt', role: 'user' }],
  }),
  structured({
    id: 'promptfoo',
    files: [...yaml, 'json'],
    where: /\/promptfoo[^/]*$|\/[^/]*redteam[^/]*$/i,
    holds: (root) => at(root, 'prompts') !== undefined || at(root, 'redteam') !== undefined,
    places: [
      { at: 'providers/[]/config/systemPrompt', role: 'system' },
      { at: 'providers/[]/config/instructions', role: 'system' },
      { at: 'targets/[]/config/systemPrompt', role: 'system' },
      { at: 'prompts/[]', role: 'user' },
      { at: 'prompts/[]/raw', role: 'user' },
      { at: 'prompts', role: 'user' },
      { at: 'defaultTest/options/rubricPrompt', role: 'user' },
      { at: 'redteam/purpose', role: 'system' },
    ],
    chat: true,
    markers: [roleLines],
    except: /^file:\/\//,
    dialect: jinja,
  }),
  structured({
    id: 'nemo-guardrails',
    files: yaml,
    shows: /^(?:instructions|prompts|sample_conversation)\s*:/m,
    holds: (root) =>
      itemsOf(at(root, 'prompts')).some((prompt) => at(prompt, 'task') !== undefined) ||
      itemsOf(at(root, 'instructions')).some((one) => at(one, 'content') !== undefined),
    places: [
      { at: 'instructions/[]/content', role: 'system' },
      { at: 'prompts/[]/content', role: 'user' },
      { at: 'sample_conversation', role: 'unknown' },
    ],
    chat: true,
    dialect: nemo,
  }),
  structured({
    id: 'gemini-command',
    files: ['toml'],
    where: /\/\.(?:gemini|qwen)\/commands\//,
    places: [{ at: 'prompt', role: 'user' }],
    dialect: geminiCommand,
  }),
  structured({
    id: 'roo-modes',
    files: ['roomodes', 'kilocodemodes', '/custom_modes.yaml', '/custom_modes.json'],
    places: [
      { at: 'customModes/[]/roleDefinition', role: 'system' },
      { at: 'customModes/[]/customInstructions', role: 'system' },
      { at: 'customModes/[]/whenToUse', role: 'system' },
    ],
  }),
  structured({
    id: 'ai-plugin',
    files: ['/ai-plugin.json'],
    places: [{ at: 'description_for_model', role: 'system' }],
  }),
  structured({
    id: 'plugin-api',
    files: ['/openapi.yaml', '/openapi.yml', '/openapi.json'],
    shows: /ChatGPT|x-openai-|GPT Action/i,
    places: [
      { at: 'info/description', role: 'system' },
      { at: 'paths/*/*/description', role: 'system' },
      { at: 'paths/*/*/summary', role: 'system' },
    ],
  }),
];
