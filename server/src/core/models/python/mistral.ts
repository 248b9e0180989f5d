import type { SdkModel } from '../model.js';

// 1.x: `from mistralai import Mistral`; 2.x moved it to `mistralai.client`.
const client = '{Mistral,MistralAzure,MistralGoogleCloud,MistralGCP}()';
const metadata = ['id', 'created', 'model', 'object', 'usage'];
const common = {
  metadata,
  tools: 'tools',
  limit: { options: ['max_tokens'] },
  timeout: ['timeout_ms'],
} as const;

export default {
  id: 'mistral',
  language: 'python',
  packages: ['mistralai'],
  origin: 'mistralai/client-python v2.5.1 (src/mistralai/client); 0.x MistralClient from its migration guide',
  llm: true,
  clients: [
    {
      path: '{Mistral,MistralClient,MistralAsyncClient}',
      apiKey: { argument: 'api_key', option: 'api_key', variable: 'MISTRAL_API_KEY' },
      baseUrl: 'server_url',
    },
  ],
  calls: [
    {
      ...common,
      path: `${client}.{chat,agents}.{complete,complete_async,parse,parse_async}`,
      prompt: [{ argument: 'messages', shape: 'messages' }],
    },
    {
      ...common,
      path: `${client}.{chat,agents}.{stream,stream_async,parse_stream,parse_stream_async}`,
      prompt: [{ argument: 'messages', shape: 'messages' }],
      stream: 'always',
    },
    {
      ...common,
      path: `${client}.fim.{complete,complete_async,stream,stream_async}`,
      prompt: [{ argument: 'prompt', shape: 'text' }],
    },
    {
      path: `${client}.beta.conversations.{start,start_async,append,append_async,start_stream,append_stream}`,
      prompt: [
        { argument: 'inputs', shape: 'messages' },
        { argument: 'instructions', shape: 'text', role: 'system' },
      ],
      metadata,
      tools: 'tools',
      limit: { options: ['completion_args.max_tokens'] },
      timeout: ['timeout_ms'],
    },
    {
      path: '{MistralClient,MistralAsyncClient}().{chat,chat_stream}',
      prompt: [{ argument: 'messages', shape: 'messages' }],
      metadata,
      tools: 'tools',
      limit: { options: ['max_tokens'] },
    },
  ],
  messages: [
    { path: '{SystemMessage,models.SystemMessage}', role: 'system', content: 'content' },
    {
      path: '{UserMessage,models.UserMessage,models.chat_completion.ChatMessage}',
      role: 'user',
      content: 'content',
    },
    { path: '{AssistantMessage,models.AssistantMessage}', role: 'assistant', content: 'content' },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: `${client}.beta.agents.{create,update}` },
      argument: 'instructions',
      name: 'agent instructions',
    },
  ],
  guards: [
    {
      path: `${client}.classifiers.{moderate,moderate_chat,moderate_async}`,
      kind: 'moderation',
      clears: [],
      effect: 'checked',
      argument: 'inputs',
    },
  ],
} satisfies SdkModel;
