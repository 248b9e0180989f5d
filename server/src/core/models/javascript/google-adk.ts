import type { SdkModel } from '../model.js';

export default {
  id: 'google-adk',
  language: 'javascript',
  packages: ['@google/adk'],
  origin: 'npm @google/adk 2.0.0 (dist/types); UnsafeLocalCodeExecutor seen in its sources',
  llm: true,
  calls: [
    {
      path: '{Runner,InMemoryRunner}().{run,runAsync,runEphemeral}',
      prompt: [{ argument: '0.newMessage', shape: 'messages' }],
    },
  ],
  agents: [
    {
      path: '{LlmAgent,Agent}',
      tools: '0.tools',
      approval: ['0.beforeToolCallback'],
      guards: [
        { argument: '0.beforeModelCallback', kind: 'injection-check', side: 'input' },
        { argument: '0.afterModelCallback', kind: 'validation', side: 'output' },
      ],
      stepLimit: { options: [], defaultIsBounded: true },
    },
  ],
  entries: [
    {
      match: { callback: 'FunctionTool', property: 'execute' },
      parameters: [{ label: 'tool-arg' }, { none: true }],
      tool: { sdk: 'google-adk', approval: ['0.requireConfirmation'] },
    },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: '{LlmAgent,Agent}' },
      argument: '0.instruction|0.globalInstruction',
      name: 'instruction',
    },
  ],
  options: [
    {
      variant: 'PY-ADK',
      ruleId: 'code-exec-tool-without-sandbox',
      path: 'UnsafeLocalCodeExecutor',
      severity: 'error',
      what: 'Code that the model writes runs on this machine',
    },
  ],
} satisfies SdkModel;
