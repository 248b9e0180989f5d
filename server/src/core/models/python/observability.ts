import type { SdkModel } from '../model.js';

/** Wrappers that trace an SDK's client and are used in its place. */
export default {
  id: 'observability',
  language: 'python',
  packages: ['langfuse', 'langsmith', 'braintrust', 'weave', 'helicone', 'agentops', 'posthog', 'ddtrace'],
  origin:
    'docs.langfuse.com (OpenAI integration), docs.smith.langchain.com (wrappers), braintrust.dev/docs, posthog.com/docs/llm-analytics',
  llm: true,
  aliases: [
    { path: 'langfuse:openai.{OpenAI,AsyncOpenAI,AzureOpenAI,AsyncAzureOpenAI}', as: 'openai:OpenAI' },
    { path: 'langfuse:openai.openai', as: 'openai:' },
    { path: 'posthog:ai.openai.{OpenAI,AsyncOpenAI}', as: 'openai:OpenAI' },
    { path: 'posthog:ai.anthropic.{Anthropic,AsyncAnthropic}', as: 'anthropic:Anthropic' },
    { path: 'langsmith:wrappers.{wrap_openai,wrap_anthropic}()', as: { argument: '0' } },
    { path: 'langsmith:{traceable,trace}()', as: { argument: '0' } },
    { path: 'braintrust:{wrap_openai,wrap_anthropic}()', as: { argument: '0' } },
  ],
} satisfies SdkModel;
