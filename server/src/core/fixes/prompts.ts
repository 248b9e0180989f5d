import type { Node } from '../languages/cursor.js';
import { models } from '../models/index.js';
import type { ModelCall } from '../surface/model-use.js';
import { type Call, select } from './call.js';
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
  const known = selectorsFor(model).flatMap((selector) => select(source, call, selector) ?? []);
  const found =
    known.length > 0 ? known : usual[source.family].flatMap((s) => select(source, call, s) ?? []).slice(0, 1);
  const spread = call.spreads.filter(({ map }) => map).map(({ operand }) => operand);
  return [...new Set(found.length > 0 ? found : spread)].sort((a, b) => a - b);
}

function selectorsFor({ sdk, name, language }: ModelCall): readonly string[] {
  const method = name.slice(name.lastIndexOf('.') + 1).replace(/\(\)$/, '');
  const family = language === 'python' ? 'python' : 'javascript';
  return models
    .filter((model) => model.id === sdk && model.language === family)
    .flatMap((model) => model.calls ?? [])
    .filter(({ path }) => new RegExp(`(?:^|[.:{,])${method}[},]?[^.]*$`).test(path))
    .flatMap(({ prompt }) => prompt.map(({ argument }) => argument));
}
