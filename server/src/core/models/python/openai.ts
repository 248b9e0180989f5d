import type { SdkModel } from '../model.js';

const classes = '{OpenAI,AsyncOpenAI,AzureOpenAI,AsyncAzureOpenAI,BedrockOpenAI,AsyncBedrockOpenAI}';
const client = `${classes}()`;
const metadata = ['id', 'created', 'created_at', 'model', 'object', 'usage', 'status', 'finish_reason'];
const chatLimit = { options: ['max_completion_tokens', 'max_tokens'] } as const;

export default {
  id: 'openai',
  language: 'python',
  packages: ['openai'],
  origin:
    'openai/openai-python v3.3.1, wheel 3.22.1 (src/openai/resources); legacy module API: openai-python v0.28',
  llm: true,
  aliases: [{ path: `${client}.{with_options,copy}()`, as: 'OpenAI()' }],
  clients: [
    {
      path: '{OpenAI,AsyncOpenAI}',
      apiKey: { argument: 'api_key', option: 'api_key', variable: 'OPENAI_API_KEY' },
      baseUrl: 'base_url',
    },
    {
      path: '{AzureOpenAI,AsyncAzureOpenAI}',
      apiKey: { argument: 'api_key', option: 'api_key', variable: 'AZURE_OPENAI_API_KEY' },
      baseUrl: 'azure_endpoint|base_url',
    },
    { path: '{BedrockOpenAI,AsyncBedrockOpenAI}', apiKey: { argument: 'api_key', option: 'api_key' } },
  ],
  typed: [
    {
      path: `${client}.**.chat.completions.**.parse`,
      schema: 'response_format',
      at: ['choices[].message.parsed'],
    },
    { path: `${client}.responses.**.parse`, schema: 'text_format', at: ['output_parsed'] },
  ],
  calls: [
    {
      // `**`: beta, with_raw_response, with_streaming_response.
      path: `${client}.**.chat.completions.**.{create,parse,stream}`,
      unresolved: { chain: 'chat.completions.create', requires: ['model', 'messages'] },
      prompt: [{ argument: 'messages', shape: 'messages' }],
      metadata,
      tools: 'tools|functions',
      limit: chatLimit,
      timeout: ['timeout'],
      stream: 'stream',
    },
    {
      path: 'chat.completions.create',
      prompt: [{ argument: 'messages', shape: 'messages' }],
      metadata,
      tools: 'tools|functions',
      limit: chatLimit,
      timeout: ['timeout'],
      stream: 'stream',
    },
    {
      path: `${client}.responses.**.{create,parse,stream,compact}`,
      unresolved: { chain: 'responses.create', requires: ['model', 'input'] },
      prompt: [
        { argument: 'input', shape: 'messages' },
        { argument: 'instructions', shape: 'text', role: 'system' },
        { argument: 'prompt.variables', shape: 'values' },
      ],
      metadata,
      tools: 'tools',
      limit: { options: ['max_output_tokens'] },
      timeout: ['timeout'],
      stream: 'stream',
    },
    {
      path: 'responses.create',
      prompt: [
        { argument: 'input', shape: 'messages' },
        { argument: 'instructions', shape: 'text', role: 'system' },
        { argument: 'prompt.variables', shape: 'values' },
      ],
      metadata,
      tools: 'tools',
      limit: { options: ['max_output_tokens'] },
      timeout: ['timeout'],
      stream: 'stream',
    },
    {
      path: `${client}.**.completions.create`,
      prompt: [{ argument: 'prompt', shape: 'text' }],
      metadata,
      limit: { options: ['max_tokens'] },
      timeout: ['timeout'],
      stream: 'stream',
    },
    {
      path: `${client}.beta.threads.runs.{create,create_and_poll,stream}`,
      prompt: [
        { argument: 'instructions|additional_instructions', shape: 'text', role: 'system' },
        { argument: 'additional_messages', shape: 'messages' },
      ],
      metadata,
      tools: 'tools',
      limit: { options: ['max_completion_tokens'] },
      timeout: ['timeout'],
      stream: 'stream',
    },
    {
      path: `${client}.beta.threads.{create_and_run,create_and_run_poll,create_and_run_stream}`,
      prompt: [
        { argument: 'instructions', shape: 'text', role: 'system' },
        { argument: 'thread.messages', shape: 'messages' },
      ],
      metadata,
      tools: 'tools',
      limit: { options: ['max_completion_tokens'] },
      timeout: ['timeout'],
      stream: 'stream',
    },
    {
      path: 'ChatCompletion.{create,acreate}',
      prompt: [{ argument: 'messages', shape: 'messages' }],
      metadata,
      tools: 'functions',
      limit: { options: ['max_tokens'] },
      timeout: ['request_timeout'],
      stream: 'stream',
    },
    {
      path: 'Completion.{create,acreate}',
      prompt: [{ argument: 'prompt', shape: 'text' }],
      metadata,
      limit: { options: ['max_tokens'] },
      timeout: ['request_timeout'],
      stream: 'stream',
    },
  ],
  sources: [
    { path: `${client}.beta.threads.messages.list()`, label: 'model-output', name: 'thread messages' },
    { path: `${client}.audio.{transcriptions,translations}.create()`, label: 'file', name: 'transcript' },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: `${client}.beta.assistants.{create,update}` },
      argument: 'instructions',
      name: 'assistant instructions',
    },
    {
      kind: 'prompt-user',
      match: { path: `${client}.beta.threads.messages.create` },
      argument: 'content',
      name: 'thread message',
    },
    {
      kind: 'prompt-user',
      match: { path: `${client}.images.{generate,edit}` },
      argument: 'prompt',
      name: 'image prompt',
    },
    {
      kind: 'model-choice',
      match: { path: `${client}.**.{completions,responses}.**.{create,parse,stream}` },
      argument: 'model',
      name: 'model',
    },
    { kind: 'model-choice', match: { path: classes }, argument: 'base_url', name: 'base_url' },
  ],
  guards: [
    {
      path: `${client}.moderations.create`,
      kind: 'moderation',
      clears: [],
      effect: 'checked',
      argument: 'input',
    },
    { path: 'moderations.create', kind: 'moderation', clears: [], effect: 'checked', argument: 'input' },
    { path: 'Moderation.create', kind: 'moderation', clears: [], effect: 'checked', argument: 'input' },
  ],
  options: [
    {
      variant: 'PY-OAI-MCP',
      ruleId: 'dangerous-framework-flag',
      path: `{${client}.**.responses.**.{create,parse,stream},responses.create}`,
      option: { argument: 'tools[].require_approval', values: ['never'] },
      unless: [{ argument: 'tools[].allowed_tools' }],
      severity: 'error',
      remedy: { kind: 'replace', value: '"always"' },
      what: 'Tools of a remote server run without approval',
    },
    {
      variant: 'PY-OAI-MCP',
      ruleId: 'dangerous-framework-flag',
      path: `{${client}.**.responses.**.{create,parse,stream},responses.create}`,
      option: { argument: 'tools[].require_approval', values: ['never'] },
      given: ['tools[].allowed_tools'],
      severity: 'info',
      remedy: { kind: 'replace', value: '"always"' },
      what: 'The listed tools of a remote server run without approval',
    },
  ],
} satisfies SdkModel;
