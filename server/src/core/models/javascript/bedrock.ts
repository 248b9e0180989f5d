import type { SdkModel } from '../model.js';

const metadata = ['$metadata', 'usage', 'metrics', 'stopReason'];
const guards = [{ argument: '0.guardrailConfig', kind: 'moderation', side: 'both' }] as const;

/** The command holds the prompt; `client.send(command)` passes on what it stands for. */
export default {
  id: 'bedrock',
  language: 'javascript',
  packages: ['@aws-sdk/client-bedrock-runtime', '@aws-sdk/client-bedrock-agent-runtime'],
  origin: 'npm @aws-sdk/client-bedrock-runtime 3.1162.0 (dist-types/models)',
  llm: true,
  calls: [
    {
      path: 'ConverseCommand',
      prompt: [
        { argument: '0.messages', shape: 'messages' },
        { argument: '0.system', shape: 'messages', role: 'system' },
        { argument: '0.promptVariables', shape: 'values' },
      ],
      metadata,
      tools: '0.toolConfig',
      limit: { options: ['0.inferenceConfig.maxTokens'] },
      guards,
    },
    {
      path: 'ConverseStreamCommand',
      prompt: [
        { argument: '0.messages', shape: 'messages' },
        { argument: '0.system', shape: 'messages', role: 'system' },
      ],
      metadata,
      tools: '0.toolConfig',
      limit: { options: ['0.inferenceConfig.maxTokens'] },
      stream: 'always',
      guards,
    },
    {
      path: '{InvokeModelCommand,InvokeModelWithResponseStreamCommand}',
      prompt: [
        { argument: '0.body.messages|0.body.prompt|0.body.inputText|0.body.inputs', shape: 'messages' },
        { argument: '0.body.system', shape: 'messages', role: 'system' },
      ],
      limit: { options: ['0.body.max_tokens', '0.body.max_gen_len', '0.body.textGenerationConfig'] },
      metadata,
      guards: [{ argument: '0.guardrailIdentifier', kind: 'moderation', side: 'both' }],
    },
    { path: 'InvokeAgentCommand', prompt: [{ argument: '0.inputText', shape: 'text' }], metadata },
    { path: 'RetrieveAndGenerateCommand', prompt: [{ argument: '0.input.text', shape: 'text' }], metadata },
  ],
  guards: [
    {
      path: 'ApplyGuardrailCommand',
      kind: 'moderation',
      clears: [],
      effect: 'checked',
      argument: '0.content',
    },
  ],
  transfers: [
    {
      path: '{BedrockRuntimeClient,BedrockRuntime,BedrockAgentRuntimeClient,BedrockAgentRuntime}().send',
      passes: ['0'],
    },
  ],
} satisfies SdkModel;
