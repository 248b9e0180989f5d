import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../processes.ts';
import { app, appFile, fixTitle, rule } from '../workspace.ts';
import type { Journey } from './journey.ts';

/** Runs an editor without a screen against the server over stdio; its script opens the file, applies the fix and saves. */
async function edit(unpacked: string, command: string, args: readonly string[]): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'sallyport-editor-'));
  try {
    const file = join(home, appFile);
    writeFileSync(file, app);
    const env = {
      ...process.env,
      HOME: home,
      XDG_STATE_HOME: home,
      FILE: file,
      CLI: join(unpacked, 'dist/cli.js'),
      NODE: process.execPath,
      RULE: rule,
      TITLE: fixTitle,
    };
    const output = must(command, args, { env, cwd: home, timeout: 90_000 });
    assert.match(output, /PASS/);
    assert.match(readFileSync(file, 'utf8'), /safe_argv\(/);
    assert.match(readFileSync(join(home, 'prompt_guards.py'), 'utf8'), /def safe_argv/);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const script = (name: string): string => join(import.meta.dirname, '../editors', name);

export const neovim: Journey = {
  name: 'find and fix in Neovim over stdio',
  run: ({ unpacked }) =>
    edit(unpacked, 'nvim', [
      '--headless',
      '-u',
      'NONE',
      '-i',
      'NONE',
      '-n',
      '-c',
      `luafile ${script('neovim.lua')}`,
    ]),
};

export const emacs: Journey = {
  name: 'find and fix in Emacs with eglot',
  run: ({ unpacked }) =>
    edit(unpacked, 'emacs', [
      '-batch',
      '-l',
      '/etc/emacs/site-start.d/00debian.el',
      '-f',
      'package-initialize',
      '-l',
      script('eglot.el'),
    ]),
};
