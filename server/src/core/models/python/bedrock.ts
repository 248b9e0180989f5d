import type { SdkModel } from '../model.js';

const client =
  '{boto3:client(),boto3:session.Session().client(),boto3:Session().client(),aioboto3:Session().client()}';
const converse = [
  { argument: 'messages', shape: 'messages' },
  { argument: 'system', shape: 'messages', role: 'system' },
  { argument: 'promptVariables', shape: 'values' },
] as const;
const guards = [{ argument: 'guardrailConfig', kind: 'moderation', side: 'both' }] as const;

/** Amazon Bedrock through boto3; the operations are unique to it, so the name of the service need not be seen. */
export default {
  id: 'bedrock',
  language: 'python',
  packages: ['boto3', 'aioboto3', 'botocore'],
  origin:
    'boto3 documentation (bedrock-runtime, bedrock-agent-runtime); @aws-sdk/client-bedrock-runtime 3.1162.0 for shapes',
  calls: [
    {
      path: `${client}.converse`,
      prompt: converse,
      metadata: ['usage', 'metrics', 'ResponseMetadata', 'stopReason'],
      tools: 'toolConfig',
      limit: { options: ['inferenceConfig.maxTokens'] },
      guards,
    },
    {
      path: `${client}.converse_stream`,
      prompt: converse,
      metadata: ['ResponseMetadata'],
      tools: 'toolConfig',
      limit: { options: ['inferenceConfig.maxTokens'] },
      stream: 'always',
      guards,
    },
    {
      path: `${client}.{invoke_model,invoke_model_with_response_stream}`,
      prompt: [
        { argument: 'body.messages|body.prompt|body.inputText|body.inputs', shape: 'messages' },
        { argument: 'body.system', shape: 'messages', role: 'system' },
      ],
      limit: {
        options: [
          'body.max_tokens',
          'body.max_gen_len',
          'body.textGenerationConfig',
          'body.max_tokens_to_sample',
        ],
      },
      metadata: ['ResponseMetadata', 'contentType'],
      guards: [{ argument: 'guardrailIdentifier', kind: 'moderation', side: 'both' }],
    },
    {
      path: `${client}.{invoke_agent,invoke_inline_agent}`,
      prompt: [
        { argument: 'inputText', shape: 'text' },
        { argument: 'instruction', shape: 'text', role: 'system' },
      ],
      metadata: ['ResponseMetadata', 'sessionId'],
    },
    {
      path: `${client}.{retrieve_and_generate,retrieve_and_generate_stream}`,
      prompt: [{ argument: 'input.text', shape: 'text' }],
      metadata: ['ResponseMetadata', 'sessionId'],
    },
  ],
  sources: [{ path: `${client}.retrieve()`, label: 'retrieved', name: 'retrieved passages' }],
  guards: [
    {
      path: `${client}.apply_guardrail`,
      kind: 'moderation',
      clears: [],
      effect: 'checked',
      argument: 'content',
    },
  ],
  sinks: [
    {
      kind: 'action',
      match: { path: `${client}.{send_email,send_raw_email,send_templated_email}` },
      argument: '*',
      name: 'mail',
      capability: 'mail',
    },
    {
      kind: 'action',
      match: {
        path: `${client}.{terminate_instances,delete_object,delete_objects,delete_bucket,delete_table,delete_db_instance,delete_stack,delete_function}`,
      },
      argument: '*',
      name: 'deletion',
      capability: 'delete',
    },
    {
      kind: 'action',
      match: { path: `${client}.publish` },
      argument: 'Message',
      name: 'publish',
      capability: 'mail',
    },
  ],
} satisfies SdkModel;
