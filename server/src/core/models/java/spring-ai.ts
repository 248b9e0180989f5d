import type { CallModel, ClientModel, SdkModel } from '../model.js';

const metadata = ['getMetadata', 'metadata', 'getUsage', 'getFinishReason', 'context'];
const tools = 'this.tools|this.toolCallbacks|this.toolNames|this.defaultTools|this.defaultToolCallbacks';

/** The fluent client: what was set on the request and, before that, on the client. */
const request = (path: string, stream?: 'always'): CallModel => ({
  path,
  prompt: [
    { argument: 'this.messages', shape: 'messages' },
    { argument: 'this.user|this.defaultUser|this.prompt', shape: 'messages' },
    { argument: 'this.system|this.defaultSystem', shape: 'messages', role: 'system' },
    {
      argument: 'this.user.param|this.user.params|this.defaultUser.param|this.defaultUser.params',
      shape: 'values',
    },
    {
      argument: 'this.system.param|this.system.params|this.defaultSystem.param|this.defaultSystem.params',
      shape: 'values',
      role: 'system',
    },
  ],
  metadata,
  tools,
  ...(stream && { stream }),
});

/** Classes of one provider: the API client, the model and its options. */
const keyed = (names: string, variable: string): ClientModel[] => [
  {
    path: `{${names}}.builder().build`,
    apiKey: { argument: 'this.apiKey', option: 'apiKey', variable },
    baseUrl: 'this.baseUrl',
  },
  { path: `{${names}}`, apiKey: { argument: '0|1', option: 'apiKey', variable } },
];

const classes = '{ChatModel,StreamingChatModel,*ChatModel}';

export default {
  id: 'spring-ai',
  language: 'java',
  packages: [
    'org.springframework.ai',
    'org.springaicommunity.mcp.annotation',
    'org.springaicommunity.agent.tools',
  ],
  origin:
    'spring-projects/spring-ai 1.1 and 2.0 (spring-ai-client-chat, spring-ai-model, spring-ai-commons), docs.spring.io/spring-ai/reference',
  llm: true,
  aliases: [
    { path: 'ChatClient.Builder()', as: 'ChatClient.builder()' },
    { path: 'ChatClient.{create(),builder().build()}', as: 'ChatClient()' },
    { path: 'ChatClient().mutate()', as: 'ChatClient.builder()' },
    { path: 'ChatClient.builder().clone()', as: 'ChatClient.builder()' },
    { path: '*ChatModel.builder().build()', as: 'ChatModel()' },
    { path: '*VectorStore.builder().build()', as: 'VectorStore()' },
    // A prompt is its messages; the options beside them are read elsewhere.
    { path: 'Prompt()', as: { argument: '0' } },
    { path: 'Prompt.builder().build()', as: { argument: 'this.messages|this.content' } },
  ],
  builders: [{ path: '**.builder()' }, { path: 'ChatClient().prompt()', ends: [] }],
  clients: [
    ...keyed('OpenAiApi,OpenAiChatModel,OpenAiChatOptions', 'OPENAI_API_KEY'),
    ...keyed('AnthropicApi,AnthropicChatModel,AnthropicChatOptions', 'ANTHROPIC_API_KEY'),
    ...keyed('MistralAiApi', 'MISTRAL_API_KEY'),
    ...keyed('DeepSeekApi', 'DEEPSEEK_API_KEY'),
    ...keyed('AzureOpenAiChatModel', 'AZURE_OPENAI_API_KEY'),
    { path: 'SimpleApiKey', apiKey: { argument: '0', option: 'apiKey' } },
  ],
  templates: [
    {
      path: '{PromptTemplate,AssistantPromptTemplate}',
      template: { argument: '0', shape: 'text', role: 'user' },
      values: '1',
    },
    {
      path: 'SystemPromptTemplate',
      template: { argument: '0', shape: 'text', role: 'system' },
      values: '1',
    },
    {
      path: 'PromptTemplate.builder().build',
      template: { argument: 'this.template', shape: 'text', role: 'user' },
      values: 'this.variables',
    },
    {
      path: 'SystemPromptTemplate.builder().build',
      template: { argument: 'this.template', shape: 'text', role: 'system' },
    },
  ],
  calls: [
    request('ChatClient().prompt().call'),
    request('ChatClient().prompt().stream', 'always'),
    { path: `${classes}().call`, prompt: [{ argument: '*', shape: 'messages' }], metadata },
    {
      path: `${classes}().stream`,
      prompt: [{ argument: '*', shape: 'messages' }],
      metadata,
      stream: 'always',
    },
    { path: '{ImageModel,*ImageModel}().call', prompt: [{ argument: '*', shape: 'text' }], silent: true },
  ],
  messages: [
    { path: 'SystemMessage', role: 'system', content: '0' },
    { path: 'SystemMessage.builder().build', role: 'system', content: 'this.text' },
    { path: 'UserMessage', role: 'user', content: '0' },
    { path: 'UserMessage.builder().build', role: 'user', content: 'this.text' },
    { path: 'AssistantMessage', role: 'assistant', content: '0' },
    { path: 'AssistantMessage.builder().build', role: 'assistant', content: 'this.content' },
  ],
  schemas: [{ path: 'BeanOutputConverter', lets: 'value', schemas: ['0'] }],
  typed: [
    { path: 'ChatClient().prompt().call().entity', schema: '0' },
    { path: 'BeanOutputConverter().convert', schema: 'this' },
  ],
  sources: [
    // What an advisor, or a subscriber to a stream, is given.
    { path: 'ChatResponse().{getResult,getResults}()', label: 'model-output' },
    {
      path: '{VectorStore,*VectorStore,VectorStoreRetriever}().similaritySearch()',
      label: 'retrieved',
      name: 'retrieved documents',
    },
    { path: '{DocumentRetriever,*DocumentRetriever}().retrieve()', label: 'retrieved' },
    { path: '{ChatMemory,*ChatMemory}().get()', label: 'retrieved', name: 'chat memory' },
    { path: '{DocumentReader,*Reader}().{get,read}()', label: 'file', name: 'documents' },
  ],
  entries: [
    {
      match: { decorator: '{Tool,McpTool}()' },
      parameters: [{ label: 'tool-arg', rest: true }],
      except: ['ToolContext', 'McpSyncRequestContext', 'McpAsyncRequestContext', 'McpSyncServerExchange'],
      tool: { sdk: 'spring-ai' },
    },
    {
      match: { callback: '{FunctionToolCallback,FunctionCallback,MethodToolCallback}.builder' },
      parameters: [{ label: 'tool-arg' }, { none: true, rest: true }],
      tool: { sdk: 'spring-ai' },
    },
    {
      match: { base: 'ToolCallback', methods: ['call'] },
      parameters: [{ label: 'tool-arg' }, { none: true, rest: true }],
      tool: { sdk: 'spring-ai' },
    },
  ],
  sinks: [
    {
      kind: 'memory',
      match: { path: '{VectorStore,*VectorStore}().{add,accept,write}' },
      argument: '0',
      name: 'vector store',
      capability: 'memory',
    },
    {
      kind: 'tool-description',
      match: { path: '{Tool,McpTool,ToolParam}' },
      argument: 'description',
      name: 'tool description',
    },
  ],
  guards: [
    {
      path: 'SafeGuardAdvisor()',
      kind: 'moderation',
      clears: [],
      effect: 'carried',
      side: 'input',
    },
    {
      path: 'SafeGuardAdvisor.builder().build()',
      kind: 'moderation',
      clears: [],
      effect: 'carried',
      side: 'input',
    },
    {
      path: 'StructuredOutputValidationAdvisor.builder().build()',
      kind: 'validation',
      clears: [],
      effect: 'carried',
      side: 'output',
    },
  ],
  options: [
    {
      // On by default as far as the documentation says, so only what is written is reported.
      variant: 'JV-SPRING',
      ruleId: 'dangerous-framework-flag',
      path: '**.builder().{internalToolExecutionEnabled,withInternalToolExecutionEnabled}',
      option: { argument: '0', values: [true] },
      severity: 'info',
      what: 'The framework runs tools as soon as the model asks for them',
    },
    {
      variant: 'JV-SPRING-LOG',
      ruleId: 'prompt-or-completion-logged',
      path: 'SimpleLoggerAdvisor',
      severity: 'info',
      what: 'The advisor writes whole prompts and answers to the log',
    },
  ],
} satisfies SdkModel;
