import type { SdkModel } from '../model.js';
import { chatCompletions, textCompletions } from '../openai-compatible.js';

const client = 'cloud.sdk.{Cerebras,AsyncCerebras}()';

export default {
  id: 'cerebras',
  language: 'python',
  packages: ['cerebras'],
  origin: 'inference-docs.cerebras.ai (Python SDK quickstart)',
  llm: true,
  clients: [
    {
      path: 'cloud.sdk.{Cerebras,AsyncCerebras}',
      apiKey: { argument: 'api_key', option: 'api_key', variable: 'CEREBRAS_API_KEY' },
    },
  ],
  calls: [
    chatCompletions(client, 'python', ['max_completion_tokens', 'max_tokens']),
    textCompletions(client, 'python'),
  ],
} satisfies SdkModel;
