import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeServerOptions, startCodeServer } from '../code-server.ts';
import { until } from '../processes.ts';
import { launchBrowser, Workbench } from '../workbench.ts';
import { app, appFile, fixTitle, rule } from '../workspace.ts';
import type { Journey, JourneyContext } from './journey.ts';

/** The packaged extension in a current VS Code: squiggle, Problems entry with its path, fix, save, checked again. */
async function run(context: JourneyContext, options: Partial<CodeServerOptions>): Promise<void> {
  const server = await startCodeServer({
    files: { [appFile]: app },
    out: context.out,
    vsix: context.vsix,
    ...options,
  });
  const browser = await launchBrowser();
  let workbench: Workbench | undefined;
  try {
    workbench = await Workbench.open(browser, server.url, context.out);
    await workbench.openFile(appFile);
    await workbench.squiggle('error');
    await workbench.screenshot('1-squiggle');
    assert.equal(
      await workbench.page.locator('.notification-toast').count(),
      0,
      'the extension says nothing at start',
    );

    await workbench.openProblems();
    await workbench.problem(rule).waitFor();
    await workbench.goToProblem(rule);
    await workbench.screenshot('2-problems');
    await workbench.choose(fixTitle, '3-actions');
    await workbench.page.locator('.view-line', { hasText: 'safe_argv(' }).first().waitFor();
    await workbench.screenshot('4-fixed');
    await workbench.save();
    await workbench.runCommand('File: Save All');
    const onDisk = (name: string): string => {
      try {
        return readFileSync(join(server.workspace, name), 'utf8');
      } catch {
        return '';
      }
    };
    await until('the fixed file on disk', () => onDisk(appFile).includes('safe_argv('));
    await until('the guard module on disk', () => onDisk('prompt_guards.py').includes('def safe_argv'));
    await workbench.problem(rule).waitFor({ state: 'detached' });
    await workbench.screenshot('5-checked-again');
    const unexpected = [...workbench.outside].filter((host) => host !== 'open-vsx.org');
    assert.deepEqual(unexpected, [], 'nothing leaves the machine but the workbench asking its own gallery');
  } finally {
    await workbench?.close();
    await browser.close();
    await server.stop();
  }
}

export const installAndFix: Journey = {
  name: 'install the extension into VS Code and fix a finding',
  tries: 2,
  run: (context) => run(context, {}),
};

export const installAndFixInWorker: Journey = {
  name: 'the same with the extension in the web worker extension host',
  tries: 2,
  run: (context) => run(context, { worker: true }),
};
