import type { SdkModel } from '../model.js';

const prompt = [
  { argument: '0|user_prompt', shape: 'messages' },
  { argument: 'message_history', shape: 'messages' },
  { argument: 'instructions', shape: 'text', role: 'system' },
] as const;
const limit = { options: ['model_settings', 'usage_limits'] } as const;

export default {
  id: 'pydantic-ai',
  language: 'python',
  packages: ['pydantic_ai'],
  origin: 'pydantic/pydantic-ai v2.33.0 (pydantic_ai_slim/pydantic_ai/agent)',
  llm: true,
  clients: [
    {
      path: 'providers.**.{OpenAIProvider,AnthropicProvider,GoogleProvider,GroqProvider,MistralProvider,CohereProvider,OpenRouterProvider}',
      apiKey: { argument: 'api_key', option: 'api_key' },
    },
  ],
  calls: [
    {
      path: 'Agent().{run,run_sync,iter,to_cli,to_cli_sync}',
      prompt,
      metadata: ['usage', 'timestamp', 'run_id'],
      limit,
    },
    {
      path: 'Agent().{run_stream,run_stream_sync,run_stream_events}',
      prompt,
      metadata: ['usage'],
      limit,
      stream: 'always',
    },
    {
      path: 'direct.{model_request,model_request_sync,model_request_stream,model_request_stream_sync}',
      prompt: [{ argument: 'messages|1', shape: 'messages' }],
      metadata: ['usage', 'model_name', 'timestamp'],
      limit: { options: ['model_settings'] },
    },
  ],
  messages: [
    { path: 'messages.SystemPromptPart', role: 'system', content: '0|content' },
    { path: 'messages.UserPromptPart', role: 'user', content: '0|content' },
  ],
  entries: [
    {
      match: { decorator: '{Agent,FunctionToolset}().tool' },
      parameters: [{ none: true }, { label: 'tool-arg', rest: true }],
      except: ['RunContext'],
      tool: { sdk: 'pydantic-ai', approval: ['requires_approval'] },
    },
    {
      match: { decorator: '{Agent,FunctionToolset}().tool_plain' },
      parameters: [{ label: 'tool-arg', rest: true }],
      tool: { sdk: 'pydantic-ai', approval: ['requires_approval'] },
    },
    {
      match: { callback: '{Tool,tools.Tool}' },
      parameters: [{ label: 'tool-arg', rest: true }],
      except: ['RunContext'],
      tool: { sdk: 'pydantic-ai', approval: ['requires_approval'] },
    },
    {
      match: { decorator: 'Agent().{output_validator,output_type}' },
      parameters: [{ label: 'model-output', rest: true }],
      except: ['RunContext'],
    },
  ],
  agents: [
    {
      path: 'Agent',
      tools: 'tools',
      // 50 requests a run.
      stepLimit: { options: ['usage_limits'], defaultIsBounded: true },
    },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: 'Agent' },
      argument: 'instructions|system_prompt',
      name: 'Agent instructions',
    },
  ],
  options: [
    {
      variant: 'PY-PYD',
      ruleId: 'mcp-server-unpinned',
      path: '{mcp.MCPServerStdio,MCPServerStdio}',
      option: { argument: 'command|0', fetches: { arguments: 'args|1' } },
      severity: 'info',
      what: 'This server is downloaded anew at each start, in whatever version is newest',
    },
    {
      variant: 'PY-PYD-LIMIT',
      ruleId: 'agent-loop-unbounded',
      path: '{UsageLimits,usage.UsageLimits}',
      option: { argument: 'request_limit', values: [null] },
      unless: [
        { argument: 'total_tokens_limit' },
        { argument: 'tool_calls_limit' },
        { argument: 'cost_limit' },
      ],
      severity: 'warning',
      remedy: { kind: 'delete' },
      what: 'request_limit=None lets the agent go on for ever',
    },
  ],
} satisfies SdkModel;
