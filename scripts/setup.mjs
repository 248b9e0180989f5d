// Makes a fresh clone ready: packages as the lock file says, and the newer Node that tests and packaging need.
// Runs under plain Node 20 with nothing installed, so it uses nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');

/** Environment in which `node` and the tools are those of node_modules. */
export const environment = {
  ...process.env,
  PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}`,
};

/** Installs what is missing; quick when nothing is. */
export function ensurePackages() {
  const reason = whyInstall();
  if (reason === undefined) return;
  console.log(`${reason}: installing packages (about half a minute, once)`);
  // Install scripts stay off (.npmrc): nothing of a package runs but what is named below.
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** The npm package `node` brings a newer Node for vitest and vsce; its install script puts the binary in place. */
export function ensureNode() {
  if (existsSync(join(modules, 'node/bin/node'))) return;
  console.log('Installing the Node that tests and packaging need');
  run('npm', ['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts', '--loglevel=error']);
}

/** Runs a command in the repository with its output shown; a failure ends the process. */
export function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    env: environment,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error !== undefined) console.error(`${command}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

/** Compares the lock file with the record that npm keeps of what it installed. */
function whyInstall() {
  const installed = read(join(modules, '.package-lock.json'));
  if (installed === undefined) return 'No packages yet';
  const wanted = read(join(root, 'package-lock.json'));
  const differs = Object.entries(wanted?.packages ?? {}).some(
    ([path, { version, optional }]) =>
      path !== '' && optional !== true && installed.packages?.[path]?.version !== version,
  );
  return differs ? 'Packages differ from the lock file' : undefined;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
