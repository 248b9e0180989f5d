import { spawn } from 'node:child_process';

/**
 * A repository's own git settings can name programs to run. None is: no file system monitor, no hooks, no transport, no pager, and
 * none of the commands used here looks at working files, which filters and external diff tools would be run for.
 */
const hardening = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'protocol.allow=never'].flatMap((setting) => [
    '-c',
    setting,
  ]),
];

/** Objects that a partial clone lacks are not fetched, and nobody is asked for a password. */
const environment = { GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };

/** Runs git in a folder and gives its standard output; `undefined` when it fails or is not installed. */
export function git(folder: string, args: readonly string[], input = ''): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const child = spawn('git', [...hardening, '-C', folder, ...args], {
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks) : undefined));
    // git may end before it has read everything.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** First line of what git says. */
export async function gitLine(folder: string, args: readonly string[]): Promise<string | undefined> {
  const line = (await git(folder, args))?.toString('utf8').split('\n')[0];
  return line === '' ? undefined : line;
}
