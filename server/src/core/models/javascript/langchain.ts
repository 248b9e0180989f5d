import type { CallModel, SdkModel } from '../model.js';

const metadata = ['id', 'usage_metadata', 'response_metadata', 'additional_kwargs'];
const run = '{invoke,stream,batch,streamEvents,generate,predict,call}';

/** Model classes by the name of the option that caps the answer; it goes to the constructor. */
const classes = {
  maxTokens:
    '{ChatOpenAI,AzureChatOpenAI,ChatAnthropic,ChatMistralAI,ChatGroq,ChatBedrockConverse,BedrockChat,ChatFireworks,ChatTogetherAI,ChatDeepSeek,ChatXAI,ChatPerplexity,ChatOpenRouter,ChatCerebras,OpenAI,AzureOpenAI,FakeListChatModel}',
  maxOutputTokens: '{ChatGoogleGenerativeAI,ChatVertexAI,ChatGoogle,VertexAI}',
  numPredict: '{ChatOllama,Ollama}',
} as const;
const others =
  '{ChatCohere,Cohere,ChatCloudflareWorkersAI,HuggingFaceInference,BaseChatModel,BaseLanguageModel,Replicate}';

const modelCall = (names: string, option?: string): CallModel => ({
  path: `**.${names}().**.${run}`,
  prompt: [{ argument: '0', shape: 'messages' }],
  metadata,
  timeout: ['1.signal', '1.timeout'],
  ...(option === undefined
    ? {}
    : {
        limit: {
          options: [`0.${option}`, '0.maxTokens', '0.maxCompletionTokens'],
          on: 'constructor' as const,
        },
      }),
});

const key = (path: string, variable: string, argument = '0.apiKey') => ({
  path,
  apiKey: { argument, option: argument.split('.').at(-1) ?? 'apiKey', variable },
});

export default {
  id: 'langchain',
  language: 'javascript',
  packages: ['langchain', 'langchain/*', '@langchain/*'],
  origin: 'npm langchain 1.5.14, @langchain/core 1.2.13, @langchain/openai 1.5.8',
  llm: true,
  aliases: [
    { path: '**.RunnableLambda()', as: { argument: '0.func' } },
    { path: '**.RunnableLambda.from()', as: { argument: '0' } },
  ],
  links: [
    ...Object.values(classes).map((names) => `**.${names}().**`),
    `**.${others}().**`,
    '**.initChatModel().**',
  ],
  templates: [
    {
      path: '**.ChatPromptTemplate.{fromMessages,fromPromptMessages}',
      template: { argument: '0', shape: 'messages' },
    },
    {
      path: '**.{ChatPromptTemplate,PromptTemplate}.fromTemplate',
      template: { argument: '0', shape: 'text' },
    },
    { path: '**.PromptTemplate', template: { argument: '0.template', shape: 'text' } },
    {
      path: '**.HumanMessagePromptTemplate.fromTemplate',
      template: { argument: '0', shape: 'text', role: 'user' },
    },
    {
      path: '**.SystemMessagePromptTemplate.fromTemplate',
      template: { argument: '0', shape: 'text', role: 'system' },
    },
    {
      path: '**.AIMessagePromptTemplate.fromTemplate',
      template: { argument: '0', shape: 'text', role: 'assistant' },
    },
  ],
  messages: [
    { path: '**.SystemMessage', role: 'system', content: '0|0.content' },
    { path: '**.{HumanMessage,ChatMessage}', role: 'user', content: '0|0.content' },
    { path: '**.AIMessage', role: 'assistant', content: '0|0.content' },
    { path: '**.{ToolMessage,FunctionMessage}', role: 'tool', content: '0|0.content' },
  ],
  clients: [
    key('**.{ChatOpenAI,OpenAI}', 'OPENAI_API_KEY', '0.apiKey|0.openAIApiKey'),
    key('**.{AzureChatOpenAI,AzureOpenAI}', 'AZURE_OPENAI_API_KEY', '0.azureOpenAIApiKey|0.apiKey'),
    key('**.ChatAnthropic', 'ANTHROPIC_API_KEY', '0.apiKey|0.anthropicApiKey'),
    key('**.ChatGoogleGenerativeAI', 'GOOGLE_API_KEY'),
    key('**.ChatMistralAI', 'MISTRAL_API_KEY'),
    key('**.ChatGroq', 'GROQ_API_KEY'),
    key('**.ChatCohere', 'COHERE_API_KEY'),
    key('**.ChatDeepSeek', 'DEEPSEEK_API_KEY'),
    key('**.ChatXAI', 'XAI_API_KEY'),
  ],
  calls: [
    ...Object.entries(classes).map(([option, names]) => modelCall(names, option)),
    modelCall(others),
    modelCall('initChatModel'),
    {
      path: '**.{LLMChain,ConversationChain,RetrievalQAChain.fromLLM,ConversationalRetrievalQAChain.fromLLM,createRetrievalChain,createStuffDocumentsChain,loadQAStuffChain,SqlDatabaseChain}().{invoke,call,run,predict,stream,batch}',
      prompt: [{ argument: '0', shape: 'values' }],
      metadata,
    },
    {
      path: '**.{createAgent,createReactAgent,createDeepAgent,AgentExecutor,AgentExecutor.fromAgentAndTools,initializeAgentExecutorWithOptions,createSqlAgent}().{invoke,stream,batch,streamEvents,call,run}',
      prompt: [{ argument: '0.messages|0.input|0', shape: 'messages' }],
      metadata,
    },
  ],
  agents: [
    {
      path: '**.createAgent',
      tools: '0.tools',
      approval: ['0.middleware[]', '0.interruptBefore'],
      approvers: ['humanInTheLoop*', '*Approv*', '*Interrupt*', '*Confirm*'],
      stepLimit: { options: ['0.middleware'], defaultIsBounded: true },
    },
    {
      path: '**.{createReactAgent,createDeepAgent}',
      tools: '0.tools',
      approval: ['0.interruptBefore', '0.interruptOn'],
      stepLimit: { options: [], defaultIsBounded: true },
    },
    {
      path: '**.{AgentExecutor,AgentExecutor.fromAgentAndTools}',
      tools: '0.tools',
      stepLimit: { options: ['0.maxIterations'], defaultIsBounded: true },
    },
  ],
  schemas: [
    { path: '**.withStructuredOutput', lets: 'value', schemas: ['0'] },
    { path: '**.StructuredOutputParser.fromZodSchema', lets: 'value', schemas: ['0'] },
  ],
  typed: [
    { path: '**.{invoke,parse}', schema: 'this' },
    { path: '**.batch', schema: 'this', at: ['[]'] },
  ],
  entries: [
    {
      match: { callback: '**.tool' },
      parameters: [{ label: 'tool-arg', schema: '1.schema' }, { none: true }],
      tool: { sdk: 'langchain' },
    },
    {
      match: { callback: '**.{DynamicTool,DynamicStructuredTool}', property: 'func' },
      parameters: [
        { label: 'tool-arg', schema: '0.schema' },
        { none: true, rest: true },
      ],
      tool: { sdk: 'langchain' },
    },
    {
      match: { base: '**.{Tool,StructuredTool}', methods: ['_call'] },
      parameters: [{ label: 'tool-arg' }, { none: true, rest: true }],
      tool: { sdk: 'langchain' },
    },
  ],
  sources: [
    {
      path: '**.asRetriever().{invoke,getRelevantDocuments}()',
      label: 'retrieved',
      name: 'retrieved documents',
    },
    {
      path: '**.{similaritySearch,similaritySearchWithScore,similaritySearchVectorWithScore,maxMarginalRelevanceSearch}()',
      label: 'retrieved',
      name: 'retrieved documents',
    },
    {
      path: '**.{CheerioWebBaseLoader,PuppeteerWebBaseLoader,PlaywrightWebBaseLoader,RecursiveUrlLoader,YoutubeLoader,FireCrawlLoader}().{load,loadAndSplit}()',
      label: 'web',
      name: 'web page',
    },
    {
      path: '**.{PDFLoader,TextLoader,CSVLoader,JSONLoader,DirectoryLoader,DocxLoader}().{load,loadAndSplit}()',
      label: 'file',
      name: 'document',
    },
    {
      path: '**.{TavilySearchResults,TavilySearch,SerpAPI,DuckDuckGoSearch}().{invoke,call}()',
      label: 'web',
      name: 'search results',
    },
  ],
  sinks: [
    {
      kind: 'prompt-template',
      match: {
        path: '**.{PromptTemplate,ChatPromptTemplate,HumanMessagePromptTemplate,SystemMessagePromptTemplate}.fromTemplate',
      },
      argument: '0',
      name: 'fromTemplate',
    },
    {
      kind: 'prompt-system',
      match: { path: '**.createAgent' },
      argument: '0.systemPrompt',
      name: 'systemPrompt',
    },
    {
      kind: 'prompt-system',
      match: { path: '**.{createReactAgent,createDeepAgent}' },
      argument: '0.prompt|0.stateModifier|0.instructions|0.systemPrompt',
    },
    {
      kind: 'sql',
      match: { path: '**.SqlDatabase.**.run' },
      argument: '0',
      name: 'SqlDatabase.run',
      capability: 'sql',
    },
    {
      kind: 'url',
      match: {
        path: '**.{CheerioWebBaseLoader,PuppeteerWebBaseLoader,PlaywrightWebBaseLoader,RecursiveUrlLoader}',
      },
      argument: '0',
      capability: 'network',
    },
    {
      kind: 'memory',
      match: { path: '**.{addDocuments,addVectors}' },
      argument: '0',
      name: 'vector store',
      capability: 'memory',
    },
    {
      kind: 'memory',
      match: { path: '**.*.{fromTexts,fromDocuments}' },
      argument: '0',
      name: 'vector store',
      capability: 'memory',
    },
  ],
  guards: [{ path: '@langchain/langgraph:interrupt', kind: 'approval', clears: [], effect: 'throws' }],
  transfers: [
    { path: '**.{StringOutputParser,JsonOutputParser}().parse', passes: ['0'] },
    { path: '**.*TextSplitter().{splitText,splitDocuments,createDocuments}', passes: ['0'] },
  ],
  options: [
    {
      variant: 'PY-LC-FILE',
      ruleId: 'dangerous-framework-flag',
      path: '**.NodeFileStore',
      option: {
        argument: '0',
        values: ['', '/', '~', '.', './', '..', '../'],
        results: ['global:process.cwd()', 'os:homedir()', 'os:default.homedir()'],
      },
      severity: 'warning',
      remedy: { kind: 'delete' },
      what: 'File tools are not confined to a folder of their own',
    },
    {
      variant: 'TS-LC-SQL',
      ruleId: 'llm-sql-agent-unguarded',
      path: '**.{createSqlAgent,SqlDatabaseChain,SqlToolkit}',
      severity: 'warning',
      what: 'The agent writes its own SQL and nothing holds it to reading',
    },
    {
      variant: 'TS-LC-BROWSER',
      ruleId: 'llm-key-in-browser',
      path: '**.{ChatOpenAI,OpenAI}',
      option: {
        argument: '0.configuration.dangerouslyAllowBrowser|1.dangerouslyAllowBrowser',
        values: [true],
      },
      severity: 'error',
      what: 'The API key is shipped to every visitor of the page',
    },
  ],
  tools: [
    { path: '**.{RequestsGetTool,RequestsPostTool,WebBrowser}', capabilities: ['network'] },
    { path: '**.{ReadFileTool}', capabilities: ['read'] },
    { path: '**.{WriteFileTool}', capabilities: ['write'] },
    { path: '**.{QuerySqlTool,SqlToolkit}', capabilities: ['sql'] },
  ],
} satisfies SdkModel;
