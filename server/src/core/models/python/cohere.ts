import type { SdkModel } from '../model.js';

const v2 = '{ClientV2(),AsyncClientV2(),Client().v2,AsyncClient().v2,BedrockClientV2(),SagemakerClientV2()}';
const v1 = '{Client,AsyncClient,BedrockClient,SagemakerClient}()';
const timeout = ['request_options.timeout_in_seconds'];

export default {
  id: 'cohere',
  language: 'python',
  packages: ['cohere'],
  origin: 'cohere-ai/cohere-python 7.0.9 (src/cohere/v2/client.py, src/cohere/base_client.py)',
  llm: true,
  clients: [
    {
      path: '{Client,AsyncClient,ClientV2,AsyncClientV2}',
      apiKey: { argument: '0|api_key', option: 'api_key', variable: 'CO_API_KEY' },
      baseUrl: 'base_url',
    },
  ],
  calls: [
    {
      path: `${v2}.chat`,
      prompt: [
        { argument: 'messages', shape: 'messages' },
        { argument: 'documents', shape: 'messages' },
      ],
      metadata: ['id', 'usage', 'finish_reason'],
      tools: 'tools',
      limit: { options: ['max_tokens'] },
      timeout,
    },
    {
      path: `${v2}.chat_stream`,
      prompt: [
        { argument: 'messages', shape: 'messages' },
        { argument: 'documents', shape: 'messages' },
      ],
      tools: 'tools',
      limit: { options: ['max_tokens'] },
      timeout,
      stream: 'always',
    },
    {
      path: `${v1}.{chat,chat_stream}`,
      prompt: [
        { argument: 'message', shape: 'text' },
        { argument: 'chat_history', shape: 'messages' },
        { argument: 'documents', shape: 'messages' },
        { argument: 'preamble', shape: 'text', role: 'system' },
      ],
      metadata: ['meta', 'generation_id', 'finish_reason'],
      tools: 'tools',
      limit: { options: ['max_tokens'] },
      timeout,
    },
    {
      path: `${v1}.{generate,generate_stream,summarize}`,
      prompt: [{ argument: 'prompt|text', shape: 'text' }],
      metadata: ['meta', 'id'],
      limit: { options: ['max_tokens'] },
      timeout,
    },
  ],
  options: [
    {
      variant: 'PY-COHERE-SAFETY',
      ruleId: 'provider-safety-disabled',
      path: `${v2}.{chat,chat_stream}`,
      option: { argument: 'safety_mode', values: ['OFF', 'NONE'] },
      severity: 'warning',
      remedy: { kind: 'delete' },
      what: "The provider's safety mode is switched off",
    },
  ],
} satisfies SdkModel;
