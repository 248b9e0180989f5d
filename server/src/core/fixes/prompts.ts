import type { Node } from '../languages/cursor.js';
import type { ModelCall } from '../surface/model-use.js';
import { type Call, select } from './call.js';
import { callModelsOf } from './call-models.js';
import type { Source } from './source.js';

/** Where prompts usually are, for calls that no model describes any more exactly. */
const usual = {
  python: [
    'messages',
    'input',
    'prompt',
    'contents',
    'content',
    'message',
    'user_prompt',
    'json.messages',
    'json',
    'data',
    '0',
  ],
  script: ['0.messages', '0.input', '0.prompt', '0.contents', '0.content', '1.body', '1.messages', '0'],
} as const;

/** The arguments of a model call that go to the model, system text included, each once and in the order of the code. */
export function promptArguments(source: Source, model: ModelCall, call: Call): readonly Node[] {
  const known = callModelsOf(model)
    .flatMap(({ prompt }) => prompt)
    .flatMap(({ argument }) => select(source, call, argument) ?? []);
  const found =
    known.length > 0 ? known : usual[source.family].flatMap((s) => select(source, call, s) ?? []).slice(0, 1);
  const spread = call.spreads.filter(({ map }) => map).map(({ operand }) => operand);
  const all = [...new Set(found.length > 0 ? found : spread)].sort((a, b) => a - b);
  // Rows of several calls of one name may be about one argument: what lies within says it more exactly.
  return all.filter((node) => !all.some((other) => [...source.ancestors(other)].includes(node)));
}
