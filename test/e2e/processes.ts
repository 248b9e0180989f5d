// Processes, ports and waiting.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Polls until `probe` gives something truthy. Rejects after `ms` milliseconds. */
export async function until<T>(
  what: string,
  probe: () => T | Promise<T>,
  ms = 30_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await probe();
    if (value) return value as NonNullable<T>;
    if (Date.now() > end) throw new Error(`timed out waiting for ${what}`);
    await sleep(50);
  }
}

export const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const server = createServer().on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null ? done(address.port) : failed(new Error('no port')),
      );
    });
  });

export const answers = (url: string): Promise<unknown> =>
  until(
    `an answer from ${url}`,
    () =>
      fetch(url, { redirect: 'manual' }).then(
        (r) => r.status < 500,
        () => false,
      ),
    60_000,
  );

export interface Running {
  readonly process: ChildProcess;
  stop(): void;
}

/** Starts a program in a process group of its own, so that all of it can be stopped. */
export function start(
  command: string,
  args: readonly string[],
  options: { env: NodeJS.ProcessEnv; log: string },
): Running {
  const log = openSync(options.log, 'w');
  const child = spawn(command, args, { env: options.env, stdio: ['ignore', log, log], detached: true });
  const stop = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    } catch {
      // It has ended already.
    }
  };
  process.once('exit', stop);
  return { process: child, stop };
}

/** Runs a program to its end; rejects with its output when it fails. */
export function must(
  command: string,
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv; cwd?: string; timeout?: number } = {},
): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 120_000,
    ...options,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} -> ${status}\n${stdout}\n${stderr}`);
  return stdout + stderr;
}
