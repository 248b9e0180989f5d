import type { SdkModel } from '../model.js';

const llms =
  'llms.**.{OpenAI,AzureOpenAI,OpenAILike,OpenAIResponses,Anthropic,Gemini,GoogleGenAI,Vertex,Bedrock,BedrockConverse,Ollama,Groq,MistralAI,Cohere,HuggingFaceLLM,HuggingFaceInferenceAPI,LlamaCPP,LiteLLM,TogetherLLM,Fireworks,DeepSeek,NVIDIA,OpenRouter,Perplexity,LLM}';
const engines =
  '**.{as_query_engine,RetrieverQueryEngine,RetrieverQueryEngine.from_args,SubQuestionQueryEngine.from_defaults,NLSQLTableQueryEngine,PandasQueryEngine,RouterQueryEngine.from_defaults,CitationQueryEngine.from_args}()';
const chats =
  '**.{as_chat_engine,SimpleChatEngine.from_defaults,ContextChatEngine.from_defaults,CondenseQuestionChatEngine.from_defaults}()';
const agents =
  'core.agent.**.{FunctionAgent,ReActAgent,CodeActAgent,AgentWorkflow,FunctionCallingAgent,OpenAIAgent,AgentRunner,ReActAgent.from_tools,FunctionCallingAgent.from_tools,OpenAIAgent.from_tools,AgentWorkflow.from_tools_or_functions}';

export default {
  id: 'llama-index',
  language: 'python',
  packages: ['llama_index'],
  origin:
    'docs.llamaindex.ai (0.12 to 0.14 API reference; NLSQLTableQueryEngine), llama_index experimental query_engine/pandas and tools/code_interpreter/base.py',
  llm: true,
  aliases: [{ path: 'core.Settings.llm', as: 'llms.openai.OpenAI()' }],
  clients: [{ path: llms, apiKey: { argument: 'api_key', option: 'api_key' }, baseUrl: 'api_base' }],
  calls: [
    {
      path: `${llms}().{complete,acomplete,chat,achat,predict,apredict,structured_predict,astructured_predict,stream_complete,astream_complete,stream_chat,astream_chat}`,
      prompt: [{ argument: 'messages|0|prompt', shape: 'messages' }],
      metadata: ['raw', 'additional_kwargs', 'logprobs'],
      limit: { options: ['max_tokens', 'context_window', 'num_output'], on: 'constructor' },
      timeout: [],
    },
    {
      path: `${engines}.{query,aquery}`,
      prompt: [{ argument: '0|str_or_query_bundle', shape: 'text' }],
      metadata: ['metadata'],
    },
    {
      path: `${chats}.{chat,achat,stream_chat,astream_chat}`,
      prompt: [{ argument: '0|message', shape: 'text' }],
      metadata: ['sources'],
    },
    {
      path: `${agents}().{run,chat,achat,query,stream_chat}`,
      prompt: [{ argument: '0|user_msg|message', shape: 'messages' }],
    },
  ],
  messages: [{ path: '**.ChatMessage', role: 'user', roleArgument: 'role|0', content: 'content|1' }],
  agents: [
    {
      path: agents,
      tools: 'tools|0|tools_or_functions',
      stepLimit: { options: ['max_iterations', 'timeout'], defaultIsBounded: true },
    },
  ],
  entries: [
    {
      match: { callback: '**.FunctionTool.from_defaults' },
      parameters: [{ label: 'tool-arg', rest: true }],
      except: ['Context'],
      tool: { sdk: 'llama-index' },
    },
    {
      match: { callback: agents, property: 'tools' },
      parameters: [{ label: 'tool-arg', rest: true }],
      except: ['Context'],
      tool: { sdk: 'llama-index' },
    },
  ],
  sources: [
    { path: '**.as_retriever().{retrieve,aretrieve}()', label: 'retrieved', name: 'retrieved nodes' },
    {
      path: '**.{*Retriever,QueryFusionRetriever}().{retrieve,aretrieve}()',
      label: 'retrieved',
      name: 'retrieved nodes',
    },
    {
      path: '**.{SimpleWebPageReader,BeautifulSoupWebReader,TrafilaturaWebReader,RssReader}().load_data()',
      label: 'web',
      name: 'web page',
    },
    {
      path: '**.{SimpleDirectoryReader,PDFReader,LlamaParse}().{load_data,aload_data}()',
      label: 'file',
      name: 'document',
    },
  ],
  sinks: [
    { kind: 'prompt-system', match: { path: agents }, argument: 'system_prompt', name: 'system_prompt' },
    {
      kind: 'prompt-system',
      match: { path: '**.{as_chat_engine,as_query_engine}' },
      argument: 'system_prompt|context_prompt',
      name: 'system_prompt',
    },
    {
      kind: 'prompt-template',
      match: { path: '**.{PromptTemplate,RichPromptTemplate,ChatPromptTemplate}' },
      argument: '0|template',
      name: 'PromptTemplate',
    },
    {
      kind: 'sql',
      match: { path: '**.{SQLDatabase,SQLDatabase.from_uri}().run_sql' },
      argument: '0|command',
      capability: 'sql',
    },
    {
      kind: 'memory',
      match: { path: '**.*Index.from_documents' },
      argument: '0|documents',
      name: 'index',
      capability: 'memory',
    },
    {
      kind: 'memory',
      match: { path: '**.*Index().{insert,insert_nodes}' },
      argument: '0',
      name: 'index',
      capability: 'memory',
    },
  ],
  options: [
    {
      variant: 'PY-LI',
      ruleId: 'code-exec-tool-without-sandbox',
      path: '**.{PandasQueryEngine,PandasInstructionParser,PolarsQueryEngine,PolarsInstructionParser,CodeInterpreterToolSpec}',
      // A sandbox of the tool's own (llama-index-tools-code-interpreter).
      unless: [{ argument: 'sandbox' }],
      severity: 'error',
      what: 'Code that the model writes runs in this process',
    },
    {
      variant: 'PY-LI',
      ruleId: 'llm-sql-agent-unguarded',
      path: '**.{NLSQLTableQueryEngine,SQLTableRetrieverQueryEngine,PGVectorSQLQueryEngine,NLSQLRetriever}',
      unless: [{ argument: 'sql_only', values: [true] }],
      severity: 'warning',
      what: 'The model writes its own SQL and nothing holds it to reading',
    },
  ],
  tools: [{ path: '**.CodeInterpreterToolSpec', capabilities: ['code-exec'] }],
} satisfies SdkModel;
