import type { SdkModel } from '../model.js';

const client = 'google.genai:Client()';
const metadata = ['usage_metadata', 'model_version', 'response_id', 'create_time'];

export default {
  id: 'google-genai',
  language: 'python',
  packages: ['google.genai', 'google.generativeai', 'google.cloud.modelarmor_v1', 'vertexai'],
  origin:
    'googleapis/python-genai v2.19.0; google-generativeai 0.8 and vertexai 1.x documentation (both superseded)',
  llm: true,
  aliases: [{ path: `${client}.aio`, as: client }],
  clients: [
    {
      path: 'google.genai:Client',
      apiKey: { argument: 'api_key', option: 'api_key', variable: 'GEMINI_API_KEY' },
    },
    {
      path: 'google.generativeai:configure',
      apiKey: { argument: 'api_key', option: 'api_key', variable: 'GOOGLE_API_KEY' },
    },
  ],
  calls: [
    {
      path: `${client}.models.generate_content`,
      unresolved: { chain: 'models.generate_content', requires: ['model', 'contents'] },
      prompt: [
        { argument: 'contents', shape: 'messages' },
        { argument: 'config.system_instruction', shape: 'messages', role: 'system' },
      ],
      metadata,
      tools: 'config.tools',
      limit: { options: ['config.max_output_tokens'] },
      timeout: ['config.http_options.timeout'],
    },
    {
      path: `${client}.models.generate_content_stream`,
      prompt: [
        { argument: 'contents', shape: 'messages' },
        { argument: 'config.system_instruction', shape: 'messages', role: 'system' },
      ],
      metadata,
      tools: 'config.tools',
      limit: { options: ['config.max_output_tokens'] },
      timeout: ['config.http_options.timeout'],
      stream: 'always',
    },
    {
      path: `${client}.chats.create().{send_message,send_message_stream}`,
      prompt: [{ argument: '0|message', shape: 'messages' }],
      metadata,
    },
    {
      path: `${client}.interactions.create`,
      prompt: [
        { argument: 'input', shape: 'messages' },
        { argument: 'system_instruction', shape: 'text', role: 'system' },
      ],
      metadata,
      tools: 'tools',
      stream: 'stream',
    },
    {
      path: '{google.generativeai:GenerativeModel,vertexai:generative_models.GenerativeModel,vertexai:preview.generative_models.GenerativeModel}().{generate_content,generate_content_async}',
      unresolved: { chain: 'model.generate_content', requires: ['0'] },
      prompt: [{ argument: '0|contents', shape: 'messages' }],
      metadata,
      tools: 'tools',
      limit: { options: ['generation_config.max_output_tokens'] },
      timeout: ['request_options.timeout'],
      stream: 'stream',
    },
    {
      path: '{google.generativeai:GenerativeModel,vertexai:generative_models.GenerativeModel,vertexai:preview.generative_models.GenerativeModel}().start_chat().{send_message,send_message_async}',
      prompt: [{ argument: '0|content', shape: 'messages' }],
      metadata,
      stream: 'stream',
    },
    {
      path: 'vertexai:{language_models,preview.language_models}.{TextGenerationModel,ChatModel,CodeGenerationModel}.from_pretrained().{predict,predict_async,start_chat().send_message}',
      prompt: [{ argument: '0|prompt|message', shape: 'text' }],
      limit: { options: ['max_output_tokens'] },
    },
  ],
  messages: [
    { path: 'google.genai:types.{Part.from_text,Part}', role: 'user', content: '0|text' },
    { path: 'google.genai:types.UserContent', role: 'user', content: '0|parts' },
    { path: 'google.genai:types.ModelContent', role: 'assistant', content: '0|parts' },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: `${client}.chats.create` },
      argument: 'config.system_instruction',
      name: 'system_instruction',
    },
    {
      kind: 'prompt-system',
      match: {
        path: '{google.generativeai:GenerativeModel,vertexai:generative_models.GenerativeModel,vertexai:preview.generative_models.GenerativeModel}',
      },
      argument: 'system_instruction',
      name: 'system_instruction',
    },
    {
      kind: 'model-choice',
      match: { path: `${client}.models.{generate_content,generate_content_stream}` },
      argument: 'model',
      name: 'model',
    },
  ],
  options: ['BLOCK_NONE', 'OFF'].map((value) => ({
    variant: 'PY-GOOGLE-SAFETY',
    ruleId: 'provider-safety-disabled',
    path: 'google.genai:types.SafetySetting',
    option: { argument: 'threshold', values: [value] },
    severity: 'warning' as const,
    what: `The provider's content filter is switched off (${value})`,
  })),
  guards: [
    {
      path: 'google.cloud.modelarmor_v1:**.{sanitize_user_prompt,sanitize_model_response}',
      kind: 'moderation',
      clears: [],
      effect: 'checked',
      argument: '0|request',
    },
  ],
} satisfies SdkModel;
