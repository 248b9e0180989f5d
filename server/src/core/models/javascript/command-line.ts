import type { SdkModel } from '../model.js';

/** Command-line libraries: the local user fills the values. */
export default {
  id: 'command-line',
  language: 'javascript',
  packages: [
    'commander',
    'yargs',
    'yargs/*',
    'minimist',
    'inquirer',
    '@inquirer/prompts',
    'prompts',
    'meow',
    'cac',
    '@clack/prompts',
    'enquirer',
    'readline-sync',
    'arg',
    '@oclif/core',
  ],
  origin: 'npm pages of commander 14, yargs 18, minimist, inquirer 12, prompts, meow',
  sources: [
    { path: 'commander:**.{opts,args}', label: 'cli', name: 'command-line options' },
    { path: 'commander:**.opts()', label: 'cli', name: 'command-line options' },
    { path: 'yargs:**.{argv,parse(),parseSync(),parseAsync()}', label: 'cli', name: 'command-line options' },
    { path: 'minimist:default()', label: 'cli', name: 'command-line options' },
    { path: 'meow:default().{input,flags}', label: 'cli', name: 'command-line options' },
    { path: 'inquirer:**.prompt()', label: 'cli' },
    { path: '@inquirer/prompts:{input,password,editor,search}()', label: 'cli' },
    {
      path: '{prompts:default,enquirer:**.prompt,@clack/prompts:text,readline-sync:**.question}()',
      label: 'cli',
    },
  ],
  entries: [
    { match: { callback: 'commander:**.action' }, parameters: [{ label: 'cli', rest: true }] },
    { match: { callback: 'yargs:**.command' }, parameters: [{ label: 'cli' }] },
    { match: { callback: 'cac:**.action' }, parameters: [{ label: 'cli', rest: true }] },
  ],
  // A person is asked before what follows happens.
  guards: [
    {
      path: '{@inquirer/prompts:confirm,@clack/prompts:confirm,readline-sync:**.keyInYN*}',
      kind: 'approval',
      clears: ['action', 'shell', 'code-exec', 'sql', 'path', 'url'],
      effect: 'checked',
    },
  ],
} satisfies SdkModel;
