import type { SdkModel } from '../model.js';
import { chatCompletions, textCompletions } from '../openai-compatible.js';

const groq = '{groq-sdk:default,groq-sdk:Groq}()';
const together = '{together-ai:default,together-ai:Together}()';
const cerebras = '@cerebras/cerebras_cloud_sdk:default()';
const portkey = '{portkey-ai:default,portkey-ai:Portkey}()';
const clients = (path: string, variable: string) => ({
  path,
  apiKey: { argument: '0.apiKey', option: 'apiKey', variable },
  baseUrl: '0.baseURL',
});

/** SDKs with OpenAI's calls under another name. */
export default {
  id: 'openai-compatible',
  language: 'javascript',
  packages: ['groq-sdk', 'together-ai', '@cerebras/cerebras_cloud_sdk', 'portkey-ai'],
  origin:
    'npm groq-sdk 1.6.0; docs.together.ai, inference-docs.cerebras.ai and docs.portkey.ai for the others',
  llm: true,
  clients: [
    clients('{groq-sdk:default,groq-sdk:Groq}', 'GROQ_API_KEY'),
    clients('{together-ai:default,together-ai:Together}', 'TOGETHER_API_KEY'),
    clients('@cerebras/cerebras_cloud_sdk:default', 'CEREBRAS_API_KEY'),
    clients('{portkey-ai:default,portkey-ai:Portkey}', 'PORTKEY_API_KEY'),
  ],
  calls: [
    chatCompletions(groq, 'javascript', ['max_completion_tokens', 'max_tokens']),
    chatCompletions(together, 'javascript'),
    chatCompletions(cerebras, 'javascript', ['max_completion_tokens', 'max_tokens']),
    chatCompletions(portkey, 'javascript'),
    textCompletions(together, 'javascript'),
  ],
} satisfies SdkModel;
