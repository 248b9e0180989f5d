import type { SdkModel } from '../model.js';

export default {
  id: 'openai-agents',
  language: 'javascript',
  packages: ['@openai/agents', '@openai/agents/*', '@openai/agents-core', '@openai/guardrails'],
  origin: 'npm @openai/agents 0.20.0 (agents-core/dist), @openai/guardrails 0.2.1',
  llm: true,
  aliases: [
    { path: '@openai/guardrails:{GuardrailsOpenAI,GuardrailsAzureOpenAI}.create()', as: 'openai:OpenAI()' },
    { path: '@openai/guardrails:GuardrailAgent.create()', as: '@openai/agents:Agent()' },
  ],
  calls: [
    {
      path: '{run,Runner().run}',
      prompt: [{ argument: '1', shape: 'messages' }],
      metadata: ['rawResponses', 'lastAgent'],
      stream: '2.stream',
      timeout: ['2.signal'],
    },
  ],
  agents: [
    {
      path: '{Agent,Agent.create}',
      tools: '0.tools',
      guards: [
        { argument: '0.inputGuardrails', kind: 'injection-check', side: 'input' },
        { argument: '0.outputGuardrails', kind: 'validation', side: 'output' },
      ],
      stepLimit: { options: [], defaultIsBounded: true },
    },
  ],
  entries: [
    {
      match: { callback: 'tool', property: 'execute' },
      parameters: [
        { label: 'tool-arg', schema: '0.parameters' },
        { none: true, rest: true },
      ],
      tool: { sdk: 'openai-agents', approval: ['0.needsApproval'] },
    },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: '{Agent,Agent.create}' },
      argument: '0.instructions',
      name: 'Agent instructions',
    },
    {
      kind: 'tool-description',
      match: { path: 'tool' },
      argument: '0.description',
      name: 'tool description',
    },
    {
      kind: 'tool-description',
      match: { path: '{Agent,Agent.create}' },
      argument: '0.handoffDescription',
      name: 'handoff description',
    },
  ],
  guards: [
    {
      path: '@openai/guardrails:{GuardrailsOpenAI,GuardrailsAzureOpenAI}.create()',
      kind: 'injection-check',
      clears: [],
      effect: 'carried',
      side: 'both',
    },
  ],
  options: [
    {
      variant: 'TS-OAI',
      ruleId: 'dangerous-framework-flag',
      path: 'hostedMcpTool',
      option: { argument: '0.requireApproval', values: ['never'], missing: true },
      unless: [{ argument: '0.allowedTools' }],
      severity: 'error',
      remedy: { kind: 'replace', value: "'always'" },
      what: 'Tools of a remote server run without approval',
    },
    {
      variant: 'TS-OAI',
      ruleId: 'dangerous-framework-flag',
      path: 'hostedMcpTool',
      option: { argument: '0.requireApproval', values: ['never'] },
      given: ['0.allowedTools'],
      severity: 'info',
      remedy: { kind: 'replace', value: "'always'" },
      what: 'The listed tools of a remote server run without approval',
    },
    {
      variant: 'TS-OAI',
      ruleId: 'code-exec-tool-without-sandbox',
      path: 'shellTool',
      option: { argument: '0.needsApproval', values: [false], answers: ['false'], missing: true },
      unless: [{ argument: '0.environment.type', values: ['container_auto', 'container_reference'] }],
      severity: 'warning',
      remedy: { kind: 'replace', value: 'true' },
      what: 'A shell tool runs what the model writes without asking',
    },
    {
      variant: 'TS-OAI',
      ruleId: 'destructive-tool-without-approval',
      path: '{applyPatchTool,computerTool}',
      option: { argument: '0.needsApproval', values: [false], missing: true },
      severity: 'warning',
      remedy: { kind: 'replace', value: 'true' },
      what: 'The model changes this machine without asking',
    },
    {
      variant: 'TS-OAI-TURNS',
      ruleId: 'agent-loop-unbounded',
      path: '{run,Runner().run}',
      option: { argument: '2.maxTurns', values: [null] },
      severity: 'warning',
      remedy: { kind: 'delete' },
      what: 'maxTurns: null lets the agent go on for ever',
    },
  ],
  tools: [
    { path: 'shellTool', capabilities: ['shell'] },
    { path: 'applyPatchTool', capabilities: ['write'] },
    { path: 'computerTool', capabilities: ['browse', 'write'] },
    { path: 'webSearchTool', capabilities: ['network'] },
  ],
} satisfies SdkModel;
