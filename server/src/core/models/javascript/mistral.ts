import type { SdkModel } from '../model.js';

const client = '{Mistral,MistralAzure,MistralGoogleCloud,default}()';
const common = {
  metadata: ['id', 'created', 'model', 'object', 'usage'],
  tools: '0.tools',
  limit: { options: ['0.maxTokens'] },
  timeout: ['1.timeoutMs', '1.fetchOptions.signal'],
} as const;

export default {
  id: 'mistral',
  language: 'javascript',
  packages: ['@mistralai/mistralai', '@mistralai/mistralai-azure', '@mistralai/mistralai-gcp'],
  origin: 'npm @mistralai/mistralai 2.7.0 (sdk/chat.d.ts, sdk/agents.d.ts)',
  llm: true,
  clients: [
    {
      path: '{Mistral,default}',
      apiKey: { argument: '0.apiKey', option: 'apiKey', variable: 'MISTRAL_API_KEY' },
      baseUrl: '0.serverURL',
    },
  ],
  calls: [
    {
      ...common,
      path: `${client}.{chat,agents}.{complete,parse}`,
      prompt: [{ argument: '0.messages', shape: 'messages' }],
    },
    {
      ...common,
      path: `${client}.{chat,agents}.{stream,parseStream}`,
      prompt: [{ argument: '0.messages', shape: 'messages' }],
      stream: 'always',
    },
    { ...common, path: `${client}.fim.{complete,stream}`, prompt: [{ argument: '0.prompt', shape: 'text' }] },
    {
      path: `${client}.beta.conversations.{start,append,startStream,appendStream}`,
      prompt: [
        { argument: '0.inputs', shape: 'messages' },
        { argument: '0.instructions', shape: 'text', role: 'system' },
      ],
      tools: '0.tools',
    },
  ],
  guards: [
    {
      path: `${client}.classifiers.{moderate,moderateChat}`,
      kind: 'moderation',
      clears: [],
      effect: 'checked',
      argument: '0.inputs',
    },
  ],
} satisfies SdkModel;
