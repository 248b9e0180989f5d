import type { SdkModel } from '../model.js';

const classic = '{ConversableAgent,AssistantAgent,UserProxyAgent,GroupChatManager,GPTAssistantAgent}';
const teams = '{RoundRobinGroupChat,SelectorGroupChat,Swarm,MagenticOneGroupChat,GraphFlow}';

export default {
  id: 'autogen',
  language: 'python',
  packages: ['autogen', 'autogen_agentchat', 'autogen_core', 'autogen_ext', 'ag2', 'pyautogen'],
  origin: 'microsoft/autogen 0.7.5 and 027ecf0a3; docs.ag2.ai for the classic API',
  llm: true,
  clients: [
    {
      path: 'autogen_ext:models.**.{OpenAIChatCompletionClient,AzureOpenAIChatCompletionClient,AnthropicChatCompletionClient}',
      apiKey: { argument: 'api_key', option: 'api_key' },
      baseUrl: 'base_url',
    },
  ],
  calls: [
    {
      path: 'autogen_ext:models.**.{OpenAIChatCompletionClient,AzureOpenAIChatCompletionClient,AnthropicChatCompletionClient,OllamaChatCompletionClient}().{create,create_stream}',
      prompt: [{ argument: 'messages|0', shape: 'messages' }],
      metadata: ['usage', 'finish_reason', 'cached'],
      tools: 'tools',
      limit: { options: ['max_tokens'], on: 'constructor' },
    },
    {
      path: `autogen_agentchat:{agents.*,teams.${teams}}().{run,run_stream,on_messages}`,
      prompt: [{ argument: 'task|0', shape: 'messages' }],
      metadata: ['stop_reason'],
    },
    {
      path: `{autogen,ag2,pyautogen}:${classic}().{initiate_chat,a_initiate_chat,run,a_run}`,
      prompt: [{ argument: 'message', shape: 'messages' }],
      metadata: ['cost', 'chat_id'],
    },
    {
      path: `{autogen,ag2,pyautogen}:${classic}().{generate_reply,a_generate_reply,generate_oai_reply}`,
      prompt: [{ argument: 'messages|0', shape: 'messages' }],
    },
  ],
  messages: [
    { path: 'autogen_core:models.SystemMessage', role: 'system', content: 'content|0' },
    { path: 'autogen_core:models.UserMessage', role: 'user', content: 'content|0' },
    { path: 'autogen_agentchat:messages.TextMessage', role: 'user', content: 'content|0' },
  ],
  agents: [
    {
      path: 'autogen_agentchat:agents.AssistantAgent',
      tools: 'tools',
      stepLimit: { options: ['max_tool_iterations'], defaultIsBounded: true },
    },
    {
      path: `autogen_agentchat:teams.${teams}`,
      stepLimit: { options: ['termination_condition', 'max_turns'], defaultIsBounded: false },
    },
    {
      path: `{autogen,ag2,pyautogen}:GroupChat`,
      stepLimit: { options: ['max_round'], defaultIsBounded: true },
    },
  ],
  entries: [
    {
      match: {
        decorator: `{autogen,ag2,pyautogen}:${classic}().{register_for_execution,register_for_llm}()`,
      },
      parameters: [{ label: 'tool-arg', rest: true }],
      tool: { sdk: 'autogen' },
    },
    {
      match: {
        callback:
          '{autogen_core:tools.FunctionTool,autogen:register_function,ag2:register_function,autogen:tools.tool}',
      },
      parameters: [{ label: 'tool-arg', rest: true }],
      tool: { sdk: 'autogen' },
    },
    {
      match: { callback: 'autogen_agentchat:agents.AssistantAgent', property: 'tools' },
      parameters: [{ label: 'tool-arg', rest: true }],
      tool: { sdk: 'autogen' },
    },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: {
        path: `{autogen_agentchat:agents.AssistantAgent,autogen:${classic},ag2:${classic},pyautogen:${classic}}`,
      },
      argument: 'system_message',
      name: 'system_message',
    },
    {
      kind: 'code-exec',
      match: { path: 'autogen_ext:code_executors.local.LocalCommandLineCodeExecutor().execute_code_blocks' },
      argument: '0',
      capability: 'code-exec',
    },
  ],
  options: [
    {
      variant: 'PY-AG2',
      ruleId: 'code-exec-tool-without-sandbox',
      path: '{autogen,ag2,pyautogen}:**.{ConversableAgent,AssistantAgent,*UserProxyAgent,GroupChatManager,GPTAssistantAgent}',
      option: { argument: 'code_execution_config.use_docker', values: [false, 'False', 'false', '0', 0] },
      severity: 'error',
      remedy: { kind: 'replace', value: 'True' },
      what: 'Code that the model writes runs on this machine without a container',
    },
    {
      variant: 'PY-AG2',
      ruleId: 'code-exec-tool-without-sandbox',
      path: 'os:environ',
      assigned: true,
      importing: ['autogen', 'autogen.*', 'ag2', 'ag2.*', 'pyautogen'],
      option: {
        argument: 'AUTOGEN_USE_DOCKER',
        values: ['0', 'false', 'False', 'FALSE', 'no', 'NO', 'off'],
      },
      severity: 'error',
      remedy: { kind: 'replace', value: '"1"' },
      what: 'Code that the model writes runs on this machine without a container',
    },
    {
      variant: 'PY-AG2',
      ruleId: 'code-exec-tool-without-sandbox',
      path: 'os:environ.update',
      importing: ['autogen', 'autogen.*', 'ag2', 'ag2.*', 'pyautogen'],
      option: {
        argument: 'AUTOGEN_USE_DOCKER|0.AUTOGEN_USE_DOCKER',
        values: ['0', 'false', 'False', 'FALSE', 'no', 'NO', 'off'],
      },
      severity: 'error',
      remedy: { kind: 'replace', value: '"1"' },
      what: 'Code that the model writes runs on this machine without a container',
    },
    {
      variant: 'PY-AG4',
      ruleId: 'code-exec-tool-without-sandbox',
      path: 'autogen_ext:code_executors.local.LocalCommandLineCodeExecutor',
      severity: 'error',
      remedy: {
        kind: 'use',
        module: 'autogen_ext.code_executors.docker',
        name: 'DockerCommandLineCodeExecutor',
      },
      what: 'Code that the model writes runs on this machine without a container',
    },
    {
      variant: 'PY-AG4',
      ruleId: 'code-exec-tool-without-sandbox',
      path: '{autogen,ag2}:coding.LocalCommandLineCodeExecutor',
      severity: 'error',
      remedy: { kind: 'use', module: 'autogen.coding', name: 'DockerCommandLineCodeExecutor' },
      what: 'Code that the model writes runs on this machine without a container',
    },
    {
      variant: 'PY-AG4',
      ruleId: 'code-exec-tool-without-sandbox',
      path: '{autogen_ext:code_executors.jupyter.JupyterCodeExecutor,autogen:coding.jupyter.LocalJupyterServer,ag2:coding.jupyter.LocalJupyterServer}',
      severity: 'error',
      what: 'Code that the model writes runs on this machine without a container',
    },
    {
      variant: 'PY-AG4',
      ruleId: 'destructive-tool-without-approval',
      path: 'autogen_agentchat:agents.CodeExecutorAgent',
      option: { argument: 'approval_func', values: [null], answers: ['approved=true'], missing: true },
      severity: 'warning',
      what: 'The agent runs code without asking anybody',
    },
  ],
  tools: [
    { path: 'autogen_ext:tools.code_execution.PythonCodeExecutionTool', capabilities: ['code-exec'] },
    { path: 'autogen_ext:tools.http.HttpTool', capabilities: ['network'] },
  ],
} satisfies SdkModel;
