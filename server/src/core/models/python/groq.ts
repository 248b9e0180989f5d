import type { SdkModel } from '../model.js';
import { chatCompletions } from '../openai-compatible.js';

const client = '{Groq,AsyncGroq}()';

export default {
  id: 'groq',
  language: 'python',
  packages: ['groq'],
  origin: 'groq/groq-python 1.6.0 (src/groq/resources/chat)',
  llm: true,
  aliases: [{ path: `${client}.{with_options,copy}()`, as: 'Groq()' }],
  clients: [
    {
      path: '{Groq,AsyncGroq}',
      apiKey: { argument: 'api_key', option: 'api_key', variable: 'GROQ_API_KEY' },
      baseUrl: 'base_url',
    },
  ],
  calls: [chatCompletions(client, 'python', ['max_completion_tokens', 'max_tokens'])],
} satisfies SdkModel;
