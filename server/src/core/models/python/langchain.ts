import type { CallModel, SdkModel } from '../model.js';

const metadata = ['id', 'usage_metadata', 'response_metadata', 'additional_kwargs', 'type', 'name'];
const run =
  '{invoke,ainvoke,stream,astream,batch,abatch,astream_events,generate,agenerate,predict,apredict,call_as_llm}';

/** Model classes by the name of the option that caps the answer; it goes to the constructor. */
const classes = {
  max_tokens:
    '{ChatOpenAI,AzureChatOpenAI,ChatAnthropic,ChatAnthropicVertex,ChatBedrock,ChatBedrockConverse,BedrockChat,ChatGroq,ChatMistralAI,ChatCohere,ChatFireworks,ChatTogether,ChatNVIDIA,ChatDeepSeek,ChatXAI,ChatPerplexity,ChatLiteLLM,ChatLiteLLMRouter,ChatOpenRouter,ChatDatabricks,ChatCerebras,ChatSambaNova,ChatSambaNovaCloud,ChatUpstage,ChatWatsonx,ChatOCIGenAI,ChatTongyi,ChatZhipuAI,QianfanChatEndpoint,ChatAnyscale,ChatSnowflakeCortex,ChatLlamaCpp,OpenAI,AzureOpenAI,AnthropicLLM,Together,Fireworks,LlamaCpp,Cohere,BedrockLLM,Bedrock,LiteLLM}',
  max_output_tokens: '{ChatGoogleGenerativeAI,ChatVertexAI,GoogleGenerativeAI,VertexAI}',
  num_predict: '{ChatOllama,Ollama,OllamaLLM}',
  max_new_tokens: '{HuggingFaceEndpoint,HuggingFaceTextGenInference,VLLM,CTransformers}',
} as const;

/** Models whose limit is set elsewhere (a pipeline, a profile) or whose class is not known here. */
const others =
  '{ChatHuggingFace,HuggingFacePipeline,HuggingFaceHub,Replicate,GPT4All,BaseChatModel,SimpleChatModel,BaseLLM,BaseLanguageModel,LLM}';

const modelCall = (names: string, option?: string): CallModel[] =>
  [`**.${names}().**.${run}`, `**.${names}()`].map((path) => ({
    path,
    prompt: [{ argument: '0|messages|prompt|input', shape: 'messages' }],
    metadata,
    timeout: [],
    ...(option === undefined
      ? {}
      : { limit: { options: [option, 'max_tokens', 'max_completion_tokens'], on: 'constructor' as const } }),
  }));

export default {
  id: 'langchain',
  language: 'python',
  packages: ['langchain', 'langchain_*', 'langgraph', 'langgraph_*', 'deepagents'],
  origin:
    'langchain 1.x and classic 0.3 (reference.langchain.com/python), langchain-community bc87773, single files of langchain_v1',
  llm: true,
  schemas: [
    { path: '**.with_structured_output', lets: 'value', schemas: ['0|schema'] },
    { path: '**.PydanticOutputParser', lets: 'value', schemas: ['pydantic_object'] },
  ],
  typed: [
    { path: '**.{invoke,ainvoke,parse}', schema: 'this' },
    { path: '**.{batch,abatch}', schema: 'this', at: ['[]'] },
  ],
  aliases: [{ path: '**.RunnableLambda()', as: { argument: '0|func' } }],
  links: [
    ...Object.values(classes).map((names) => `**.${names}().**`),
    `**.${others}().**`,
    '**.init_chat_model().**',
  ],
  templates: [
    { path: '**.ChatPromptTemplate.from_messages', template: { argument: 'messages|0', shape: 'messages' } },
    { path: '**.ChatPromptTemplate', template: { argument: 'messages|0', shape: 'messages' } },
    {
      path: '**.{ChatPromptTemplate,PromptTemplate}.from_template',
      template: { argument: '0|template', shape: 'text' },
    },
    { path: '**.PromptTemplate', template: { argument: 'template', shape: 'text' } },
    {
      path: '**.HumanMessagePromptTemplate.from_template',
      template: { argument: '0|template', shape: 'text', role: 'user' },
    },
    {
      path: '**.SystemMessagePromptTemplate.from_template',
      template: { argument: '0|template', shape: 'text', role: 'system' },
    },
    {
      path: '**.{load_prompt,load_prompt_from_config,create_chat_prompt,PromptTemplate.from_file,ChatPromptTemplate.from_file}',
      template: { argument: '0|path|template_file', shape: 'text', role: 'user' },
      file: 'path',
    },
    {
      path: '**.SystemMessagePromptTemplate.from_template_file',
      template: { argument: '0|template_file', shape: 'text', role: 'system' },
      file: 'path',
    },
    {
      path: '**.HumanMessagePromptTemplate.from_template_file',
      template: { argument: '0|template_file', shape: 'text', role: 'user' },
      file: 'path',
    },
    {
      path: '**.AIMessagePromptTemplate.from_template',
      template: { argument: '0|template', shape: 'text', role: 'assistant' },
    },
  ],
  messages: [
    { path: '**.SystemMessage', role: 'system', content: '0|content' },
    { path: '**.HumanMessage', role: 'user', content: '0|content' },
    { path: '**.ChatMessage', role: 'user', roleArgument: 'role', content: '0|content' },
    { path: '**.AIMessage', role: 'assistant', content: '0|content' },
    { path: '**.{ToolMessage,FunctionMessage}', role: 'tool', content: '0|content' },
  ],
  clients: [
    {
      path: '**.{ChatOpenAI,OpenAI}',
      apiKey: { argument: 'api_key|openai_api_key', option: 'api_key', variable: 'OPENAI_API_KEY' },
      baseUrl: 'base_url|openai_api_base',
    },
    {
      path: '**.{AzureChatOpenAI,AzureOpenAI}',
      apiKey: { argument: 'api_key|openai_api_key', option: 'api_key', variable: 'AZURE_OPENAI_API_KEY' },
      baseUrl: 'azure_endpoint',
    },
    {
      path: '**.{ChatAnthropic,AnthropicLLM}',
      apiKey: { argument: 'api_key|anthropic_api_key', option: 'api_key', variable: 'ANTHROPIC_API_KEY' },
      baseUrl: 'base_url|anthropic_api_url',
    },
    {
      path: '**.{ChatGoogleGenerativeAI,GoogleGenerativeAI}',
      apiKey: { argument: 'google_api_key|api_key', option: 'google_api_key', variable: 'GOOGLE_API_KEY' },
    },
    {
      path: '**.ChatGroq',
      apiKey: { argument: 'api_key|groq_api_key', option: 'api_key', variable: 'GROQ_API_KEY' },
    },
    {
      path: '**.ChatMistralAI',
      apiKey: { argument: 'api_key|mistral_api_key', option: 'api_key', variable: 'MISTRAL_API_KEY' },
    },
    {
      path: '**.{ChatCohere,Cohere}',
      apiKey: { argument: 'cohere_api_key', option: 'cohere_api_key', variable: 'COHERE_API_KEY' },
    },
    {
      path: '**.{HuggingFaceEndpoint,HuggingFaceHub}',
      apiKey: {
        argument: 'huggingfacehub_api_token',
        option: 'huggingfacehub_api_token',
        variable: 'HUGGINGFACEHUB_API_TOKEN',
      },
    },
    {
      path: '**.{ChatFireworks,ChatTogether,ChatDeepSeek,ChatXAI,ChatPerplexity,ChatNVIDIA,init_chat_model}',
      apiKey: { argument: 'api_key', option: 'api_key' },
    },
  ],
  calls: [
    ...Object.entries(classes).flatMap(([option, names]) => modelCall(names, option)),
    ...modelCall(others),
    ...modelCall('init_chat_model', 'max_tokens'),
    {
      // Chains of the classic kind; the model in them has the limit.
      path: '**.{LLMChain,ConversationChain,SequentialChain,SimpleSequentialChain,ConversationalRetrievalChain.from_llm,RetrievalQA.from_chain_type,RetrievalQA.from_llm,RetrievalQA,load_qa_chain,create_retrieval_chain,create_stuff_documents_chain,create_sql_query_chain,GraphCypherQAChain.from_llm}().{run,arun,invoke,ainvoke,predict,apredict,stream,astream,batch,apply,__call__}',
      prompt: [{ argument: '0|*', shape: 'values' }],
      metadata,
    },
    {
      path: '**.{LLMChain,ConversationChain,SequentialChain,ConversationalRetrievalChain.from_llm,RetrievalQA.from_chain_type,RetrievalQA,load_qa_chain}()',
      prompt: [{ argument: '0', shape: 'values' }],
      metadata,
    },
    {
      path: '**.{create_agent,create_react_agent,AgentExecutor,AgentExecutor.from_agent_and_tools,initialize_agent,create_deep_agent,create_sql_agent,create_csv_agent,create_pandas_dataframe_agent,create_json_agent,create_openapi_agent}().{invoke,ainvoke,stream,astream,run,arun,batch,astream_events}',
      prompt: [{ argument: '0.messages|0.input|input|0', shape: 'messages' }],
      metadata,
    },
  ],
  agents: [
    {
      path: '**.create_agent',
      tools: 'tools|1',
      approval: ['middleware[]', 'interrupt_before', 'interrupt_on'],
      approvers: ['HumanInTheLoop*', '*Approv*', '*Interrupt*', '*Confirm*'],
      stepLimit: { options: ['middleware'], defaultIsBounded: true },
    },
    {
      path: '**.{create_react_agent,create_deep_agent}',
      tools: 'tools|1',
      approval: ['interrupt_before', 'interrupt_on', 'interrupt_after'],
      stepLimit: { options: [], defaultIsBounded: true },
    },
    {
      path: '**.{AgentExecutor,AgentExecutor.from_agent_and_tools,initialize_agent}',
      tools: 'tools|0',
      stepLimit: { options: ['max_iterations', 'max_execution_time'], defaultIsBounded: true },
    },
  ],
  entries: [
    {
      match: { decorator: '**.tool' },
      parameters: [{ label: 'tool-arg', rest: true }],
      except: [
        'ToolRuntime',
        'InjectedState',
        'InjectedToolArg',
        'RunnableConfig',
        'InjectedStore',
        'InjectedToolCallId',
      ],
      tool: { sdk: 'langchain' },
    },
    {
      match: { callback: '**.{Tool,Tool.from_function,StructuredTool,StructuredTool.from_function}' },
      parameters: [{ label: 'tool-arg', rest: true }],
      tool: { sdk: 'langchain' },
    },
    {
      match: { base: '**.BaseTool', methods: ['_run', '_arun'] },
      parameters: [{ label: 'tool-arg', rest: true }],
      except: ['CallbackManagerForToolRun', 'AsyncCallbackManagerForToolRun', 'RunnableConfig'],
      tool: { sdk: 'langchain' },
    },
  ],
  sources: [
    {
      path: '**.as_retriever().{invoke,ainvoke,get_relevant_documents,aget_relevant_documents}()',
      label: 'retrieved',
      name: 'retrieved documents',
    },
    {
      path: '**.{similarity_search,asimilarity_search,similarity_search_with_score,similarity_search_with_relevance_scores,similarity_search_by_vector,max_marginal_relevance_search}()',
      label: 'retrieved',
      name: 'retrieved documents',
    },
    {
      path: '**.{*Retriever,*Retriever.from_*}().{invoke,ainvoke,get_relevant_documents}()',
      label: 'retrieved',
      name: 'retrieved documents',
    },
    {
      path: '**.{WebBaseLoader,AsyncHtmlLoader,AsyncChromiumLoader,SeleniumURLLoader,PlaywrightURLLoader,UnstructuredURLLoader,RecursiveUrlLoader,SitemapLoader,FireCrawlLoader,YoutubeLoader,YoutubeLoader.from_youtube_url,WikipediaLoader,ArxivLoader,RSSFeedLoader}().{load,aload,lazy_load,alazy_load,load_and_split}()',
      label: 'web',
      name: 'web page',
    },
    {
      path: '**.{PyPDFLoader,PDFMinerLoader,PyMuPDFLoader,UnstructuredFileLoader,UnstructuredLoader,TextLoader,CSVLoader,DirectoryLoader,Docx2txtLoader,JSONLoader,NotebookLoader,UnstructuredEmailLoader}().{load,aload,lazy_load,alazy_load,load_and_split}()',
      label: 'file',
      name: 'document',
    },
    {
      path: '**.{TavilySearchResults,TavilySearch,DuckDuckGoSearchRun,DuckDuckGoSearchResults,GoogleSerperRun,BraveSearch,WikipediaQueryRun}().{run,invoke,ainvoke}()',
      label: 'web',
      name: 'search results',
    },
  ],
  sinks: [
    {
      kind: 'prompt-template',
      match: {
        path: '**.{PromptTemplate,ChatPromptTemplate,HumanMessagePromptTemplate,SystemMessagePromptTemplate}.from_template',
      },
      argument: '0|template',
      name: 'from_template',
    },
    {
      kind: 'prompt-template',
      match: { path: '**.PromptTemplate' },
      argument: 'template',
      name: 'PromptTemplate',
    },
    {
      kind: 'prompt-system',
      match: { path: '**.create_agent' },
      argument: 'system_prompt',
      name: 'create_agent',
    },
    {
      kind: 'prompt-system',
      match: { path: '**.{create_react_agent,create_deep_agent}' },
      argument: 'prompt|state_modifier|instructions|system_prompt',
    },
    {
      kind: 'sql',
      match: { path: '**.{SQLDatabase,SQLDatabase.from_uri}().{run,run_no_throw}' },
      argument: '0|command',
      name: 'SQLDatabase.run',
      capability: 'sql',
    },
    {
      kind: 'sql',
      match: { path: '**.{QuerySQLDataBaseTool,QuerySQLDatabaseTool}().{run,invoke}' },
      argument: '0|tool_input|input',
      capability: 'sql',
    },
    {
      kind: 'code-exec',
      match: { path: '**.{PythonREPL,PythonREPLTool,PythonAstREPLTool}().{run,invoke,ainvoke}' },
      argument: '0',
      name: 'PythonREPL.run',
      capability: 'code-exec',
    },
    {
      kind: 'shell',
      match: { path: '**.{ShellTool,BashProcess}().{run,invoke,ainvoke}' },
      argument: '0',
      name: 'ShellTool.run',
      capability: 'shell',
    },
    {
      kind: 'url',
      match: { path: '**.{WebBaseLoader,AsyncHtmlLoader,AsyncChromiumLoader,RecursiveUrlLoader}' },
      argument: '0|web_path|web_paths|urls|url',
      capability: 'network',
    },
    {
      kind: 'path',
      match: { path: '**.{TextLoader,PyPDFLoader,CSVLoader,UnstructuredFileLoader,DirectoryLoader}' },
      argument: '0|file_path|path',
      capability: 'read',
    },
    {
      kind: 'memory',
      match: { path: '**.{add_texts,aadd_texts,add_documents,aadd_documents}' },
      argument: '0|texts|documents',
      name: 'vector store',
      capability: 'memory',
    },
    {
      kind: 'memory',
      match: { path: '**.*.{from_texts,afrom_texts,from_documents,afrom_documents}' },
      argument: '0|texts|documents',
      name: 'vector store',
      capability: 'memory',
    },
  ],
  guards: [{ path: 'langgraph:types.interrupt', kind: 'approval', clears: [], effect: 'throws' }],
  transfers: [
    { path: '**.{StrOutputParser,JsonOutputParser,PydanticOutputParser}().parse', passes: ['0'] },
    { path: '**.*TextSplitter().{split_text,split_documents,create_documents}', passes: ['0'] },
  ],
} satisfies SdkModel;
