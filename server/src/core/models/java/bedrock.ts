import type { SdkModel } from '../model.js';

const classes = '{BedrockRuntimeClient,BedrockRuntimeAsyncClient}';

export default {
  id: 'bedrock',
  language: 'java',
  packages: ['software.amazon.awssdk.services.bedrockruntime'],
  origin: 'aws/aws-sdk-java-v2 services/bedrockruntime; docs.aws.amazon.com/bedrock API reference',
  llm: true,
  aliases: [
    { path: `${classes}.{create(),builder().build()}`, as: 'BedrockRuntimeClient()' },
    { path: 'BedrockRuntimeAsyncClient()', as: 'BedrockRuntimeClient()' },
    { path: '{ContentBlock,SystemContentBlock}.fromText()', as: { argument: '0' } },
    { path: '{ContentBlock,SystemContentBlock}.builder().build()', as: { argument: 'this.text' } },
  ],
  builders: [{ path: '**.builder()' }],
  calls: [
    {
      path: 'BedrockRuntimeClient().{converse,converseStream}',
      prompt: [
        { argument: '0.messages', shape: 'messages' },
        { argument: '0.system', shape: 'messages', role: 'system' },
      ],
      metadata: ['usage', 'metrics', 'stopReason'],
      tools: '0.toolConfig',
      limit: { options: ['0.inferenceConfig'] },
      guards: [{ argument: '0.guardrailConfig', kind: 'moderation', side: 'both' }],
    },
    {
      path: 'BedrockRuntimeClient().{invokeModel,invokeModelWithResponseStream}',
      prompt: [{ argument: '0.body', shape: 'text' }],
      metadata: ['contentType'],
      guards: [{ argument: '0.guardrailIdentifier', kind: 'moderation', side: 'both' }],
    },
  ],
  messages: [
    { path: 'Message.builder().build', role: 'user', roleArgument: 'this.role', content: 'this.content' },
  ],
} satisfies SdkModel;
