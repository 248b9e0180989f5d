import type { SdkModel } from '../model.js';

export default {
  id: 'openai-agents',
  language: 'python',
  packages: ['agents'],
  origin: 'openai/openai-agents-python v0.22.0 (src/agents/agent.py, run.py, tool.py, guardrail.py)',
  llm: true,
  calls: [
    {
      path: '{Runner,run.Runner}.{run,run_sync}',
      prompt: [{ argument: '1|input', shape: 'messages' }],
      metadata: ['raw_responses', 'last_agent'],
    },
    {
      path: '{Runner,run.Runner}.run_streamed',
      prompt: [{ argument: '1|input', shape: 'messages' }],
      metadata: ['raw_responses', 'last_agent'],
      stream: 'always',
    },
  ],
  agents: [
    {
      path: '{Agent,SandboxAgent}',
      tools: 'tools',
      guards: [
        { argument: 'input_guardrails', kind: 'injection-check', side: 'input' },
        { argument: 'output_guardrails', kind: 'validation', side: 'output' },
      ],
      // max_turns is 10 unless it is set to None.
      stepLimit: { options: [], defaultIsBounded: true },
    },
  ],
  entries: [
    {
      match: { decorator: 'function_tool' },
      parameters: [{ label: 'tool-arg', rest: true }],
      except: ['RunContextWrapper', 'ToolContext'],
      tool: { sdk: 'openai-agents', approval: ['needs_approval'] },
    },
    {
      match: { callback: 'function_tool' },
      parameters: [{ label: 'tool-arg', rest: true }],
      except: ['RunContextWrapper', 'ToolContext'],
      tool: { sdk: 'openai-agents', approval: ['needs_approval'] },
    },
    {
      match: { callback: 'FunctionTool', property: 'on_invoke_tool' },
      parameters: [{ none: true }, { label: 'tool-arg' }],
      tool: { sdk: 'openai-agents', approval: ['needs_approval'] },
    },
  ],
  sinks: [
    { kind: 'prompt-system', match: { path: 'Agent' }, argument: 'instructions', name: 'Agent instructions' },
    {
      kind: 'tool-description',
      match: { path: '{Agent,handoff}' },
      argument: 'handoff_description|tool_description_override',
      name: 'handoff description',
    },
  ],
  options: [
    {
      variant: 'PY-OAI-SHELL',
      ruleId: 'code-exec-tool-without-sandbox',
      path: '{LocalShellTool,tool.LocalShellTool}',
      severity: 'error',
      what: 'A shell tool runs what the model writes on this machine, and cannot ask first',
    },
    {
      variant: 'PY-OAI-SHELL',
      ruleId: 'code-exec-tool-without-sandbox',
      path: '{ShellTool,tool.ShellTool}',
      option: { argument: 'needs_approval', values: [false], missing: true },
      unless: [{ argument: 'environment' }],
      severity: 'warning',
      remedy: { kind: 'replace', value: 'True' },
      what: 'A shell tool runs what the model writes without asking',
    },
    {
      variant: 'PY-OAI-SHELL',
      ruleId: 'destructive-tool-without-approval',
      path: '{ApplyPatchTool,tool.ApplyPatchTool}',
      option: { argument: 'needs_approval', values: [false], missing: true },
      severity: 'warning',
      remedy: { kind: 'replace', value: 'True' },
      what: 'The model changes files without asking',
    },
    {
      variant: 'PY-OAI-SHELL',
      ruleId: 'destructive-tool-without-approval',
      path: '{ComputerTool,tool.ComputerTool}',
      option: { argument: 'on_safety_check', values: [null], missing: true },
      severity: 'warning',
      what: 'The model operates a computer and nothing answers its safety checks',
    },
    {
      variant: 'PY-OAI-MCP',
      ruleId: 'dangerous-framework-flag',
      path: '{HostedMCPTool,tool.HostedMCPTool}',
      option: { argument: 'tool_config.require_approval', values: ['never'] },
      unless: [{ argument: 'tool_config.allowed_tools' }],
      severity: 'warning',
      remedy: { kind: 'replace', value: '"always"' },
      what: 'Tools of a remote server run without approval',
    },
    {
      variant: 'PY-OAI-TURNS',
      ruleId: 'agent-loop-unbounded',
      path: '{Runner,run.Runner}.{run,run_sync,run_streamed}',
      option: { argument: 'max_turns', values: [null] },
      severity: 'warning',
      remedy: { kind: 'delete' },
      what: 'max_turns=None lets the agent go on for ever',
    },
    {
      variant: 'PY-OAI-GUARD',
      ruleId: 'guardrail-not-blocking',
      path: 'input_guardrail',
      option: { argument: 'run_in_parallel', values: [true] },
      severity: 'warning',
      remedy: { kind: 'replace', value: 'False' },
      what: 'The guardrail runs beside the model, which may act before it answers',
    },
  ],
  tools: [
    { path: '{LocalShellTool,ShellTool}', capabilities: ['shell'] },
    { path: 'ApplyPatchTool', capabilities: ['write'] },
    { path: 'ComputerTool', capabilities: ['browse', 'write'] },
    { path: 'WebSearchTool', capabilities: ['network'] },
    { path: 'FileSearchTool', capabilities: ['read'] },
    // Runs in the provider's container.
    { path: 'CodeInterpreterTool', capabilities: [] },
  ],
} satisfies SdkModel;
