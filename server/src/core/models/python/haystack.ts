import type { SdkModel } from '../model.js';

const chat =
  '**.{OpenAIChatGenerator,AzureOpenAIChatGenerator,AnthropicChatGenerator,GoogleAIGeminiChatGenerator,GoogleGenAIChatGenerator,VertexAIGeminiChatGenerator,CohereChatGenerator,MistralChatGenerator,OllamaChatGenerator,HuggingFaceAPIChatGenerator,HuggingFaceLocalChatGenerator,AmazonBedrockChatGenerator}';
const text =
  '**.{OpenAIGenerator,AzureOpenAIGenerator,HuggingFaceAPIGenerator,HuggingFaceLocalGenerator,OllamaGenerator,AmazonBedrockGenerator,CohereGenerator}';

export default {
  id: 'haystack',
  language: 'python',
  packages: ['haystack', 'haystack_integrations', 'haystack_experimental'],
  origin: 'docs.haystack.deepset.ai (haystack-ai 2.x components), haystack c7cb46c0f2 for approval policies',
  llm: true,
  calls: [
    {
      path: `${chat}().{run,run_async}`,
      prompt: [{ argument: 'messages|0', shape: 'messages' }],
      metadata: ['meta'],
      tools: 'tools',
      limit: {
        options: ['generation_kwargs.max_tokens', 'generation_kwargs.max_completion_tokens'],
        on: 'constructor',
      },
    },
    {
      path: `${text}().{run,run_async}`,
      prompt: [
        { argument: 'prompt|0', shape: 'text' },
        { argument: 'system_prompt', shape: 'text', role: 'system' },
      ],
      metadata: ['meta'],
      limit: { options: ['generation_kwargs.max_tokens'], on: 'constructor' },
    },
    {
      path: '**.{Pipeline,AsyncPipeline}().{run,run_async}',
      prompt: [{ argument: '0|data', shape: 'values' }],
    },
    { path: '**.agents.Agent().{run,run_async}', prompt: [{ argument: 'messages|0', shape: 'messages' }] },
  ],
  messages: [
    { path: '**.ChatMessage.from_system', role: 'system', content: '0|text' },
    { path: '**.ChatMessage.from_user', role: 'user', content: '0|text' },
    { path: '**.ChatMessage.from_assistant', role: 'assistant', content: '0|text' },
    { path: '**.ChatMessage.from_tool', role: 'tool', content: '0|tool_result' },
  ],
  agents: [
    {
      path: '**.agents.Agent',
      tools: 'tools',
      stepLimit: { options: ['max_agent_steps'], defaultIsBounded: true },
    },
  ],
  entries: [
    {
      match: { decorator: 'haystack:tools.tool' },
      parameters: [{ label: 'tool-arg', rest: true }],
      tool: { sdk: 'haystack' },
    },
    {
      match: { callback: 'haystack:tools.Tool', property: 'function' },
      parameters: [{ label: 'tool-arg', rest: true }],
      tool: { sdk: 'haystack' },
    },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: '**.agents.Agent' },
      argument: 'system_prompt',
      name: 'system_prompt',
    },
    {
      kind: 'prompt-template',
      match: { path: '**.{PromptBuilder,ChatPromptBuilder}' },
      argument: 'template|0',
      name: 'PromptBuilder',
    },
  ],
  options: [
    {
      variant: 'PY-HAY',
      ruleId: 'dangerous-framework-flag',
      path: 'haystack:**.NeverAskPolicy',
      severity: 'warning',
      remedy: { kind: 'use', module: 'haystack.human_in_the_loop', name: 'AlwaysAskPolicy' },
      what: 'The tool is never put to a person before it runs',
    },
    {
      variant: 'PY-HAY',
      ruleId: 'dangerous-framework-flag',
      path: 'haystack_experimental:**.NeverAskPolicy',
      severity: 'warning',
      remedy: {
        kind: 'use',
        module: 'haystack_experimental.components.agents.human_in_the_loop',
        name: 'AlwaysAskPolicy',
      },
      what: 'The tool is never put to a person before it runs',
    },
  ],
} satisfies SdkModel;
