import type { CallModel, SdkModel } from '../model.js';

const metadata = ['usage', 'id', 'model', 'created', 'status', 'finishReason'];

const chat = (path: string, stream?: 'always'): CallModel => ({
  path,
  prompt: [
    { argument: '0.addUserMessage|0.addUserMessageOfArrayOfContentParts', shape: 'text' },
    { argument: '0.addSystemMessage|0.addDeveloperMessage', shape: 'text', role: 'system' },
    { argument: '0.addAssistantMessage', shape: 'text', role: 'assistant' },
    { argument: '0.messages|0.addMessage', shape: 'messages' },
  ],
  metadata,
  tools: '0.tools|0.addTool',
  limit: { options: ['0.maxCompletionTokens', '0.maxTokens'] },
  timeout: ['1.timeout'],
  ...(stream && { stream }),
});

const responses = (path: string, stream?: 'always'): CallModel => ({
  path,
  prompt: [
    { argument: '0.input|0.inputOfResponse', shape: 'messages' },
    { argument: '0.instructions', shape: 'text', role: 'system' },
  ],
  metadata,
  tools: '0.tools|0.addTool',
  limit: { options: ['0.maxOutputTokens'] },
  timeout: ['1.timeout'],
  ...(stream && { stream }),
});

/** The official SDK, the community's before it, and Azure's. */
export default {
  id: 'openai',
  language: 'java',
  packages: ['com.openai', 'com.theokanning.openai', 'com.azure.ai.openai'],
  origin:
    'openai/openai-java v4.52 (README.md, openai-java-core), TheoKanning/openai-java 0.18, Azure/azure-sdk-for-java sdk/openai',
  llm: true,
  aliases: [
    {
      path: 'com.openai:{OpenAIOkHttpClient,OpenAIOkHttpClientAsync}.{fromEnv(),builder().build()}',
      as: 'OpenAIClient()',
    },
    { path: 'com.openai:OpenAIClientAsync()', as: 'OpenAIClient()' },
    { path: 'com.openai:OpenAIClient().{async,sync,withOptions}()', as: 'OpenAIClient()' },
    {
      path: 'com.openai:{ChatCompletionMessageParam,ResponseInputItem,ResponseCreateParams.Input}.of*()',
      as: { argument: '0' },
    },
  ],
  builders: [
    { path: 'com.openai:**.{builder,toBuilder}()' },
    { path: 'com.theokanning.openai:**.builder()' },
  ],
  clients: [
    {
      path: 'com.openai:{OpenAIOkHttpClient,OpenAIOkHttpClientAsync}.builder().build',
      apiKey: { argument: 'this.apiKey', option: 'apiKey', variable: 'OPENAI_API_KEY' },
      baseUrl: 'this.baseUrl',
      timeout: ['this.timeout'],
    },
    {
      path: 'com.theokanning.openai:OpenAiService',
      apiKey: { argument: '0', option: 'token', variable: 'OPENAI_API_KEY' },
      timeout: ['1'],
    },
  ],
  calls: [
    chat('com.openai:OpenAIClient().chat().completions().**.create'),
    chat('com.openai:OpenAIClient().chat().completions().**.createStreaming', 'always'),
    responses('com.openai:OpenAIClient().responses().**.create'),
    responses('com.openai:OpenAIClient().responses().**.createStreaming', 'always'),
    {
      path: 'com.openai:OpenAIClient().completions().**.{create,createStreaming}',
      prompt: [{ argument: '0.prompt', shape: 'text' }],
      metadata,
      limit: { options: ['0.maxTokens'] },
    },
    {
      path: 'com.theokanning.openai:OpenAiService().{createChatCompletion,streamChatCompletion}',
      prompt: [{ argument: '0.messages', shape: 'messages' }],
      metadata: ['getUsage', 'getId', 'getModel'],
      limit: { options: ['0.maxTokens'] },
    },
    {
      path: 'com.azure.ai.openai:{OpenAIClient,OpenAIAsyncClient}().{getChatCompletions,getChatCompletionsStream}',
      prompt: [{ argument: '1', shape: 'messages' }],
      metadata: ['getUsage', 'getId'],
    },
  ],
  messages: [
    {
      path: 'com.openai:{ChatCompletionSystemMessageParam,ChatCompletionDeveloperMessageParam}.builder().build',
      role: 'system',
      content: 'this.content',
    },
    {
      path: 'com.openai:ChatCompletionUserMessageParam.builder().build',
      role: 'user',
      content: 'this.content',
    },
    {
      path: 'com.openai:ChatCompletionAssistantMessageParam.builder().build',
      role: 'assistant',
      content: 'this.content',
    },
    {
      path: 'com.openai:{EasyInputMessage,ResponseInputItem.Message}.builder().build',
      role: 'user',
      roleArgument: 'this.role',
      content: 'this.content|this.addInputTextContent',
    },
    { path: 'com.theokanning.openai:ChatMessage', role: 'user', roleArgument: '0', content: '1' },
    { path: 'com.azure.ai.openai:ChatRequestSystemMessage', role: 'system', content: '0' },
    { path: 'com.azure.ai.openai:ChatRequestUserMessage', role: 'user', content: '0' },
    { path: 'com.azure.ai.openai:ChatRequestAssistantMessage', role: 'assistant', content: '0' },
    { path: 'com.azure.ai.openai:ChatMessage', role: 'user', roleArgument: '0', content: '1' },
  ],
  transfers: [{ path: 'com.azure.ai.openai:ChatCompletionsOptions', passes: ['0'] }],
} satisfies SdkModel;
