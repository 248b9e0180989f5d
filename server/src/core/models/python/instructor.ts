import type { SdkModel } from '../model.js';

const client =
  '{from_openai,from_anthropic,from_genai,from_gemini,from_mistral,from_cohere,from_groq,from_litellm,from_provider,from_bedrock,patch,apatch}()';
const metadata = ['_raw_response'];

export default {
  id: 'instructor',
  language: 'python',
  packages: ['instructor'],
  origin: '567-labs/instructor 1.8.3 (instructor/client.py)',
  llm: true,
  typed: [
    { path: `${client}.{chat.completions.,messages.,}{create,create_partial}`, schema: 'response_model' },
    {
      path: `${client}.{chat.completions.,messages.,}create_with_completion`,
      schema: 'response_model',
      at: ['0'],
    },
    {
      path: `${client}.{chat.completions.,messages.,}create_iterable`,
      schema: 'response_model',
      at: ['[]'],
    },
  ],
  calls: [
    {
      path: `${client}.{chat.completions.,messages.,}{create,create_partial,create_iterable,create_with_completion}`,
      prompt: [
        { argument: 'messages', shape: 'messages' },
        { argument: 'system', shape: 'messages', role: 'system' },
      ],
      metadata,
      limit: { options: ['max_tokens', 'max_completion_tokens'] },
      timeout: ['timeout'],
      // The answer is parsed into a declared class.
      guards: [{ argument: 'response_model', kind: 'validation', side: 'output' }],
    },
  ],
} satisfies SdkModel;
