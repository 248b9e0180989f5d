import type { SdkModel } from '../model.js';

const prompt = [
  { argument: '0', shape: 'messages' },
  { argument: '1.instructions|1.system', shape: 'messages', role: 'system' },
] as const;
const limit = { options: ['1.modelSettings.maxOutputTokens', '1.maxOutputTokens', '1.maxTokens'] } as const;

export default {
  id: 'mastra',
  language: 'javascript',
  packages: ['@mastra/*'],
  origin: 'npm @mastra/core 0.24.9 and 1.71.0 (dist/agent, dist/tools, dist/processors)',
  llm: true,
  calls: [
    {
      path: '**.Agent().{generate,generateLegacy,generateVNext}',
      prompt,
      metadata: ['usage', 'finishReason', 'totalUsage'],
      limit,
      timeout: ['1.abortSignal'],
    },
    {
      path: '**.Agent().{stream,streamLegacy,streamVNext,network,resumeStream}',
      prompt,
      metadata: ['usage', 'finishReason'],
      limit,
      timeout: ['1.abortSignal'],
      stream: 'always',
    },
    { path: '**.Mastra().getAgent().{generate,stream}', prompt, limit, timeout: ['1.abortSignal'] },
  ],
  agents: [
    {
      path: '**.Agent',
      tools: '0.tools',
      guards: [
        { argument: '0.inputProcessors', kind: 'injection-check', side: 'input' },
        { argument: '0.outputProcessors', kind: 'moderation', side: 'output' },
      ],
      stepLimit: { options: ['0.maxSteps'], defaultIsBounded: true },
    },
  ],
  entries: [
    {
      match: { callback: '**.createTool', property: 'execute' },
      parameters: [
        { label: 'tool-arg', schema: '0.inputSchema' },
        { none: true, rest: true },
      ],
      tool: { sdk: 'mastra', approval: ['0.requireApproval'] },
    },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: '**.Agent' },
      argument: '0.instructions',
      name: 'Agent instructions',
    },
    {
      kind: 'tool-description',
      match: { path: '**.createTool' },
      argument: '0.description',
      name: 'tool description',
    },
  ],
} satisfies SdkModel;
