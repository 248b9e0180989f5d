import type { SdkModel } from '../model.js';

const numbers = ['int', 'float', 'bool', 'UUID', 'Enum', 'Literal'];

/** Command-line frameworks: the local user fills the parameters. */
export default {
  id: 'command-line',
  language: 'python',
  packages: [
    'click',
    'typer',
    'fire',
    'rich',
    'questionary',
    'InquirerPy',
    'prompt_toolkit',
    'cmd',
    'textual',
  ],
  origin:
    'click.palletsprojects.com, typer.tiangolo.com, python-fire guide, rich and prompt_toolkit documentation',
  sources: [
    { path: '{click,typer}:prompt()', label: 'cli' },
    { path: 'rich:prompt.Prompt.ask()', label: 'cli' },
    { path: 'rich:console.Console().input()', label: 'cli' },
    { path: 'questionary:{text,password,select,autocomplete}().ask()', label: 'cli' },
    { path: 'prompt_toolkit:{prompt,PromptSession().prompt,PromptSession().prompt_async}()', label: 'cli' },
  ],
  entries: [
    {
      match: { decorator: 'click:{command,group,option,argument,Group().command}' },
      parameters: [{ label: 'cli', rest: true }],
      except: [...numbers, 'Context'],
    },
    {
      match: { decorator: 'typer:Typer().{command,callback}' },
      parameters: [{ label: 'cli', rest: true }],
      except: [...numbers, 'Context'],
    },
    { match: { callback: 'typer:run' }, parameters: [{ label: 'cli', rest: true }], except: numbers },
    { match: { callback: 'fire:Fire' }, parameters: [{ label: 'cli', rest: true }], except: numbers },
    {
      match: { base: 'cmd:Cmd', methods: ['default', 'onecmd'] },
      parameters: [{ label: 'cli', rest: true }],
    },
  ],
  // A person is asked before what follows happens.
  guards: [
    {
      path: '{click:confirm,typer:confirm,rich:prompt.Confirm.ask,prompt_toolkit:shortcuts.confirm}',
      kind: 'approval',
      clears: ['action', 'shell', 'code-exec', 'sql', 'path', 'url'],
      effect: 'checked',
      raises: { argument: 'abort|2', is: [true] },
    },
    {
      path: '{questionary:confirm().{ask,ask_async,unsafe_ask},InquirerPy:inquirer.confirm().{execute,execute_async}}',
      kind: 'approval',
      clears: ['action', 'shell', 'code-exec', 'sql', 'path', 'url'],
      effect: 'checked',
    },
  ],
} satisfies SdkModel;
