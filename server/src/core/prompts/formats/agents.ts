import type { ConfigNode } from '../../config/config-node.js';
import { at, entriesOf, itemsOf, stringOf } from '../../config/path.js';
import type { PromptFormat } from '../format.js';
import { structured } from '../structured.js';

const instructionKeys = [
  'instruction',
  'instructions',
  'system_prompt',
  'systemPrompt',
  'system_message',
  'systemMessage',
  'pre_prompt',
] as const;

/** What an agent has beside its instructions: a model, tools, others to talk to. */
const partKeys = [
  'model',
  'models',
  'llm',
  'provider',
  'tools',
  'toolsets',
  'agents',
  'sub_agents',
  'handoffs',
  'actions',
  'capabilities',
  'conversation_starters',
  'knowledge',
];

const isAgent = (node: ConfigNode): boolean =>
  instructionKeys.some((key) => stringOf(at(node, key)) !== undefined) &&
  (partKeys.some((key) => at(node, key) !== undefined) || /agent/.test(stringOf(at(node, '$schema')) ?? ''));

/** A function that is described to a model, with the schema of its arguments. */
const isTool = (node: ConfigNode): boolean =>
  stringOf(at(node, 'description')) !== undefined &&
  ['inputSchema', 'input_schema', 'parameters', 'args_schema'].some((key) => at(node, key)?.kind === 'map');

const toolsIn = (root: ConfigNode): readonly ConfigNode[] => [
  ...itemsOf(root),
  ...itemsOf(at(root, 'tools')),
  ...itemsOf(at(root, 'functions')),
];

/** Agents and tools that are declared in files: of OpenAI's assistants, Microsoft 365, ADK, cagent, Dify and others of these forms. */
export const agentFormats: readonly PromptFormat[] = [
  structured({
    id: 'agent-definition',
    files: ['yaml', 'yml', 'json'],
    shows: /["']?(?:instructions?|system_?[Pp]rompt|systemPrompt|system_?[Mm]essage|pre_prompt)["']?[ \t]*:/,
    holds: (root) =>
      isAgent(root) ||
      [...entriesOf(root).map(({ value }) => value), ...itemsOf(at(root, 'agents'))].some(isAgent) ||
      entriesOf(at(root, 'agents')).some(({ value }) => isAgent(value)),
    places: instructionKeys.flatMap((key) =>
      [key, `*/${key}`, `agents/*/${key}`, `agents/[]/${key}`].map((place) => ({
        at: place,
        role: 'system' as const,
      })),
    ),
  }),
  structured({
    id: 'tool-definitions',
    files: ['json'],
    shows: /"(?:inputSchema|input_schema|parameters|args_schema)"\s*:\s*\{/,
    holds: (root) => toolsIn(root).some((tool) => isTool(tool) || isTool(at(tool, 'function') ?? tool)),
    places: ['[]', 'tools/[]', 'functions/[]'].flatMap((place) =>
      [`${place}/description`, `${place}/function/description`].map((one) => ({
        at: one,
        role: 'system' as const,
      })),
    ),
  }),
];
