import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';

const repository = fileURLToPath(new URL('../../', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface BuiltCli {
  run(cwd: string, ...args: readonly string[]): Outcome;
  path(): string;
}

/** Bundles the command line into a folder of its own before the tests of a file, and takes it away after them. */
export function builtCli(bundles = 'cli.js'): BuiltCli {
  let folder = '';
  beforeAll(() => {
    folder = temporaryFolder();
    const built = spawnSync(process.execPath, ['scripts/build.mjs', '--only', bundles, '--out', folder], {
      cwd: repository,
      encoding: 'utf8',
    });
    if (built.status !== 0) throw new Error(built.stderr);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    path: () => join(folder, 'cli.js'),
    run(cwd, ...args) {
      const { status, stdout, stderr } = spawnSync(systemNode(), [join(folder, 'cli.js'), ...args], {
        cwd,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      return { code: status, out: stdout, err: stderr };
    },
  };
}

/** The machine's own Node, not the newer one that npm scripts put in front: the oldest that the command line promises to run on. */
export function systemNode(): string {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder.includes('node_modules')) continue;
    const candidate = join(folder, 'node');
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not in this folder.
    }
  }
  return process.execPath;
}

export const temporaryFolder = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'sallyport-')));

/** A folder with these files, taken away after the tests. Texts are written as UTF-8. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Runs git in a folder, with a fixed author. */
export function git(folder: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(
    'git',
    ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}
