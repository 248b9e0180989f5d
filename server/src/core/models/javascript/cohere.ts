import type { SdkModel } from '../model.js';

const v2 = '{CohereClientV2(),CohereClient().v2}';
const timeout = ['1.timeoutInSeconds', '1.abortSignal'];

export default {
  id: 'cohere',
  language: 'javascript',
  packages: ['cohere-ai'],
  origin: 'npm cohere-ai 8.1.0 (api/resources/v2/client)',
  llm: true,
  clients: [
    {
      path: '{CohereClient,CohereClientV2}',
      apiKey: { argument: '0.token', option: 'token', variable: 'CO_API_KEY' },
    },
  ],
  calls: [
    {
      path: `${v2}.chat`,
      prompt: [
        { argument: '0.messages', shape: 'messages' },
        { argument: '0.documents', shape: 'messages' },
      ],
      metadata: ['id', 'usage', 'finishReason'],
      tools: '0.tools',
      limit: { options: ['0.maxTokens'] },
      timeout,
    },
    {
      path: `${v2}.chatStream`,
      prompt: [
        { argument: '0.messages', shape: 'messages' },
        { argument: '0.documents', shape: 'messages' },
      ],
      tools: '0.tools',
      limit: { options: ['0.maxTokens'] },
      timeout,
      stream: 'always',
    },
    {
      path: 'CohereClient().{chat,chatStream}',
      prompt: [
        { argument: '0.message', shape: 'text' },
        { argument: '0.chatHistory', shape: 'messages' },
        { argument: '0.preamble', shape: 'text', role: 'system' },
      ],
      metadata: ['meta', 'generationId', 'finishReason'],
      tools: '0.tools',
      limit: { options: ['0.maxTokens'] },
      timeout,
    },
    {
      path: 'CohereClient().{generate,generateStream}',
      prompt: [{ argument: '0.prompt', shape: 'text' }],
      limit: { options: ['0.maxTokens'] },
      timeout,
    },
  ],
  options: [
    {
      variant: 'TS-COHERE-SAFETY',
      ruleId: 'provider-safety-disabled',
      path: `${v2}.{chat,chatStream}`,
      option: { argument: '0.safetyMode', values: ['OFF', 'NONE'] },
      severity: 'warning',
      remedy: { kind: 'delete' },
      what: "The provider's safety mode is switched off",
    },
  ],
} satisfies SdkModel;
