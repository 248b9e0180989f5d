import type { SdkModel } from '../model.js';

const metadata = [
  'usage',
  'totalUsage',
  'finishReason',
  'rawFinishReason',
  'warnings',
  'request',
  'providerMetadata',
  'experimental_providerMetadata',
];
const prompt = [
  { argument: '0.prompt', shape: 'messages' },
  { argument: '0.messages', shape: 'messages' },
  { argument: '0.system|0.instructions', shape: 'messages', role: 'system' },
] as const;
const limit = { options: ['0.maxOutputTokens', '0.maxTokens'] } as const;
const timeout = ['0.abortSignal', '0.timeout'] as const;
const agent = '{ToolLoopAgent,Experimental_Agent,Agent}';

export default {
  id: 'ai',
  language: 'javascript',
  packages: ['ai', 'ai/*', '@ai-sdk/*'],
  origin: 'npm ai 5.0, 6.0.326 and 7.0.173 (dist/index.d.ts), @ai-sdk/openai 3.0.141 and 4.0.118',
  llm: true,
  clients: [
    {
      path: '@ai-sdk/openai:createOpenAI',
      apiKey: { argument: '0.apiKey', option: 'apiKey', variable: 'OPENAI_API_KEY' },
      baseUrl: '0.baseURL',
    },
    {
      path: '@ai-sdk/azure:createAzure',
      apiKey: { argument: '0.apiKey', option: 'apiKey', variable: 'AZURE_API_KEY' },
      baseUrl: '0.baseURL',
    },
    {
      path: '@ai-sdk/anthropic:createAnthropic',
      apiKey: { argument: '0.apiKey', option: 'apiKey', variable: 'ANTHROPIC_API_KEY' },
      baseUrl: '0.baseURL',
    },
    {
      path: '@ai-sdk/google:createGoogleGenerativeAI',
      apiKey: { argument: '0.apiKey', option: 'apiKey', variable: 'GOOGLE_GENERATIVE_AI_API_KEY' },
    },
    {
      path: '@ai-sdk/mistral:createMistral',
      apiKey: { argument: '0.apiKey', option: 'apiKey', variable: 'MISTRAL_API_KEY' },
    },
    {
      path: '@ai-sdk/groq:createGroq',
      apiKey: { argument: '0.apiKey', option: 'apiKey', variable: 'GROQ_API_KEY' },
    },
    {
      path: '@ai-sdk/cohere:createCohere',
      apiKey: { argument: '0.apiKey', option: 'apiKey', variable: 'COHERE_API_KEY' },
    },
    {
      path: '@ai-sdk/xai:createXai',
      apiKey: { argument: '0.apiKey', option: 'apiKey', variable: 'XAI_API_KEY' },
    },
    {
      path: '@ai-sdk/deepseek:createDeepSeek',
      apiKey: { argument: '0.apiKey', option: 'apiKey', variable: 'DEEPSEEK_API_KEY' },
    },
    {
      path: '@ai-sdk/openai-compatible:createOpenAICompatible',
      apiKey: { argument: '0.apiKey', option: 'apiKey' },
      baseUrl: '0.baseURL',
    },
    {
      path: 'ai:createGateway',
      apiKey: { argument: '0.apiKey', option: 'apiKey', variable: 'AI_GATEWAY_API_KEY' },
    },
  ],
  calls: [
    {
      path: 'ai:{generateText,generateObject,experimental_generateText}',
      prompt,
      metadata,
      tools: '0.tools',
      limit,
      timeout,
    },
    {
      path: 'ai:{streamText,streamObject,experimental_streamText}',
      prompt,
      metadata,
      tools: '0.tools',
      limit,
      timeout,
      stream: 'always',
    },
    { path: 'ai:{experimental_extract,experimental_decide}', prompt, metadata, limit, timeout },
    { path: `ai:${agent}().generate`, prompt, metadata, timeout },
    { path: `ai:${agent}().{stream,respond}`, prompt, metadata, timeout, stream: 'always' },
  ],
  schemas: [
    { path: 'ai:{zodSchema,valibotSchema}', lets: 'value', schemas: ['0'] },
    { path: 'ai:Output.choice', lets: 'constants' },
    { path: 'ai:Output.object', lets: 'value', schemas: ['0.schema'] },
    { path: 'ai:Output.array', lets: 'list', schemas: ['0.element', '0.schema'] },
  ],
  typed: [
    { path: 'ai:generateObject', schema: '0.schema', at: ['object'] },
    { path: 'ai:streamObject', schema: '0.schema', at: ['object', 'partialObjectStream[]'] },
    {
      path: 'ai:{generateText,experimental_generateText}',
      schema: '0.output|0.experimental_output',
      at: ['output', 'experimental_output'],
    },
    {
      path: 'ai:{streamText,experimental_streamText}',
      schema: '0.output|0.experimental_output',
      at: ['output', 'partialOutputStream[]', 'experimental_partialOutputStream[]'],
    },
  ],
  sources: [
    {
      path: 'ai:{useChat,useCompletion}().{messages,input,completion}',
      label: 'model-output',
      name: 'chat messages',
    },
    {
      path: '@ai-sdk/react:{useChat,useCompletion,experimental_useObject}().{messages,completion,object}',
      label: 'model-output',
      name: 'chat messages',
    },
  ],
  entries: [
    {
      match: { callback: 'ai:{tool,dynamicTool}', property: 'execute' },
      parameters: [{ label: 'tool-arg', schema: '0.inputSchema|0.parameters' }, { none: true }],
      tool: { sdk: 'ai', approval: ['0.needsApproval'] },
    },
  ],
  agents: [
    {
      path: `ai:${agent}`,
      tools: '0.tools',
      approval: ['0.toolApproval'],
      stepLimit: { options: ['0.stopWhen'], defaultIsBounded: true },
    },
    {
      path: 'ai:{generateText,streamText}',
      tools: '0.tools',
      approval: ['0.toolApproval'],
      stepLimit: { options: ['0.stopWhen', '0.maxSteps'], defaultIsBounded: true },
    },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: `ai:${agent}` },
      argument: '0.instructions|0.system',
      name: 'instructions',
    },
    {
      kind: 'tool-description',
      match: { path: 'ai:{tool,dynamicTool}' },
      argument: '0.description',
      name: 'tool description',
    },
    {
      kind: 'prompt-user',
      match: { path: 'ai:{generateImage,experimental_generateImage}' },
      argument: '0.prompt',
      name: 'image prompt',
    },
    {
      kind: 'model-choice',
      match: { path: 'ai:{generateText,streamText,generateObject,streamObject}' },
      argument: '0.model',
      name: 'model',
    },
    { kind: 'model-choice', match: { path: '@ai-sdk/*:create*' }, argument: '0.baseURL', name: 'baseURL' },
  ],
  guards: [
    {
      path: 'ai:safeValidateUIMessages',
      kind: 'validation',
      clears: [],
      effect: 'checked',
      argument: '0.messages',
    },
    {
      path: 'ai:validateUIMessages',
      kind: 'validation',
      clears: [],
      effect: 'result',
      argument: '0.messages',
    },
  ],
  transfers: [
    { path: 'ai:{convertToModelMessages,convertToCoreMessages,pruneMessages}', passes: ['0'] },
    { path: 'ai:{isStepCount,stepCountIs,hasToolCall}', passes: 'none' },
  ],
  options: [
    {
      variant: 'TS-AI-TELEMETRY',
      ruleId: 'prompt-or-completion-logged',
      path: 'ai:{generateText,streamText,generateObject,streamObject,ToolLoopAgent}',
      option: { argument: '0.experimental_telemetry.recordInputs|0.telemetry.recordInputs', values: [true] },
      severity: 'info',
      remedy: { kind: 'replace', value: 'false' },
      what: 'Telemetry records whole prompts',
    },
  ],
} satisfies SdkModel;
