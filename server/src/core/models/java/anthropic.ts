import type { CallModel, SdkModel } from '../model.js';

const messages = (path: string, stream?: 'always'): CallModel => ({
  path,
  prompt: [
    { argument: '0.addUserMessage|0.addUserMessageOfBlockParams', shape: 'messages' },
    { argument: '0.addAssistantMessage', shape: 'text', role: 'assistant' },
    { argument: '0.system|0.systemOfTextBlockParams', shape: 'messages', role: 'system' },
    { argument: '0.messages|0.addMessage', shape: 'messages' },
  ],
  metadata: ['usage', 'id', 'model', 'stopReason'],
  tools: '0.tools|0.addTool',
  limit: { options: ['0.maxTokens'], required: true },
  timeout: ['1.timeout'],
  ...(stream && { stream }),
});

const clients = '{AnthropicOkHttpClient,AnthropicOkHttpClientAsync}';

export default {
  id: 'anthropic',
  language: 'java',
  packages: ['com.anthropic'],
  origin: 'anthropics/anthropic-sdk-java (README.md, anthropic-java-core)',
  llm: true,
  aliases: [
    { path: `${clients}.{fromEnv(),builder().build()}`, as: 'AnthropicClient()' },
    { path: 'AnthropicClientAsync()', as: 'AnthropicClient()' },
    { path: 'AnthropicClient().{async,sync,withOptions}()', as: 'AnthropicClient()' },
    { path: 'TextBlockParam.builder().build()', as: { argument: 'this.text' } },
    {
      path: '{ContentBlockParam.of*,MessageCreateParams.System.of*,MessageParam.Content.of*}()',
      as: { argument: '0' },
    },
  ],
  builders: [{ path: '**.{builder,toBuilder}()' }],
  clients: [
    {
      path: `${clients}.builder().build`,
      apiKey: { argument: 'this.apiKey', option: 'apiKey', variable: 'ANTHROPIC_API_KEY' },
      baseUrl: 'this.baseUrl',
      timeout: ['this.timeout'],
    },
  ],
  calls: [
    messages('AnthropicClient().{messages(),beta().messages()}.**.create'),
    messages('AnthropicClient().{messages(),beta().messages()}.**.createStreaming', 'always'),
    {
      path: 'AnthropicClient().completions().**.{create,createStreaming}',
      prompt: [{ argument: '0.prompt', shape: 'text' }],
      limit: { options: ['0.maxTokensToSample'], required: true },
    },
  ],
  messages: [
    {
      path: 'MessageParam.builder().build',
      role: 'user',
      roleArgument: 'this.role',
      content: 'this.content|this.contentOfBlockParams',
    },
  ],
} satisfies SdkModel;
