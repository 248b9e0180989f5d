import type { SdkModel } from '../model.js';

export default {
  id: 'claude-agent-sdk',
  language: 'javascript',
  packages: ['@anthropic-ai/claude-agent-sdk', '@anthropic-ai/claude-code'],
  origin: 'npm @anthropic-ai/claude-agent-sdk 0.3.329 (sdk.d.ts)',
  llm: true,
  calls: [
    {
      path: 'query',
      prompt: [
        { argument: '0.prompt', shape: 'messages' },
        {
          argument: '0.options.systemPrompt|0.options.appendSystemPrompt|0.options.customSystemPrompt',
          shape: 'text',
          role: 'system',
        },
      ],
      metadata: ['session_id', 'usage', 'total_cost_usd', 'duration_ms', 'subtype', 'type'],
      timeout: ['0.options.abortController'],
    },
  ],
  agents: [
    {
      path: 'query',
      tools: '0.options.mcpServers',
      approval: ['0.options.canUseTool', '0.options.hooks'],
      stepLimit: { options: ['0.options.maxTurns', '0.options.maxBudgetUsd'], defaultIsBounded: true },
    },
  ],
  entries: [
    {
      match: { callback: 'tool' },
      parameters: [{ label: 'tool-arg' }, { none: true, rest: true }],
      tool: { sdk: 'claude-agent-sdk' },
    },
  ],
  options: [
    {
      variant: 'PY-CAS',
      ruleId: 'dangerous-framework-flag',
      path: 'query',
      option: { argument: '0.options.permissionMode', values: ['bypassPermissions'] },
      severity: 'error',
      remedy: { kind: 'replace', value: "'default'" },
      what: 'The agent runs every tool, shell included, without asking',
    },
    {
      variant: 'PY-CAS',
      ruleId: 'dangerous-framework-flag',
      path: 'query',
      option: { argument: '0.options.allowedTools[]', values: ['Bash', 'Bash(*)', 'Bash(:*)', '*'] },
      severity: 'warning',
      what: 'Every shell command is allowed in advance',
    },
  ],
} satisfies SdkModel;
