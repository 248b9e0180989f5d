import type { SdkModel } from '../model.js';

/** The guard module that fixes write (`server/guards/prompt_guards.py`). */
export default {
  id: 'prompt-guards',
  language: 'python',
  packages: ['prompt_guards', 'sallyport_guards'],
  local: true,
  origin: 'server/guards/prompt_guards.py of this repository',
  guards: [
    {
      path: 'PiiVault().{redact,restore,restore_text,arestore_text,restore_chunks,arestore_chunks}',
      kind: 'pii-redaction',
      clears: [],
      effect: 'result',
      argument: '0',
    },
    { path: 'redact_for_log', kind: 'pii-redaction', clears: ['log'], effect: 'result', argument: '0' },
    { path: 'as_data', kind: 'delimiting', clears: [], effect: 'result', argument: '0' },
    { path: '{moderate,amoderate}', kind: 'moderation', clears: [], effect: 'result', argument: '1' },
    { path: 'clean_text', kind: 'validation', clears: ['log'], effect: 'result', argument: '0' },
    { path: 'parse_json', kind: 'validation', clears: [], effect: 'result', argument: '0' },
    { path: 'literal', kind: 'validation', clears: ['code-exec'], effect: 'result', argument: '0' },
    { path: 'calculate', kind: 'number', clears: 'all', effect: 'result', argument: '0' },
    { path: 'require_select', kind: 'select-only', clears: ['sql'], effect: 'result', argument: '0' },
    { path: 'safe_argv', kind: 'allowlist', clears: ['shell'], effect: 'result', argument: '0' },
    { path: 'safe_path', kind: 'allowlist', clears: ['path'], effect: 'result', argument: '1' },
    { path: 'safe_url', kind: 'allowlist', clears: ['url'], effect: 'result', argument: '0' },
    {
      path: '{run_python,run_python_values}',
      kind: 'sandbox',
      clears: ['code-exec'],
      effect: 'result',
      argument: '0',
    },
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
