import type { SdkModel } from '../model.js';

/** The guard module that fixes write (`server/guards/prompt-guards.ts`). */
export default {
  id: 'prompt-guards',
  language: 'javascript',
  packages: ['prompt-guards', 'sallyport-guards'],
  local: true,
  origin: 'server/guards/prompt-guards.ts of this repository',
  guards: [
    {
      path: 'PiiVault().{redact,restore,restoreText,restoreChunks,restorer().push,restorer().end}',
      kind: 'pii-redaction',
      clears: [],
      effect: 'result',
      argument: '0',
    },
    { path: 'piiMiddleware()', kind: 'pii-redaction', clears: [], effect: 'carried', side: 'both' },
    { path: 'redactForLog', kind: 'pii-redaction', clears: ['log'], effect: 'result', argument: '0' },
    { path: 'asData', kind: 'delimiting', clears: [], effect: 'result', argument: '0' },
    { path: 'moderate', kind: 'moderation', clears: [], effect: 'result', argument: '1' },
    { path: 'cleanText', kind: 'validation', clears: ['log'], effect: 'result', argument: '0' },
    { path: 'escapeHtml', kind: 'escape', clears: ['html'], effect: 'result', argument: '0' },
    { path: 'parseJson', kind: 'validation', clears: ['code-exec'], effect: 'result', argument: '0' },
    { path: 'requireSelect', kind: 'select-only', clears: ['sql'], effect: 'result', argument: '0' },
    { path: 'safeArgv', kind: 'allowlist', clears: ['shell'], effect: 'result', argument: '0' },
    { path: 'safePath', kind: 'allowlist', clears: ['path'], effect: 'result', argument: '1' },
    { path: 'safeUrl', kind: 'allowlist', clears: ['url'], effect: 'result', argument: '0' },
    { path: 'calculate', kind: 'number', clears: 'all', effect: 'result', argument: '0' },
    { path: 'runCode', kind: 'sandbox', clears: ['code-exec'], effect: 'result', argument: '0' },
    {
      path: 'approve',
      kind: 'approval',
      clears: ['action', 'shell', 'code-exec', 'sql', 'path', 'url'],
      effect: 'throws',
    },
    { path: 'Budget().spend', kind: 'rate-limit', clears: [], effect: 'throws' },
    { path: 'RateLimiter().check', kind: 'rate-limit', clears: [], effect: 'throws' },
  ],
} satisfies SdkModel;
