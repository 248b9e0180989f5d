import type { SdkModel } from '../model.js';
import { chatCompletions, textCompletions } from '../openai-compatible.js';

const client = '{Fireworks,AsyncFireworks,client.Fireworks,client.AsyncFireworks}()';

export default {
  id: 'fireworks',
  language: 'python',
  packages: ['fireworks'],
  origin: 'docs.fireworks.ai (Python client; chat completions)',
  llm: true,
  clients: [
    {
      path: '{Fireworks,AsyncFireworks}',
      apiKey: { argument: 'api_key', option: 'api_key', variable: 'FIREWORKS_API_KEY' },
      baseUrl: 'base_url',
    },
  ],
  calls: [chatCompletions(client, 'python'), textCompletions(client, 'python')],
} satisfies SdkModel;
