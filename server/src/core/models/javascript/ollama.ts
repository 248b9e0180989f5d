import type { SdkModel } from '../model.js';

const client = '{default,Ollama()}';
const metadata = ['model', 'created_at', 'done', 'done_reason', 'total_duration', 'eval_count'];

export default {
  id: 'ollama',
  language: 'javascript',
  packages: ['ollama', 'ollama/browser'],
  origin: 'npm ollama 0.6 (src/browser.ts)',
  llm: true,
  clients: [{ path: 'Ollama' }],
  calls: [
    {
      path: `${client}.chat`,
      prompt: [{ argument: '0.messages', shape: 'messages' }],
      metadata,
      tools: '0.tools',
      limit: { options: ['0.options.num_predict'] },
      stream: '0.stream',
    },
    {
      path: `${client}.generate`,
      prompt: [
        { argument: '0.prompt', shape: 'text' },
        { argument: '0.system', shape: 'text', role: 'system' },
      ],
      metadata,
      limit: { options: ['0.options.num_predict'] },
      stream: '0.stream',
    },
  ],
} satisfies SdkModel;
