import type { SdkModel } from '../model.js';

const classes = '{default,OpenAI,AzureOpenAI,BedrockOpenAI}';
const client = `${classes}()`;
const metadata = ['id', 'created', 'created_at', 'model', 'object', 'usage', 'status', 'finish_reason'];

export default {
  id: 'openai',
  language: 'javascript',
  packages: ['openai', 'openai/*'],
  origin: 'npm openai 6.49.0 and 7.55.0 (resources/chat, resources/responses); 3.x for createChatCompletion',
  llm: true,
  aliases: [{ path: `${client}.withOptions()`, as: 'OpenAI()' }],
  clients: [
    {
      path: '{default,OpenAI}',
      apiKey: { argument: '0.apiKey', option: 'apiKey', variable: 'OPENAI_API_KEY' },
      baseUrl: '0.baseURL',
    },
    {
      path: 'AzureOpenAI',
      apiKey: { argument: '0.apiKey', option: 'apiKey', variable: 'AZURE_OPENAI_API_KEY' },
      baseUrl: '0.endpoint|0.baseURL',
    },
    { path: 'BedrockOpenAI', apiKey: { argument: '0.apiKey', option: 'apiKey' } },
    { path: 'Configuration', apiKey: { argument: '0.apiKey', option: 'apiKey', variable: 'OPENAI_API_KEY' } },
  ],
  schemas: [{ path: '**.{zodResponseFormat,zodTextFormat}', lets: 'value', schemas: ['0'] }],
  typed: [
    {
      path: `${client}.**.chat.completions.parse`,
      schema: '0.response_format',
      at: ['choices[].message.parsed'],
    },
    { path: `${client}.responses.parse`, schema: '0.text.format', at: ['output_parsed'] },
  ],
  calls: [
    {
      path: `${client}.**.chat.completions.{create,parse}`,
      unresolved: { chain: 'chat.completions.create', requires: ['0.model', '0.messages'] },
      prompt: [{ argument: '0.messages', shape: 'messages' }],
      metadata,
      tools: '0.tools|0.functions',
      limit: { options: ['0.max_completion_tokens', '0.max_tokens'] },
      timeout: ['1.timeout', '1.signal'],
      stream: '0.stream',
    },
    {
      path: `${client}.**.chat.completions.{stream,runTools}`,
      prompt: [{ argument: '0.messages', shape: 'messages' }],
      metadata,
      tools: '0.tools|0.functions',
      limit: { options: ['0.max_completion_tokens', '0.max_tokens'] },
      timeout: ['1.timeout', '1.signal'],
      stream: 'always',
    },
    {
      path: `${client}.responses.{create,parse}`,
      unresolved: { chain: 'responses.create', requires: ['0.model', '0.input'] },
      prompt: [
        { argument: '0.input', shape: 'messages' },
        { argument: '0.instructions', shape: 'text', role: 'system' },
        { argument: '0.prompt.variables', shape: 'values' },
      ],
      metadata,
      tools: '0.tools',
      limit: { options: ['0.max_output_tokens'] },
      timeout: ['1.timeout', '1.signal'],
      stream: '0.stream',
    },
    {
      path: `${client}.responses.stream`,
      prompt: [
        { argument: '0.input', shape: 'messages' },
        { argument: '0.instructions', shape: 'text', role: 'system' },
      ],
      metadata,
      tools: '0.tools',
      limit: { options: ['0.max_output_tokens'] },
      timeout: ['1.timeout', '1.signal'],
      stream: 'always',
    },
    {
      path: `${client}.completions.create`,
      prompt: [{ argument: '0.prompt', shape: 'text' }],
      metadata,
      limit: { options: ['0.max_tokens'] },
      timeout: ['1.timeout', '1.signal'],
      stream: '0.stream',
    },
    {
      path: `${client}.beta.threads.runs.{create,createAndPoll,stream}`,
      prompt: [
        { argument: '1.instructions|1.additional_instructions', shape: 'text', role: 'system' },
        { argument: '1.additional_messages', shape: 'messages' },
      ],
      metadata,
      tools: '1.tools',
      limit: { options: ['1.max_completion_tokens'] },
      timeout: ['2.timeout', '2.signal'],
      stream: '1.stream',
    },
    {
      path: 'OpenAIApi().createChatCompletion',
      prompt: [{ argument: '0.messages', shape: 'messages' }],
      metadata,
      tools: '0.functions',
      limit: { options: ['0.max_tokens'] },
      timeout: ['1.timeout'],
      stream: '0.stream',
    },
    {
      path: 'OpenAIApi().createCompletion',
      prompt: [{ argument: '0.prompt', shape: 'text' }],
      metadata,
      limit: { options: ['0.max_tokens'] },
      timeout: ['1.timeout'],
    },
  ],
  entries: [
    {
      match: {
        callback: `${client}.**.{chat.completions.stream,chat.completions.runTools,responses.stream}().{on,once}`,
      },
      parameters: [{ label: 'model-output', rest: true }],
    },
  ],
  sources: [
    { path: `${client}.beta.threads.messages.list()`, label: 'model-output', name: 'thread messages' },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: `${client}.beta.assistants.{create,update}` },
      argument: '0.instructions|1.instructions',
      name: 'assistant instructions',
    },
    {
      kind: 'prompt-user',
      match: { path: `${client}.beta.threads.messages.create` },
      argument: '1.content',
      name: 'thread message',
    },
    {
      kind: 'prompt-user',
      match: { path: `${client}.images.{generate,edit}` },
      argument: '0.prompt',
      name: 'image prompt',
    },
    {
      kind: 'model-choice',
      match: { path: `${client}.**.{completions,responses}.{create,parse,stream}` },
      argument: '0.model',
      name: 'model',
    },
    { kind: 'model-choice', match: { path: classes }, argument: '0.baseURL', name: 'baseURL' },
  ],
  guards: [
    {
      path: `${client}.moderations.create`,
      kind: 'moderation',
      clears: [],
      effect: 'checked',
      argument: '0.input',
    },
  ],
  options: [
    {
      variant: 'PY-OAI-MCP',
      ruleId: 'dangerous-framework-flag',
      path: `${client}.**.responses.**.{create,parse,stream}`,
      option: { argument: '0.tools[].require_approval', values: ['never'] },
      unless: [{ argument: '0.tools[].allowed_tools' }],
      severity: 'error',
      remedy: { kind: 'replace', value: "'always'" },
      what: 'Tools of a remote server run without approval',
    },
    {
      variant: 'PY-OAI-MCP',
      ruleId: 'dangerous-framework-flag',
      path: `${client}.**.responses.**.{create,parse,stream}`,
      option: { argument: '0.tools[].require_approval', values: ['never'] },
      given: ['0.tools[].allowed_tools'],
      severity: 'info',
      remedy: { kind: 'replace', value: "'always'" },
      what: 'The listed tools of a remote server run without approval',
    },
    {
      variant: 'TS-OPENAI-BROWSER',
      ruleId: 'llm-key-in-browser',
      path: classes,
      option: { argument: '0.dangerouslyAllowBrowser', values: [true] },
      severity: 'error',
      what: 'The API key is shipped to every visitor of the page',
    },
  ],
} satisfies SdkModel;
