import type { SdkModel } from '../model.js';

export default {
  id: 'semantic-kernel',
  language: 'python',
  packages: ['semantic_kernel', 'agent_framework'],
  origin:
    'microsoft/semantic-kernel b39d95a344 (python/semantic_kernel); learn.microsoft.com/agent-framework',
  llm: true,
  aliases: [
    {
      path: 'semantic_kernel:{functions.KernelArguments,functions.kernel_arguments.KernelArguments}',
      as: 'builtins:dict',
    },
  ],
  clients: [
    {
      path: 'semantic_kernel:connectors.ai.**.{OpenAIChatCompletion,AzureChatCompletion}',
      apiKey: { argument: 'api_key', option: 'api_key' },
    },
  ],
  calls: [
    {
      path: 'semantic_kernel:Kernel().{invoke_prompt,invoke_prompt_stream}',
      prompt: [
        { argument: 'prompt|0', shape: 'text' },
        { argument: 'arguments', shape: 'values' },
      ],
    },
    {
      path: 'semantic_kernel:Kernel().{invoke,invoke_stream}',
      // Functions of plugins are folders with a prompt in them.
      prompt: [
        { argument: 'arguments|1', shape: 'values', format: 'semantic-kernel' },
        { argument: '*', shape: 'values', format: 'semantic-kernel' },
      ],
    },
    {
      path: 'semantic_kernel:connectors.ai.**.*ChatCompletion().{get_chat_message_content,get_chat_message_contents,get_streaming_chat_message_content}',
      prompt: [{ argument: 'chat_history|0', shape: 'messages' }],
    },
    {
      path: 'semantic_kernel:agents.**.*Agent().{invoke,invoke_stream,get_response}',
      prompt: [{ argument: 'messages|0', shape: 'messages' }],
    },
    {
      path: 'agent_framework:{Agent,ChatAgent}().{run,run_stream}',
      prompt: [{ argument: 'messages|0', shape: 'messages' }],
      metadata: ['usage_details'],
    },
  ],
  entries: [
    {
      match: { decorator: 'semantic_kernel:functions.**.kernel_function' },
      parameters: [{ label: 'tool-arg', rest: true }],
      tool: { sdk: 'semantic-kernel' },
    },
    {
      match: { decorator: 'agent_framework:{ai_function,tool}' },
      parameters: [{ label: 'tool-arg', rest: true }],
      tool: { sdk: 'agent-framework', approval: ['approval_mode'] },
    },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: '{semantic_kernel:agents.**.*Agent,agent_framework:Agent,agent_framework:ChatAgent}' },
      argument: 'instructions',
      name: 'instructions',
    },
    {
      kind: 'prompt-system',
      match: { path: 'semantic_kernel:contents.**.ChatHistory().add_system_message' },
      argument: '0|content',
      name: 'system message',
    },
    {
      kind: 'prompt-user',
      match: { path: 'semantic_kernel:contents.**.ChatHistory().add_user_message' },
      argument: '0|content',
      name: 'user message',
    },
  ],
  options: [
    {
      variant: 'SK',
      ruleId: 'dangerous-framework-flag',
      path: 'semantic_kernel:**',
      option: { argument: 'allow_dangerously_set_content', values: [true] },
      severity: 'warning',
      remedy: { kind: 'delete' },
      what: 'Text that is filled into the prompt may open messages of its own',
    },
  ],
} satisfies SdkModel;
