import { at, itemsOf } from '../../config/path.js';
import type { PromptFormat } from '../format.js';
import { type PromptPlace, structured } from '../structured.js';
import { formatString } from '../templates/braces.js';
import { mentionsOf } from '../templates/expression.js';
import { type Dialect, insertionsOf } from '../templates/insertion.js';
import { dify } from '../templates/patterns.js';
import { tagsIn } from '../templates/tags.js';

/** n8n: texts that start with `=` hold JavaScript between braces; the value is what is read last (`$json.body.question`). */
const n8n: Dialect = {
  id: 'n8n',
  insertions: (text, span) =>
    text[span.start] !== '='
      ? []
      : tagsIn(text, span).flatMap(({ kind, inner, range }) => {
          const last = /([A-Za-z_]\w{0,100})\W{0,20}$/.exec(inner)?.[1] ?? mentionsOf(inner).names[0];
          return kind === 'output' && last !== undefined ? insertionsOf([last], range, last, true) : [];
        }),
};

const places = (prefix: string, system: string, user: string, assistant = ''): readonly PromptPlace[] =>
  (
    [
      ['system', system],
      ['user', user],
      ['assistant', assistant],
    ] as const
  ).flatMap(([role, keys]) =>
    keys
      .split(' ')
      .filter((key) => key !== '')
      .map((key) => ({ at: `${prefix}/${key}`, role })),
  );

/** Exports of visual builders of workflows, and of prompt stores. */
export const workflowFormats: readonly PromptFormat[] = [
  structured({
    id: 'flowise',
    files: ['json'],
    shows: /"(?:systemMessagePrompt|humanMessagePrompt|baseClasses|inputAnchors)"/,
    holds: (root) => itemsOf(at(root, 'nodes')).some((node) => at(node, 'data', 'inputs') !== undefined),
    places: places(
      'nodes/[]/data/inputs',
      'systemMessagePrompt systemMessage systemPrompt systemPromptTemplate agentPrompt supervisorPrompt workerPrompt instruction instructions prefix',
      'humanMessagePrompt template prompt rephrasePrompt responsePrompt suffix userPrompt',
    ),
    chat: true,
    except: /^\{\{\w+\.data\.instance\}\}$/,
    dialect: formatString,
  }),
  structured({
    id: 'langflow',
    files: ['json'],
    shows: /"(?:system_message|system_prompt|display_name)"/,
    holds: (root) =>
      itemsOf(at(root, 'data', 'nodes')).some((node) => at(node, 'data', 'node', 'template') !== undefined),
    places: places(
      'data/nodes/[]/data/node/template',
      'system_message/value system_prompt/value agent_description/value',
      'template/value input_value/value',
    ),
    dialect: formatString,
  }),
  structured({
    id: 'n8n',
    files: ['json'],
    shows: /n8n-nodes-(?:langchain|base)/,
    holds: (root) => itemsOf(at(root, 'nodes')).some((node) => at(node, 'parameters') !== undefined),
    places: [
      ...places(
        'nodes/[]/parameters',
        'systemMessage options/systemMessage options/systemPromptTemplate options/instructions instructions',
        'text prompt promptText',
      ),
      { at: 'nodes/[]/parameters/messages/messageValues/[]/message', role: 'system' },
      { at: 'nodes/[]/parameters/messages/values/[]/content', role: 'user' },
      { at: 'nodes/[]/parameters/responses/values/[]/content', role: 'user' },
      { at: 'nodes/[]/parameters/toolDescription', role: 'system' },
    ],
    chat: true,
    dialect: n8n,
  }),
  structured({
    id: 'dify',
    files: ['yaml', 'yml', 'json'],
    shows: /\b(?:prompt_template|pre_prompt)\b/,
    holds: (root) => at(root, 'workflow') !== undefined || at(root, 'model_config') !== undefined,
    places: [
      { at: 'model_config/pre_prompt', role: 'system' },
      { at: 'workflow/graph/nodes/[]/data/instruction', role: 'system' },
    ],
    chat: true,
    dialect: dify,
  }),
  structured({
    id: 'langfuse',
    files: ['json'],
    shows: /"prompt"\s*:\s*(?:\[|")/,
    holds: (root) =>
      at(root, 'name') !== undefined &&
      (at(root, 'type') ?? at(root, 'labels') ?? at(root, 'config') ?? at(root, 'version')) !== undefined,
    places: [{ at: 'prompt', role: 'user' }],
    chat: true,
  }),
];
