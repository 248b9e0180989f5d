import type { SdkModel } from '../model.js';

const classes =
  '{Anthropic,AsyncAnthropic,AnthropicBedrock,AsyncAnthropicBedrock,AnthropicVertex,AsyncAnthropicVertex,AnthropicFoundry,AsyncAnthropicFoundry}';
const client = `${classes}()`;
const metadata = ['id', 'model', 'role', 'type', 'usage', 'stop_reason', 'stop_sequence'];

export default {
  id: 'anthropic',
  language: 'python',
  packages: ['anthropic'],
  origin: 'anthropics/anthropic-sdk-python v0.121.0, wheel 1.13.0 (src/anthropic/resources/messages)',
  llm: true,
  aliases: [{ path: `${client}.{with_options,copy,with_middleware}()`, as: 'Anthropic()' }],
  clients: [
    {
      path: '{Anthropic,AsyncAnthropic}',
      apiKey: { argument: 'api_key', option: 'api_key', variable: 'ANTHROPIC_API_KEY' },
      baseUrl: 'base_url',
    },
    { path: '{AnthropicFoundry,AsyncAnthropicFoundry}', apiKey: { argument: 'api_key', option: 'api_key' } },
    { path: '{AnthropicBedrock,AsyncAnthropicBedrock,AnthropicVertex,AsyncAnthropicVertex}' },
  ],
  calls: [
    {
      path: `${client}.**.messages.**.{create,parse}`,
      unresolved: { chain: 'messages.create', requires: ['model', 'messages'] },
      prompt: [
        { argument: 'messages', shape: 'messages' },
        { argument: 'system', shape: 'messages', role: 'system' },
      ],
      metadata,
      tools: 'tools',
      limit: { options: ['max_tokens'], required: true },
      timeout: ['timeout'],
      stream: 'stream',
    },
    {
      path: `${client}.**.messages.**.stream`,
      prompt: [
        { argument: 'messages', shape: 'messages' },
        { argument: 'system', shape: 'messages', role: 'system' },
      ],
      metadata,
      tools: 'tools',
      limit: { options: ['max_tokens'], required: true },
      timeout: ['timeout'],
      stream: 'always',
    },
    {
      path: `${client}.beta.messages.tool_runner`,
      prompt: [
        { argument: 'messages', shape: 'messages' },
        { argument: 'system', shape: 'messages', role: 'system' },
      ],
      metadata,
      tools: 'tools',
      limit: { options: ['max_tokens'], required: true },
      timeout: ['timeout'],
      stream: 'stream',
    },
    {
      path: `${client}.**.messages.batches.create`,
      prompt: [
        { argument: 'requests[].params.messages', shape: 'messages' },
        { argument: 'requests[].params.system', shape: 'messages', role: 'system' },
      ],
      silent: true,
    },
    {
      path: `${client}.completions.create`,
      prompt: [{ argument: 'prompt', shape: 'text' }],
      metadata,
      limit: { options: ['max_tokens_to_sample'], required: true },
      timeout: ['timeout'],
      stream: 'stream',
    },
  ],
  entries: [
    {
      match: { decorator: '{beta_tool,beta_async_tool}' },
      parameters: [{ label: 'tool-arg', rest: true }],
      tool: { sdk: 'anthropic' },
    },
  ],
  sinks: [
    {
      kind: 'model-choice',
      match: { path: `${client}.**.messages.**.{create,parse,stream}` },
      argument: 'model',
      name: 'model',
    },
    { kind: 'model-choice', match: { path: classes }, argument: 'base_url', name: 'base_url' },
  ],
} satisfies SdkModel;
