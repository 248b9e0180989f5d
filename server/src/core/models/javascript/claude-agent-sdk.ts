import type { SdkModel } from '../model.js';

/** Entries that allow the whole tool, as the SDK reads them. */
const wholeShell = ['Bash', 'Bash()', 'Bash(*)', 'Bash(:*)', '*'];
const services = [
  'express',
  'fastify',
  'hono',
  'hono/*',
  '@hono/*',
  'koa',
  'next/server',
  'http',
  'https',
  'node:http',
  'node:https',
  '@nestjs/*',
  'elysia',
  '@slack/bolt',
  'discord.js',
];

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
      option: { argument: '0.options.allowedTools[]', values: wholeShell },
      unless: [{ argument: '0.options.sandbox.enabled', values: [true] }],
      severity: 'error',
      remedy: { kind: 'delete' },
      what: 'Every shell command is allowed in advance',
    },
    {
      variant: 'PY-CAS',
      ruleId: 'dangerous-framework-flag',
      path: 'query',
      option: { argument: '0.options.allowDangerouslySkipPermissions', values: [true] },
      unless: [{ argument: '0.options.permissionMode' }],
      severity: 'warning',
      remedy: { kind: 'delete' },
      what: 'The agent may be switched to run every tool without asking',
    },
    {
      variant: 'PY-CAS',
      ruleId: 'dangerous-framework-flag',
      path: 'query().setPermissionMode',
      option: { argument: '0', values: ['bypassPermissions'] },
      severity: 'error',
      what: 'The agent runs every tool, shell included, without asking',
    },
    {
      variant: 'PY-CAS',
      ruleId: 'dangerous-framework-flag',
      path: 'query',
      option: {
        argument: '0.options.extraArgs.dangerously-skip-permissions',
        values: [null, true, '', 'true'],
      },
      severity: 'error',
      remedy: { kind: 'delete' },
      what: 'The agent runs every tool, shell included, without asking',
    },
    {
      variant: 'PY-CAS',
      ruleId: 'dangerous-framework-flag',
      path: 'query',
      option: { argument: '0.options.canUseTool', answers: ['behavior=allow'] },
      severity: 'error',
      what: 'The function that is asked about each tool allows every one of them',
    },
    {
      variant: 'PY-CAS-SRC',
      ruleId: 'excessive-tool-grant',
      path: 'query',
      importing: services,
      option: { argument: '0.options.settingSources', values: [null], missing: true },
      severity: 'info',
      remedy: { kind: 'replace', value: '[]' },
      what: 'A service takes permissions, hooks and servers from the settings files it finds',
    },
  ],
} satisfies SdkModel;
