import type { SdkModel } from '../model.js';

const classes = '{default,Anthropic,AnthropicBedrock,AnthropicVertex,AnthropicFoundry}';
const client = `${classes}()`;
const metadata = ['id', 'model', 'role', 'type', 'usage', 'stop_reason', 'stop_sequence'];
const prompt = [
  { argument: '0.messages', shape: 'messages' },
  { argument: '0.system', shape: 'messages', role: 'system' },
] as const;
const limit = { options: ['0.max_tokens'], required: true } as const;

export default {
  id: 'anthropic',
  language: 'javascript',
  packages: [
    '@anthropic-ai/sdk',
    '@anthropic-ai/sdk/*',
    '@anthropic-ai/bedrock-sdk',
    '@anthropic-ai/vertex-sdk',
    '@anthropic-ai/foundry-sdk',
  ],
  origin: 'npm @anthropic-ai/sdk 1.11.0 (resources/messages, resources/beta/messages)',
  llm: true,
  aliases: [{ path: `${client}.withOptions()`, as: 'Anthropic()' }],
  clients: [
    {
      path: '{default,Anthropic}',
      apiKey: { argument: '0.apiKey', option: 'apiKey', variable: 'ANTHROPIC_API_KEY' },
      baseUrl: '0.baseURL',
    },
    { path: '{AnthropicBedrock,AnthropicVertex}' },
    { path: 'AnthropicFoundry', apiKey: { argument: '0.apiKey', option: 'apiKey' } },
  ],
  calls: [
    {
      path: `${client}.**.messages.{create,parse}`,
      unresolved: { chain: 'messages.create', requires: ['0.model', '0.messages'] },
      prompt,
      metadata,
      tools: '0.tools',
      limit,
      timeout: ['1.timeout', '1.signal'],
      stream: '0.stream',
    },
    {
      path: `${client}.**.messages.stream`,
      prompt,
      metadata,
      tools: '0.tools',
      limit,
      timeout: ['1.timeout', '1.signal'],
      stream: 'always',
    },
    {
      path: `${client}.beta.messages.toolRunner`,
      prompt,
      metadata,
      tools: '0.tools',
      limit,
      timeout: ['1.timeout', '1.signal'],
      stream: '0.stream',
    },
    {
      path: `${client}.**.messages.batches.create`,
      prompt: [
        { argument: '0.requests[].params.messages', shape: 'messages' },
        { argument: '0.requests[].params.system', shape: 'messages', role: 'system' },
      ],
      silent: true,
    },
    {
      path: `${client}.completions.create`,
      prompt: [{ argument: '0.prompt', shape: 'text' }],
      metadata,
      limit: { options: ['0.max_tokens_to_sample'], required: true },
      timeout: ['1.timeout', '1.signal'],
      stream: '0.stream',
    },
  ],
  entries: [
    {
      match: { callback: `${client}.**.messages.stream().{on,once}` },
      parameters: [{ label: 'model-output', rest: true }],
    },
    {
      match: { callback: '{betaTool,betaZodTool}', property: 'run' },
      parameters: [{ label: 'tool-arg' }],
      tool: { sdk: 'anthropic' },
    },
  ],
  sinks: [
    {
      kind: 'model-choice',
      match: { path: `${client}.**.messages.{create,parse,stream}` },
      argument: '0.model',
      name: 'model',
    },
    { kind: 'model-choice', match: { path: classes }, argument: '0.baseURL', name: 'baseURL' },
  ],
  options: [
    {
      variant: 'TS-ANTHROPIC-BROWSER',
      ruleId: 'llm-key-in-browser',
      path: classes,
      option: { argument: '0.dangerouslyAllowBrowser', values: [true] },
      severity: 'error',
      what: 'The API key is shipped to every visitor of the page',
    },
  ],
} satisfies SdkModel;
