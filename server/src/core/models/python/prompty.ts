import type { SdkModel } from '../model.js';

const values = { shape: 'values', file: '0|prompt|source' } as const;

/** Prompty files, run by their own package, by prompt flow and by Azure's. */
export default {
  id: 'prompty',
  language: 'python',
  packages: ['prompty', 'promptflow'],
  origin:
    'microsoft/prompty runtime/prompty/prompty/__init__.py, microsoft/promptflow src/promptflow-core/promptflow/core/_flow.py',
  llm: true,
  templates: [
    {
      path: '{prompty:load,prompty:load_async,promptflow:**.Prompty.load}',
      template: { argument: '0|prompt_file|source', shape: 'text' },
      file: 'path',
    },
  ],
  calls: [
    { path: 'prompty:{execute,execute_async,run,run_async}', prompt: [{ argument: 'inputs', ...values }] },
    {
      path: 'promptflow:**.Prompty.load()',
      prompt: [
        { argument: '*', shape: 'values' },
        { argument: '0', shape: 'values' },
      ],
    },
  ],
} satisfies SdkModel;
