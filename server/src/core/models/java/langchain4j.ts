import type { CallModel, ClientModel, SdkModel } from '../model.js';

const metadata = ['tokenUsage', 'finishReason', 'metadata', 'id', 'modelName'];
const classes = '{ChatModel,*ChatModel,ChatLanguageModel,*ChatLanguageModel}';
const limit = {
  options: ['maxTokens', 'maxOutputTokens', 'maxCompletionTokens', 'numPredict', 'maxNewTokens'],
  on: 'constructor',
} as const;

const send = (path: string, stream?: 'always'): CallModel => ({
  path,
  prompt: [{ argument: '*', shape: 'messages' }],
  metadata,
  limit,
  timeout: ['timeout'],
  ...(stream && { stream }),
});

/** A method of an interface that the library implements: whatever it is given ends up in the user message. */
const service = (path: string): CallModel => ({
  path,
  prompt: [
    { argument: '*', shape: 'text', role: 'user' },
    { argument: 'this.systemMessageProvider|this.systemMessage', shape: 'text', role: 'system' },
  ],
  metadata,
  tools: 'this.tools',
  guards: [
    { argument: 'this.inputGuardrails|this.inputGuardrailClasses', kind: 'validation', side: 'input' },
    { argument: 'this.outputGuardrails|this.outputGuardrailClasses', kind: 'validation', side: 'output' },
    { argument: 'this.moderationModel', kind: 'moderation', side: 'input' },
  ],
});

const keyed = (names: string, variable: string): ClientModel[] => [
  {
    path: `${names}.builder().build`,
    apiKey: { argument: 'this.apiKey', option: 'apiKey', variable },
    baseUrl: 'this.baseUrl',
    timeout: ['this.timeout'],
  },
  { path: `${names}.withApiKey`, apiKey: { argument: '0', option: 'apiKey', variable } },
];

export default {
  id: 'langchain4j',
  language: 'java',
  packages: [
    'dev.langchain4j',
    'dev.langchain4j.service',
    'dev.langchain4j.data.message',
    'dev.langchain4j.agent.tool',
    'io.quarkiverse.langchain4j',
  ],
  origin:
    'langchain4j/langchain4j 1.19 (langchain4j-core, langchain4j), langchain4j-examples, docs.langchain4j.dev, docs.quarkiverse.io/quarkus-langchain4j',
  llm: true,
  aliases: [
    { path: `${classes}.{builder().build(),withApiKey()}`, as: 'ChatModel()' },
    { path: 'EmbeddingStore*.builder().build()', as: 'EmbeddingStore()' },
    // A request is its messages.
    { path: 'ChatRequest.builder().build()', as: { argument: 'this.messages' } },
    { path: '{Prompt.from,TextContent.from}()', as: { argument: '0' } },
  ],
  builders: [{ path: '**.builder()' }],
  clients: [
    ...keyed('OpenAi*', 'OPENAI_API_KEY'),
    ...keyed('Anthropic*', 'ANTHROPIC_API_KEY'),
    ...keyed('GoogleAi*', 'GEMINI_API_KEY'),
    ...keyed('MistralAi*', 'MISTRAL_API_KEY'),
    ...keyed('AzureOpenAi*', 'AZURE_OPENAI_API_KEY'),
    ...keyed('{Cohere*,HuggingFace*,WatsonxAi*,Jina*,Voyage*}', 'API_KEY'),
  ],
  templates: [
    {
      path: '{PromptTemplate,PromptTemplate.from}',
      template: { argument: '0', shape: 'text', role: 'user' },
      syntax: 'mustache',
    },
  ],
  calls: [
    send(`${classes}().{chat,generate}`),
    send('{StreamingChatModel,*StreamingChatModel,*StreamingChatLanguageModel}().{chat,generate}', 'always'),
    service('dev.langchain4j.service:AiServices.{create(),builder().build()}.*'),
    service('dev.langchain4j.service:{UserMessage,SystemMessage}()'),
    service('dev.langchain4j:service.spring.AiService().*'),
    service('io.quarkiverse.langchain4j:RegisterAiService().*'),
    send('LanguageModel().generate'),
  ],
  messages: [
    {
      path: 'dev.langchain4j.data.message:{SystemMessage,SystemMessage.{from,systemMessage}}',
      role: 'system',
      content: '*',
    },
    {
      path: 'dev.langchain4j.data.message:{UserMessage,UserMessage.{from,userMessage}}',
      role: 'user',
      content: '*',
    },
    {
      path: 'dev.langchain4j.data.message:{AiMessage,AiMessage.{from,aiMessage}}',
      role: 'assistant',
      content: '*',
    },
  ],
  sources: [
    // What a handler of streams is given.
    { path: 'dev.langchain4j:ChatResponse().aiMessage()', label: 'model-output' },
    {
      path: '{EmbeddingStore,*EmbeddingStore}().{search,findRelevant}()',
      label: 'retrieved',
      name: 'retrieved documents',
    },
    { path: '{ContentRetriever,*ContentRetriever}().retrieve()', label: 'retrieved' },
    { path: '{FileSystemDocumentLoader,ClassPathDocumentLoader}.load*()', label: 'file', name: 'documents' },
    { path: 'UrlDocumentLoader.load()', label: 'web', name: 'web page' },
    { path: '{WebSearchEngine,*WebSearchEngine}().search()', label: 'web', name: 'search results' },
  ],
  entries: [
    {
      match: { decorator: 'dev.langchain4j.agent.tool:Tool()' },
      parameters: [{ label: 'tool-arg', rest: true }],
      except: ['ToolMemoryId', 'MemoryId', 'InvocationParameters', 'InvocationContext'],
      tool: { sdk: 'langchain4j' },
    },
    {
      match: { base: 'ToolExecutor', methods: ['execute'] },
      parameters: [{ label: 'tool-arg' }, { none: true, rest: true }],
      tool: { sdk: 'langchain4j' },
    },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: 'dev.langchain4j.service:SystemMessage' },
      argument: '*',
      name: '@SystemMessage',
    },
    {
      kind: 'prompt-user',
      match: { path: 'dev.langchain4j.service:UserMessage' },
      argument: '*',
      name: '@UserMessage',
    },
    {
      kind: 'memory',
      match: { path: '{EmbeddingStore,*EmbeddingStore}().{add,addAll}' },
      argument: '0|1',
      name: 'embedding store',
      capability: 'memory',
    },
    {
      kind: 'memory',
      match: { path: 'EmbeddingStoreIngestor().ingest' },
      argument: '0',
      name: 'embedding store',
      capability: 'memory',
    },
    {
      kind: 'code-exec',
      match: { path: '{*CodeExecutionEngine,*ExecutionTool}().execute*' },
      argument: '0',
      capability: 'code-exec',
    },
  ],
  options: [
    {
      variant: 'JV-LC4J-LOG',
      ruleId: 'prompt-or-completion-logged',
      path: '**.builder().{logRequests,logResponses,logRequestsAndResponses}',
      option: { argument: '0', values: [true] },
      severity: 'info',
      what: 'Whole prompts or answers are written to the log',
    },
  ],
  agents: [
    {
      path: 'dev.langchain4j.service:AiServices.builder().build',
      tools: 'this.tools',
      stepLimit: {
        options: ['this.maxToolCallingRoundTrips', 'this.maxSequentialToolsInvocations'],
        defaultIsBounded: true,
      },
    },
  ],
  transfers: [{ path: '{TextSegment,Document}.{from,textSegment,document}', passes: ['0'] }],
} satisfies SdkModel;
