import type { SdkModel } from '../model.js';

const agents = '{CodeAgent,ToolCallingAgent,MultiStepAgent}';
const models =
  '{OpenAIModel,OpenAIServerModel,InferenceClientModel,HfApiModel,LiteLLMModel,LiteLLMRouterModel,TransformersModel,VLLMModel,MLXModel,AzureOpenAIModel,AzureOpenAIServerModel,AmazonBedrockModel,AmazonBedrockServerModel}';
const risky = [
  '*',
  'os',
  'subprocess',
  'sys',
  'shutil',
  'socket',
  'pathlib',
  'posixpath',
  'pty',
  'multiprocessing',
  'builtins',
  'code',
  'requests',
  'ctypes',
  'importlib',
  'os.*',
  'subprocess.*',
];

export default {
  id: 'smolagents',
  language: 'python',
  packages: ['smolagents'],
  origin:
    'huggingface/smolagents 1.27.0.dev0 (src/smolagents/agents.py, local_python_executor.py, models.py)',
  llm: true,
  clients: [{ path: models, apiKey: { argument: 'api_key|token', option: 'api_key' }, baseUrl: 'api_base' }],
  calls: [
    {
      path: `${agents}().run`,
      prompt: [
        { argument: '0|task', shape: 'text' },
        { argument: 'additional_args', shape: 'values' },
      ],
      stream: 'stream',
    },
    { path: `${agents}()`, prompt: [{ argument: '0|task', shape: 'text' }] },
    {
      path: `${models}().{generate,generate_stream}`,
      prompt: [{ argument: 'messages|0', shape: 'messages' }],
      metadata: ['token_usage', 'raw'],
      limit: { options: ['max_tokens'], on: 'constructor' },
    },
    {
      path: `${models}()`,
      prompt: [{ argument: 'messages|0', shape: 'messages' }],
      limit: { options: ['max_tokens'], on: 'constructor' },
    },
  ],
  agents: [{ path: agents, tools: 'tools|0', stepLimit: { options: ['max_steps'], defaultIsBounded: true } }],
  entries: [
    {
      match: { decorator: 'tool' },
      parameters: [{ label: 'tool-arg', rest: true }],
      tool: { sdk: 'smolagents' },
    },
    {
      match: { base: 'Tool', methods: ['forward'] },
      parameters: [{ label: 'tool-arg', rest: true }],
      tool: { sdk: 'smolagents' },
    },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: agents },
      argument: 'instructions|system_prompt|prompt_templates.system_prompt',
      name: 'agent instructions',
    },
    {
      kind: 'code-exec',
      match: { path: 'LocalPythonExecutor()' },
      argument: '0',
      name: 'LocalPythonExecutor',
      capability: 'code-exec',
    },
  ],
  options: [
    {
      variant: 'PY-SMOL',
      ruleId: 'code-exec-tool-without-sandbox',
      path: 'CodeAgent',
      option: { argument: 'executor_type', values: ['local'], missing: true },
      unless: [{ argument: 'executor' }],
      severity: 'info',
      remedy: { kind: 'replace', value: '"docker"' },
      what: 'Code that the model writes runs in this process; the local executor is no sandbox',
    },
    {
      variant: 'PY-SMOL',
      ruleId: 'dangerous-framework-flag',
      path: '{CodeAgent,LocalPythonExecutor,PythonInterpreterTool}',
      option: { argument: 'additional_authorized_imports[]|authorized_imports[]', values: risky },
      severity: 'error',
      remedy: { kind: 'delete' },
      what: 'The model may import modules that reach the whole machine',
    },
    {
      variant: 'PY-SMOL',
      ruleId: 'dangerous-framework-flag',
      path: '{load_tool,Tool.from_hub,ToolCollection.from_hub,ToolCollection.from_mcp,MultiStepAgent.from_hub,CodeAgent.from_hub}',
      option: { argument: 'trust_remote_code', values: [true] },
      severity: 'warning',
      // No remedy: without it, these calls only raise an error.
      what: 'Code that comes with a downloaded tool runs on this machine',
    },
  ],
  tools: [
    { path: 'PythonInterpreterTool', capabilities: ['code-exec'] },
    {
      path: '{DuckDuckGoSearchTool,WebSearchTool,GoogleSearchTool,ApiWebSearchTool,VisitWebpageTool,WikipediaSearchTool}',
      capabilities: ['network'],
    },
  ],
} satisfies SdkModel;
