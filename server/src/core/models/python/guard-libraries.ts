import type { SdkModel } from '../model.js';

const guarded = '{GuardrailsOpenAI,GuardrailsAsyncOpenAI,GuardrailsAzureOpenAI,GuardrailsAsyncAzureOpenAI}';

/** Libraries whose purpose is to guard: recognized wherever they stand. */
export default {
  id: 'guard-libraries',
  language: 'python',
  packages: [
    'guardrails',
    'guardrails_ai',
    'nemoguardrails',
    'presidio_analyzer',
    'presidio_anonymizer',
    'llm_guard',
    'rebuff',
    'azure',
    'langchain',
    'langchain_*',
    'lakera',
    'langfuse',
  ],
  origin:
    'guardrails-ai/guardrails v0.11.0, openai/openai-guardrails-python v0.3.2, NVIDIA/NeMo-Guardrails v0.24.1 docs, microsoft/presidio 2.2.363, protectai/llm-guard v0.3.16, azure-ai-contentsafety 1.0.0',
  aliases: [{ path: `guardrails:${guarded}`, as: 'openai:OpenAI' }],
  calls: [
    {
      path: 'guardrails:{Guard,AsyncGuard}().**',
      when: [{ argument: 'model|messages|prompt', like: ['*'] }],
      prompt: [{ argument: 'messages|prompt', shape: 'messages' }],
      guards: [{ argument: 'messages|prompt', kind: 'validation', side: 'both' }],
    },
    {
      path: 'nemoguardrails:LLMRails().{generate,generate_async,stream_async}',
      prompt: [{ argument: 'messages|prompt|0', shape: 'messages' }],
      guards: [{ argument: 'messages|prompt|0', kind: 'injection-check', side: 'both' }],
    },
  ],
  guards: [
    { path: `guardrails:${guarded}()`, kind: 'injection-check', clears: [], effect: 'carried', side: 'both' },
    {
      path: 'nemoguardrails:integrations.langchain.runnable_rails.RunnableRails()',
      kind: 'injection-check',
      clears: [],
      effect: 'carried',
      side: 'both',
    },
    {
      path: 'guardrails:{Guard,AsyncGuard}().**.{validate,parse}',
      kind: 'validation',
      clears: [],
      effect: 'result',
      argument: '0',
    },
    {
      path: 'presidio_anonymizer:{AnonymizerEngine,BatchAnonymizerEngine}().**',
      kind: 'pii-redaction',
      clears: [],
      effect: 'result',
      argument: 'text|0',
    },
    {
      path: 'llm_guard:scan_prompt',
      kind: 'injection-check',
      clears: [],
      effect: 'checked',
      argument: '1|prompt',
    },
    {
      path: 'llm_guard:scan_output',
      kind: 'moderation',
      clears: [],
      effect: 'checked',
      argument: '2|output',
    },
    {
      path: 'llm_guard:input_scanners.*().scan',
      kind: 'injection-check',
      clears: [],
      effect: 'checked',
      argument: '0',
    },
    {
      path: 'llm_guard:output_scanners.*().scan',
      kind: 'moderation',
      clears: [],
      effect: 'checked',
      argument: '1',
    },
    {
      path: 'rebuff:**.detect_injection',
      kind: 'injection-check',
      clears: [],
      effect: 'checked',
      argument: '0',
    },
    {
      path: 'azure:ai.contentsafety.**.ContentSafetyClient().analyze_text',
      kind: 'moderation',
      clears: [],
      effect: 'checked',
      argument: '0',
    },
    {
      path: '{langchain,langchain_*}:**.PIIMiddleware()',
      kind: 'pii-redaction',
      clears: [],
      effect: 'carried',
      side: 'input',
    },
    {
      path: '{langchain,langchain_*}:**.OpenAIModerationMiddleware()',
      kind: 'moderation',
      clears: [],
      effect: 'carried',
      side: 'both',
    },
  ],
} satisfies SdkModel;
