import type { SdkModel } from '../model.js';

const metadata = ['id', 'created', 'model', 'object', 'usage'];
const limit = { options: ['max_tokens', 'max_completion_tokens'] } as const;

export default {
  id: 'litellm',
  language: 'python',
  packages: ['litellm'],
  origin: 'docs.litellm.ai/docs/completion/input, /docs/routing, /docs/response_api',
  llm: true,
  clients: [{ path: 'Router' }],
  calls: [
    {
      path: '{completion,acompletion,batch_completion,completion_with_retries,Router().completion,Router().acompletion}',
      prompt: [{ argument: 'messages|1', shape: 'messages' }],
      metadata,
      tools: 'tools|functions',
      limit,
      timeout: ['timeout', 'request_timeout'],
      stream: 'stream',
    },
    {
      path: '{text_completion,atext_completion,Router().text_completion,Router().atext_completion}',
      prompt: [{ argument: 'prompt|0', shape: 'text' }],
      metadata,
      limit: { options: ['max_tokens'] },
      timeout: ['timeout'],
      stream: 'stream',
    },
    {
      path: '{responses,aresponses,Router().aresponses}',
      prompt: [
        { argument: 'input|0', shape: 'messages' },
        { argument: 'instructions', shape: 'text', role: 'system' },
      ],
      metadata,
      tools: 'tools',
      limit: { options: ['max_output_tokens'] },
      timeout: ['timeout'],
      stream: 'stream',
    },
  ],
  sinks: [
    {
      kind: 'model-choice',
      match: { path: '{completion,acompletion,text_completion,responses,aresponses}' },
      argument: 'api_base|base_url',
      name: 'base_url',
    },
    {
      kind: 'model-choice',
      match: { path: '{completion,acompletion,text_completion,responses,aresponses}' },
      argument: 'model|0',
      name: 'model',
    },
  ],
  guards: [
    {
      path: '{moderation,amoderation}',
      kind: 'moderation',
      clears: [],
      effect: 'checked',
      argument: 'input',
    },
  ],
} satisfies SdkModel;
