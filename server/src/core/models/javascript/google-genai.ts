import type { SdkModel } from '../model.js';

const client = '@google/genai:GoogleGenAI()';
const metadata = ['usageMetadata', 'modelVersion', 'responseId', 'createTime'];
const legacy =
  '{@google/generative-ai:GoogleGenerativeAI(),@google-cloud/vertexai:VertexAI(),@google-cloud/vertexai:VertexAI().preview}';
const prompt = [
  { argument: '0.contents', shape: 'messages' },
  { argument: '0.config.systemInstruction', shape: 'messages', role: 'system' },
] as const;

export default {
  id: 'google-genai',
  language: 'javascript',
  packages: ['@google/genai', '@google/genai/*', '@google/generative-ai', '@google-cloud/vertexai'],
  origin:
    'npm @google/genai 3.1.0 (dist/genai.d.ts); @google/generative-ai 0.24 and @google-cloud/vertexai documentation',
  llm: true,
  clients: [
    {
      path: '@google/genai:GoogleGenAI',
      apiKey: { argument: '0.apiKey', option: 'apiKey', variable: 'GEMINI_API_KEY' },
    },
    { path: '@google/generative-ai:GoogleGenerativeAI', apiKey: { argument: '0', option: 'apiKey' } },
    { path: '@google-cloud/vertexai:VertexAI' },
  ],
  calls: [
    {
      path: `${client}.models.generateContent`,
      unresolved: { chain: 'models.generateContent', requires: ['0.model', '0.contents'] },
      prompt,
      metadata,
      tools: '0.config.tools',
      limit: { options: ['0.config.maxOutputTokens'] },
      timeout: ['0.config.httpOptions.timeout', '0.config.abortSignal'],
    },
    {
      path: `${client}.models.generateContentStream`,
      prompt,
      metadata,
      tools: '0.config.tools',
      limit: { options: ['0.config.maxOutputTokens'] },
      timeout: ['0.config.httpOptions.timeout', '0.config.abortSignal'],
      stream: 'always',
    },
    {
      path: `${client}.chats.create().{sendMessage,sendMessageStream}`,
      prompt: [{ argument: '0.message', shape: 'messages' }],
      metadata,
      timeout: ['0.config.abortSignal'],
    },
    {
      path: `${client}.interactions.create`,
      prompt: [
        { argument: '0.input', shape: 'messages' },
        { argument: '0.system_instruction|0.systemInstruction', shape: 'text', role: 'system' },
      ],
      metadata,
      tools: '0.tools',
      stream: '0.stream',
    },
    {
      path: `${legacy}.getGenerativeModel().{generateContent,generateContentStream}`,
      prompt: [
        { argument: '0', shape: 'messages' },
        { argument: '0.systemInstruction', shape: 'messages', role: 'system' },
      ],
      metadata,
      timeout: ['1.timeout'],
    },
    {
      path: `${legacy}.getGenerativeModel().startChat().{sendMessage,sendMessageStream}`,
      prompt: [{ argument: '0', shape: 'messages' }],
      metadata,
      timeout: ['1.timeout'],
    },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: `${client}.chats.create` },
      argument: '0.config.systemInstruction',
      name: 'systemInstruction',
    },
    {
      kind: 'prompt-system',
      match: { path: `${legacy}.getGenerativeModel` },
      argument: '0.systemInstruction',
      name: 'systemInstruction',
    },
    {
      kind: 'model-choice',
      match: { path: `${client}.models.{generateContent,generateContentStream}` },
      argument: '0.model',
      name: 'model',
    },
  ],
} satisfies SdkModel;
