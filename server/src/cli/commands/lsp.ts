import { type Command, isSet } from '../command.js';
import { UsageError } from '../io.js';

export const lsp: Command = {
  name: 'lsp',
  usage: 'lsp --stdio',
  summary: 'Runs the language server for an editor.',
  options: { stdio: { help: 'talk over standard input and output' } },
  async run(args, io) {
    if (!isSet(args, 'stdio')) throw new UsageError('lsp needs --stdio');
    // The server is a bundle of its own and takes the transport from the command line. It ends the process when the editor asks for it.
    await import(new URL('server.js', io.home).href);
    return new Promise<number>(() => {});
  },
};
