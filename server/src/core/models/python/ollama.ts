import type { SdkModel } from '../model.js';

const metadata = ['model', 'created_at', 'done', 'done_reason', 'total_duration', 'eval_count'];

export default {
  id: 'ollama',
  language: 'python',
  packages: ['ollama'],
  origin: 'ollama/ollama-python 0.6.2 (ollama/_client.py)',
  llm: true,
  clients: [{ path: '{Client,AsyncClient}' }],
  calls: [
    {
      path: '{Client(),AsyncClient()}.chat',
      prompt: [{ argument: 'messages|1', shape: 'messages' }],
      metadata,
      tools: 'tools',
      limit: { options: ['options.num_predict'] },
      stream: 'stream',
    },
    {
      path: 'chat',
      prompt: [{ argument: 'messages|1', shape: 'messages' }],
      metadata,
      tools: 'tools',
      limit: { options: ['options.num_predict'] },
      stream: 'stream',
    },
    {
      path: '{generate,Client().generate,AsyncClient().generate}',
      prompt: [
        { argument: 'prompt|1', shape: 'text' },
        { argument: 'system', shape: 'text', role: 'system' },
      ],
      metadata,
      limit: { options: ['options.num_predict'] },
      stream: 'stream',
    },
  ],
  messages: [{ path: 'Message', role: 'user', roleArgument: 'role', content: 'content' }],
} satisfies SdkModel;
