import type { SdkModel } from '../model.js';

/** Wrappers that trace an SDK's client and are used in its place. */
export default {
  id: 'observability',
  language: 'javascript',
  packages: [
    'langfuse',
    '@langfuse/openai',
    'langsmith',
    'langsmith/*',
    'braintrust',
    '@posthog/ai',
    '@helicone/helpers',
  ],
  origin:
    'docs.langfuse.com (OpenAI integration), docs.smith.langchain.com (wrappers), braintrust.dev/docs, posthog.com/docs/llm-analytics',
  llm: true,
  aliases: [
    { path: '{langfuse,@langfuse/openai}:observeOpenAI()', as: { argument: '0' } },
    { path: 'langsmith:{wrapOpenAI,traceable,wrapSDK}()', as: { argument: '0' } },
    { path: 'braintrust:{wrapOpenAI,wrapAnthropic,wrapAISDKModel,wrapTraced}()', as: { argument: '0' } },
    { path: '@posthog/ai:OpenAI', as: 'openai:OpenAI' },
  ],
} satisfies SdkModel;
