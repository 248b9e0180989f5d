import type { SdkModel } from '../model.js';

export default {
  id: 'llamaindex',
  language: 'javascript',
  packages: ['llamaindex', '@llamaindex/*'],
  origin: 'ts.llamaindex.ai documentation (0.11 API)',
  llm: true,
  aliases: [{ path: '**.Settings.llm', as: 'llamaindex:OpenAI()' }],
  calls: [
    {
      path: '**.{OpenAI(),Anthropic(),Gemini(),Groq(),MistralAI(),Ollama(),DeepSeekLLM(),openai(),anthropic(),gemini(),groq(),mistral(),ollama()}.{chat,complete}',
      prompt: [{ argument: '0.messages|0.prompt|0', shape: 'messages' }],
      metadata: ['raw'],
      limit: { options: ['0.maxTokens'], on: 'constructor' },
      stream: '0.stream',
    },
    {
      path: '**.{asQueryEngine,RetrieverQueryEngine}().query',
      prompt: [{ argument: '0.query|0', shape: 'text' }],
    },
    {
      path: '**.{asChatEngine,ContextChatEngine,SimpleChatEngine}().chat',
      prompt: [{ argument: '0.message|0', shape: 'text' }],
    },
    {
      path: '**.{agent,multiAgent,OpenAIAgent,ReActAgent,FunctionAgent}().{run,runStream,chat}',
      prompt: [{ argument: '0.message|0', shape: 'messages' }],
    },
  ],
  agents: [
    {
      path: '**.{agent,OpenAIAgent,ReActAgent,FunctionAgent}',
      tools: '0.tools',
      stepLimit: { options: ['0.timeout'], defaultIsBounded: true },
    },
  ],
  entries: [
    {
      match: { callback: '**.tool', property: 'execute' },
      parameters: [{ label: 'tool-arg', schema: '0.parameters|1.parameters' }],
      tool: { sdk: 'llamaindex' },
    },
    {
      match: { callback: '**.FunctionTool.from' },
      parameters: [{ label: 'tool-arg' }],
      tool: { sdk: 'llamaindex' },
    },
  ],
  sources: [{ path: '**.asRetriever().retrieve()', label: 'retrieved', name: 'retrieved nodes' }],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: '**.{agent,OpenAIAgent,ReActAgent,FunctionAgent}' },
      argument: '0.systemPrompt',
      name: 'systemPrompt',
    },
    {
      kind: 'memory',
      match: { path: '**.VectorStoreIndex.fromDocuments' },
      argument: '0',
      name: 'index',
      capability: 'memory',
    },
  ],
} satisfies SdkModel;
