import type { SdkModel } from '../model.js';

const ai = '{genkit:genkit(),genkit/beta:genkit()}';
const prompt = [
  { argument: '0', shape: 'messages' },
  { argument: '0.system', shape: 'messages', role: 'system' },
  { argument: '0.docs', shape: 'messages' },
] as const;

export default {
  id: 'genkit',
  language: 'javascript',
  packages: ['genkit', 'genkit/*', '@genkit-ai/*'],
  origin: 'npm genkit 1.42.0 (lib/genkit.d.ts); genkit.dev/docs',
  llm: true,
  calls: [
    {
      path: `${ai}.generate`,
      prompt,
      metadata: ['usage', 'finishReason', 'request'],
      tools: '0.tools',
      limit: { options: ['0.config.maxOutputTokens'] },
      timeout: ['0.abortSignal'],
    },
    {
      path: `${ai}.generateStream`,
      prompt,
      metadata: ['usage'],
      tools: '0.tools',
      limit: { options: ['0.config.maxOutputTokens'] },
      timeout: ['0.abortSignal'],
      stream: 'always',
    },
    { path: `${ai}.{prompt,definePrompt}()`, prompt: [{ argument: '0', shape: 'values' }] },
    {
      path: `${ai}.prompt().stream`,
      prompt: [{ argument: '0', shape: 'values' }],
      stream: 'always',
    },
    { path: `${ai}.chat().{send,sendStream}`, prompt: [{ argument: '0', shape: 'messages' }] },
  ],
  templates: [{ path: `${ai}.prompt`, template: { argument: '0', shape: 'text' }, file: 'name' }],
  entries: [
    {
      match: { callback: `${ai}.{defineTool,dynamicTool}` },
      parameters: [{ label: 'tool-arg' }, { none: true, rest: true }],
      tool: { sdk: 'genkit' },
    },
    {
      match: { callback: `${ai}.defineFlow` },
      parameters: [{ label: 'request' }, { none: true, rest: true }],
      route: true,
    },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: `${ai}.{chat,definePrompt}` },
      argument: '0.system',
      name: 'system',
    },
  ],
} satisfies SdkModel;
