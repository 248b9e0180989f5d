import type { SdkModel } from '../model.js';

const options = '{ClaudeAgentOptions,ClaudeCodeOptions}';
/** Entries that allow the whole tool, as the SDK reads them. */
const wholeShell = ['Bash', 'Bash()', 'Bash(*)', 'Bash(:*)', '*'];
const services = [
  'fastapi*',
  'flask*',
  'starlette*',
  'django*',
  'aiohttp*',
  'quart*',
  'sanic*',
  'litestar*',
  'uvicorn*',
  'grpc*',
  'celery*',
  'slack_bolt*',
  'discord*',
  'chainlit*',
];

export default {
  id: 'claude-agent-sdk',
  language: 'python',
  packages: ['claude_agent_sdk', 'claude_code_sdk'],
  origin:
    'anthropics/claude-agent-sdk-python v0.2.143 and 005d7596 (src/claude_agent_sdk/types.py, query.py, client.py)',
  llm: true,
  calls: [
    {
      path: 'query',
      prompt: [
        { argument: 'prompt', shape: 'messages' },
        { argument: 'options.system_prompt', shape: 'text', role: 'system' },
      ],
      metadata: ['session_id', 'usage', 'total_cost_usd', 'duration_ms'],
    },
    { path: 'ClaudeSDKClient().{query,connect}', prompt: [{ argument: '0|prompt', shape: 'messages' }] },
  ],
  sources: [
    {
      path: 'ClaudeSDKClient().{receive_response,receive_messages}()',
      label: 'model-output',
      name: 'answer',
    },
  ],
  entries: [
    {
      match: { decorator: 'tool' },
      parameters: [{ label: 'tool-arg', rest: true }],
      tool: { sdk: 'claude-agent-sdk' },
    },
  ],
  agents: [
    {
      path: options,
      tools: 'mcp_servers',
      approval: ['can_use_tool', 'hooks'],
      stepLimit: { options: ['max_turns', 'max_budget_usd'], defaultIsBounded: true },
    },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: options },
      argument: 'system_prompt|append_system_prompt',
      name: 'system_prompt',
    },
  ],
  options: [
    {
      variant: 'PY-CAS',
      ruleId: 'dangerous-framework-flag',
      path: options,
      option: { argument: 'permission_mode', values: ['bypassPermissions'] },
      severity: 'error',
      remedy: { kind: 'replace', value: '"default"' },
      what: 'The agent runs every tool, shell included, without asking',
    },
    {
      variant: 'PY-CAS',
      ruleId: 'dangerous-framework-flag',
      path: 'ClaudeSDKClient().set_permission_mode',
      option: { argument: '0|mode', values: ['bypassPermissions'] },
      severity: 'error',
      remedy: { kind: 'replace', value: '"default"' },
      what: 'The agent runs every tool, shell included, without asking',
    },
    {
      variant: 'PY-CAS',
      ruleId: 'dangerous-framework-flag',
      path: options,
      option: { argument: 'allowed_tools[]', values: wholeShell },
      unless: [{ argument: 'sandbox.enabled', values: [true] }],
      severity: 'error',
      remedy: { kind: 'delete' },
      what: 'Every shell command is allowed in advance',
    },
    {
      variant: 'PY-CAS',
      ruleId: 'dangerous-framework-flag',
      path: `${options}()`,
      assigned: true,
      option: { argument: 'permission_mode', values: ['bypassPermissions'] },
      severity: 'error',
      remedy: { kind: 'replace', value: '"default"' },
      what: 'The agent runs every tool, shell included, without asking',
    },
    {
      variant: 'PY-CAS',
      ruleId: 'dangerous-framework-flag',
      path: options,
      option: {
        argument: 'extra_args.dangerously-skip-permissions',
        values: [null, true, '', 'true'],
      },
      severity: 'error',
      remedy: { kind: 'delete' },
      what: 'The agent runs every tool, shell included, without asking',
    },
    {
      variant: 'PY-CAS',
      ruleId: 'dangerous-framework-flag',
      path: options,
      option: { argument: 'can_use_tool', answers: ['PermissionResultAllow', 'behavior=allow'] },
      severity: 'error',
      what: 'The function that is asked about each tool allows every one of them',
    },
    {
      variant: 'PY-CAS-SRC',
      ruleId: 'excessive-tool-grant',
      path: options,
      importing: services,
      option: { argument: 'setting_sources', values: [null], missing: true },
      severity: 'info',
      remedy: { kind: 'replace', value: '[]' },
      what: 'A service takes permissions, hooks and servers from the settings files it finds',
    },
  ],
} satisfies SdkModel;
