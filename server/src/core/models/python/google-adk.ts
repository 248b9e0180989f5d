import type { SdkModel } from '../model.js';

const agents = '{Agent,LlmAgent,agents.Agent,agents.LlmAgent,agents.llm_agent.LlmAgent}';

export default {
  id: 'google-adk',
  language: 'python',
  packages: ['google.adk'],
  origin:
    'google/adk-python v1.4.2 (src/google/adk/agents/llm_agent.py, runners.py), UnsafeLocalCodeExecutor and require_confirmation (tools/function_tool.py) seen in 2026',
  llm: true,
  calls: [
    {
      path: '{runners.Runner,runners.InMemoryRunner}().{run,run_async,run_live,run_debug}',
      prompt: [{ argument: 'new_message|0', shape: 'messages' }],
    },
  ],
  agents: [
    {
      path: agents,
      tools: 'tools',
      approval: ['before_tool_callback'],
      guards: [
        { argument: 'before_model_callback', kind: 'injection-check', side: 'input' },
        { argument: 'after_model_callback', kind: 'validation', side: 'output' },
      ],
      stepLimit: { options: [], defaultIsBounded: true },
    },
  ],
  entries: [
    {
      match: { callback: agents, property: 'tools' },
      parameters: [{ label: 'tool-arg', rest: true }],
      except: ['ToolContext'],
      tool: { sdk: 'google-adk' },
    },
    {
      match: { callback: '**.{FunctionTool,LongRunningFunctionTool}' },
      parameters: [{ label: 'tool-arg', rest: true }],
      except: ['ToolContext'],
      tool: { sdk: 'google-adk', approval: ['require_confirmation'] },
    },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: agents },
      argument: 'instruction|global_instruction|static_instruction',
      name: 'instruction',
    },
  ],
  options: [
    {
      variant: 'PY-ADK',
      ruleId: 'code-exec-tool-without-sandbox',
      path: '**.UnsafeLocalCodeExecutor',
      severity: 'error',
      what: 'Code that the model writes runs in this process',
    },
  ],
} satisfies SdkModel;
