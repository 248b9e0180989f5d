import type { SdkModel } from '../model.js';

const client = '@huggingface/inference:{InferenceClient,HfInference}()';

export default {
  id: 'huggingface',
  language: 'javascript',
  packages: [
    '@huggingface/inference',
    '@huggingface/transformers',
    '@xenova/transformers',
    'replicate',
    '@openrouter/sdk',
  ],
  origin:
    'huggingface.co/docs/huggingface.js and /docs/transformers.js; replicate.com/docs; openrouter.ai/docs',
  llm: true,
  clients: [
    {
      path: '@huggingface/inference:{InferenceClient,HfInference}',
      apiKey: { argument: '0', option: 'accessToken', variable: 'HF_TOKEN' },
    },
    {
      path: 'replicate:default',
      apiKey: { argument: '0.auth', option: 'auth', variable: 'REPLICATE_API_TOKEN' },
    },
    {
      path: '@openrouter/sdk:OpenRouter',
      apiKey: { argument: '0.apiKey', option: 'apiKey', variable: 'OPENROUTER_API_KEY' },
    },
  ],
  calls: [
    {
      path: `${client}.chatCompletion`,
      prompt: [{ argument: '0.messages', shape: 'messages' }],
      metadata: ['id', 'model', 'usage'],
      tools: '0.tools',
      limit: { options: ['0.max_tokens'] },
      timeout: ['1.signal'],
    },
    {
      path: `${client}.chatCompletionStream`,
      prompt: [{ argument: '0.messages', shape: 'messages' }],
      tools: '0.tools',
      limit: { options: ['0.max_tokens'] },
      timeout: ['1.signal'],
      stream: 'always',
    },
    {
      path: `${client}.{textGeneration,textGenerationStream}`,
      prompt: [{ argument: '0.inputs', shape: 'text' }],
      limit: { options: ['0.parameters.max_new_tokens'] },
    },
    {
      path: '{@huggingface/transformers,@xenova/transformers}:pipeline()',
      prompt: [{ argument: '0', shape: 'messages' }],
      limit: { options: ['1.max_new_tokens'] },
    },
    {
      path: 'replicate:default().{run,stream}',
      prompt: [
        { argument: '1.input.prompt', shape: 'text' },
        { argument: '1.input.system_prompt', shape: 'text', role: 'system' },
      ],
      limit: { options: ['1.input.max_tokens', '1.input.max_new_tokens'] },
    },
    {
      path: '@openrouter/sdk:OpenRouter().chat.send',
      prompt: [{ argument: '0.messages', shape: 'messages' }],
      metadata: ['id', 'model', 'usage'],
      tools: '0.tools',
      limit: { options: ['0.maxTokens'] },
      stream: '0.stream',
    },
  ],
} satisfies SdkModel;
