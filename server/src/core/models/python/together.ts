import type { SdkModel } from '../model.js';
import { chatCompletions, textCompletions } from '../openai-compatible.js';

const client = '{Together,AsyncTogether}()';

export default {
  id: 'together',
  language: 'python',
  packages: ['together'],
  origin: 'docs.together.ai (chat completions, completions; Python and TypeScript samples)',
  llm: true,
  clients: [
    {
      path: '{Together,AsyncTogether}',
      apiKey: { argument: 'api_key', option: 'api_key', variable: 'TOGETHER_API_KEY' },
      baseUrl: 'base_url',
    },
  ],
  calls: [chatCompletions(client, 'python'), textCompletions(client, 'python')],
} satisfies SdkModel;
