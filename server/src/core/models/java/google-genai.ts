import type { CallModel, SdkModel } from '../model.js';

const metadata = ['usageMetadata', 'modelVersion', 'finishReason', 'responseId', 'getUsageMetadata'];

const generate = (path: string, stream?: 'always'): CallModel => ({
  path,
  prompt: [
    { argument: '1', shape: 'messages' },
    { argument: '2.systemInstruction', shape: 'messages', role: 'system' },
  ],
  metadata,
  tools: '2.tools',
  limit: { options: ['2.maxOutputTokens'] },
  timeout: ['2.httpOptions'],
  ...(stream && { stream }),
});

/** The Gen AI SDK, and Vertex AI's before it. */
export default {
  id: 'google-genai',
  language: 'java',
  packages: ['com.google.genai', 'com.google.cloud.vertexai'],
  origin: 'googleapis/java-genai 1.x (README.md), googleapis/google-cloud-java java-vertexai',
  llm: true,
  aliases: [
    { path: 'com.google.genai:Client.builder().build()', as: 'com.google.genai:Client()' },
    {
      path: 'com.google.genai:{Content.fromParts,Content.fromText,Part.fromText}()',
      as: { argument: '0' },
    },
    { path: 'com.google.genai:Content.builder().build()', as: { argument: 'this.parts' } },
    { path: 'com.google.cloud.vertexai:ContentMaker.fromString()', as: { argument: '0' } },
    {
      path: 'com.google.cloud.vertexai:GenerativeModel().{withSystemInstruction,withGenerationConfig,withTools}()',
      as: 'com.google.cloud.vertexai:GenerativeModel()',
    },
  ],
  builders: [{ path: '**.builder()' }, { path: '**.newBuilder()' }],
  clients: [
    {
      path: 'com.google.genai:Client.builder().build',
      apiKey: { argument: 'this.apiKey', option: 'apiKey', variable: 'GOOGLE_API_KEY' },
      timeout: ['this.httpOptions'],
    },
  ],
  calls: [
    generate('com.google.genai:Client().{models,async.models}.generateContent'),
    generate('com.google.genai:Client().{models,async.models}.generateContentStream', 'always'),
    {
      path: 'com.google.genai:Client().{chats,async.chats}.create().{sendMessage,sendMessageStream}',
      prompt: [
        { argument: '0', shape: 'messages' },
        { argument: '1.systemInstruction', shape: 'messages', role: 'system' },
      ],
      metadata,
    },
    {
      path: 'com.google.cloud.vertexai:{GenerativeModel,ChatSession}().{generateContent,generateContentStream,sendMessage,sendMessageStream}',
      prompt: [{ argument: '0', shape: 'messages' }],
      metadata,
    },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: 'com.google.cloud.vertexai:GenerativeModel().withSystemInstruction' },
      argument: '0',
      name: 'system instruction',
    },
  ],
} satisfies SdkModel;
