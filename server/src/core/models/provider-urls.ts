/**
 * Addresses that take prompts, as globs over the constant start of a URL (scheme included). Hosts and paths are those of the
 * providers' API references; OpenAI, Anthropic and Google were called by their SDKs against a local copy of these paths.
 */
export const providerUrls = [
  'https://api.openai.com/v1/chat/completions*',
  'https://api.openai.com/v1/responses*',
  'https://api.openai.com/v1/completions*',
  'https://*.openai.azure.com/openai/*',
  'https://*.services.ai.azure.com/*',
  'https://*.cognitiveservices.azure.com/openai/*',
  'https://api.anthropic.com/v1/messages*',
  'https://api.anthropic.com/v1/complete*',
  'https://generativelanguage.googleapis.com/v1*',
  'https://*aiplatform.googleapis.com/*',
  'https://bedrock-runtime.*.amazonaws.com/model/*',
  'https://openrouter.ai/api/v1/*',
  'https://api.groq.com/openai/v1/*',
  'https://api.together.xyz/v1/*',
  'https://api.together.ai/v1/*',
  'https://api.fireworks.ai/inference/v1/*',
  'https://api.mistral.ai/v1/*',
  'https://api.deepseek.com/*',
  'https://api.x.ai/v1/*',
  'https://api.perplexity.ai/*',
  'https://integrate.api.nvidia.com/v1/*',
  'https://api.cerebras.ai/v1/*',
  'https://router.huggingface.co/*',
  'https://api-inference.huggingface.co/models/*',
  'https://models.github.ai/inference/*',
  'https://models.inference.ai.azure.com/*',
  'https://api.moonshot.*/v1/*',
  'https://dashscope*.aliyuncs.com/*',
  'https://api.cohere.*/v*/chat*',
  'https://api.cohere.*/v*/generate*',
  'http*://*:11434/api/chat*',
  'http*://*:11434/api/generate*',
  'http*/chat/completions*',
] as const;

/** The same for clients that know the host by themselves (`axios.create({ baseURL })`): paths that no other service has. */
export const providerPaths = [
  '/chat/completions*',
  'chat/completions*',
  '*/v1/chat/completions*',
  'v1/chat/completions*',
  '/v1beta/models/*',
  'v1beta/models/*',
] as const;
