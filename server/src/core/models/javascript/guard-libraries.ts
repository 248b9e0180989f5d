import type { SdkModel } from '../model.js';

/** Libraries whose purpose is to guard: recognized wherever they stand. */
export default {
  id: 'guard-libraries',
  language: 'javascript',
  packages: [
    'openredaction',
    '@redactpii/node',
    'redact-pii',
    '@presidio-dev/hai-guardrails',
    'langchain',
    '@azure-rest/ai-content-safety',
    '@google-cloud/modelarmor',
    '@aws-sdk/client-comprehend',
  ],
  origin:
    'npm openredaction 1.1.5, @redactpii/node 1.0.17, redact-pii 3.4.0, @presidio-dev/hai-guardrails 1.12.0, langchain 1.5.14',
  guards: [
    {
      path: 'openredaction:OpenRedaction().detect',
      kind: 'pii-redaction',
      clears: [],
      effect: 'result',
      argument: '0',
    },
    {
      path: '@redactpii/node:Redactor().redact',
      kind: 'pii-redaction',
      clears: [],
      effect: 'result',
      argument: '0',
    },
    {
      path: 'redact-pii:**.{redact,redactAsync}',
      kind: 'pii-redaction',
      clears: [],
      effect: 'result',
      argument: '0',
    },
    {
      path: '@presidio-dev/hai-guardrails:GuardrailsEngine().run',
      kind: 'injection-check',
      clears: [],
      effect: 'checked',
      argument: '0',
    },
    {
      path: '@google-cloud/modelarmor:**.{sanitizeUserPrompt,sanitizeModelResponse}',
      kind: 'moderation',
      clears: [],
      effect: 'checked',
      argument: '0',
    },
    {
      path: 'langchain:{piiMiddleware,piiRedactionMiddleware}()',
      kind: 'pii-redaction',
      clears: [],
      effect: 'carried',
      side: 'input',
    },
    {
      path: 'langchain:openAIModerationMiddleware()',
      kind: 'moderation',
      clears: [],
      effect: 'carried',
      side: 'both',
    },
  ],
} satisfies SdkModel;
