import { type Command, firstLine, helpOf, readArguments } from './command.js';
import { baseline } from './commands/baseline.js';
import { explain } from './commands/explain.js';
import { lsp } from './commands/lsp.js';
import { rules } from './commands/rules.js';
import { scan } from './commands/scan.js';
import { surface } from './commands/surface.js';
import { exit, type Io, UsageError } from './io.js';

const commands: readonly Command[] = [scan, explain, rules, baseline, surface, lsp];

/** Commands that have a name already but no code. */
const planned: readonly string[] = ['add', 'report', 'policy', 'merge', 'mcp'];

/** Runs one command line (without "node" and the script) and gives the exit code. Never rejects. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  try {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      io.out(overview());
      return exit.clean;
    }
    if (name === '--version' || name === '-V') {
      io.out(`${io.version}\n`);
      return exit.clean;
    }
    const command = commands.find((candidate) => candidate.name === name);
    if (planned.includes(name)) throw new UsageError(`"${name}" is not part of this version yet`);
    if (command === undefined)
      throw new UsageError(
        `unknown command "${name}"; choose one of ${commands.map((c) => c.name).join(', ')}`,
      );
    const parsed = readArguments(command, rest);
    if (parsed.values.help === true) {
      io.out(helpOf(command));
      return exit.clean;
    }
    return await command.run(parsed, io);
  } catch (error) {
    const hint = error instanceof UsageError ? '' : 'internal error: ';
    io.err(`sallyport: ${hint}${firstLine(error)}\n`);
    return exit.trouble;
  }
}

function overview(): string {
  const width = Math.max(...commands.map(({ usage }) => usage.length));
  return [
    'Finds hardcoded secrets in prompts, unsafe agent permissions and unguarded LLM calls.',
    '',
    'Usage: sallyport COMMAND [OPTIONS]',
    '',
    ...commands.map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`),
    '',
    '"sallyport COMMAND --help" lists the options of a command.',
    '',
  ].join('\n');
}
