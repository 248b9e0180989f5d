import { type Command, isSet } from '../command.js';
import { UsageError } from '../io.js';

export const lsp: Command = {
  name: 'lsp',
  usage: 'lsp --stdio',
  summary: 'Runs the language server for an editor.',
  options: {
    stdio: { help: 'talk over standard input and output' },
    'node-ipc': { help: 'talk to the parent process (VS Code)' },
    clientProcessId: { value: 'PID', help: 'process of the editor, whose end ends the server' },
  },
  async run(args) {
    if (!isSet(args, 'stdio') && !isSet(args, 'node-ipc')) throw new UsageError('lsp needs --stdio');
    // The server takes the transport from the command line, and ends the process when the editor asks for it.
    await import('../../entry/node.js');
    return new Promise<number>(() => {});
  },
};
