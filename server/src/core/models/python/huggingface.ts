import type { SdkModel } from '../model.js';
import { chatCompletions } from '../openai-compatible.js';

const client = 'huggingface_hub:{InferenceClient,AsyncInferenceClient}()';

export default {
  id: 'huggingface',
  language: 'python',
  packages: ['transformers', 'huggingface_hub', 'sentence_transformers', 'datasets'],
  origin: 'huggingface.co/docs: huggingface_hub InferenceClient, transformers pipelines and chat templating',
  llm: true,
  clients: [
    {
      path: 'huggingface_hub:{InferenceClient,AsyncInferenceClient}',
      apiKey: { argument: 'api_key|token', option: 'token', variable: 'HF_TOKEN' },
      baseUrl: 'base_url',
    },
    { path: 'huggingface_hub:login', apiKey: { argument: '0|token', option: 'token', variable: 'HF_TOKEN' } },
  ],
  calls: [
    chatCompletions(client, 'python'),
    {
      path: `${client}.chat_completion`,
      prompt: [{ argument: 'messages|0', shape: 'messages' }],
      metadata: ['id', 'model', 'usage'],
      tools: 'tools',
      limit: { options: ['max_tokens'] },
      stream: 'stream',
    },
    {
      path: `${client}.text_generation`,
      prompt: [{ argument: 'prompt|0', shape: 'text' }],
      limit: { options: ['max_new_tokens'] },
      stream: 'stream',
    },
    {
      // What a pipeline makes of images, audio or labels is no prompt; its text tasks are.
      path: 'transformers:{pipeline,pipelines.pipeline,TextGenerationPipeline}()',
      prompt: [{ argument: '0|text_inputs', shape: 'messages' }],
      limit: { options: ['max_new_tokens', 'max_length'] },
    },
    {
      path: 'transformers:**.from_pretrained().generate',
      prompt: [{ argument: '0|input_ids|inputs|**', shape: 'text' }],
      limit: { options: ['max_new_tokens', 'max_length', 'generation_config'] },
      timeout: ['max_time'],
    },
  ],
  transfers: [
    {
      path: 'transformers:**.from_pretrained().{apply_chat_template,decode,batch_decode,encode,tokenize}',
      passes: 'arguments',
    },
    { path: 'transformers:**.from_pretrained()', passes: ['0', 'text'] },
  ],
  options: [
    {
      variant: 'PY-HF-REMOTE-CODE',
      ruleId: 'model-trust-remote-code',
      path: '{transformers,datasets,sentence_transformers}:**',
      option: { argument: 'trust_remote_code', values: [true] },
      severity: 'warning',
      remedy: { kind: 'delete' },
      what: 'Code that comes with the downloaded model runs on this machine',
    },
  ],
} satisfies SdkModel;
