import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../processes.ts';
import { rigFolder, webBuild } from '../rig.ts';
import { launchBrowser, Workbench } from '../workbench.ts';
import { app, appFile, fixTitle, rule } from '../workspace.ts';
import type { Journey } from './journey.ts';

interface TestWeb {
  open(options: Record<string, unknown>): Promise<{ dispose(): void }>;
}

/** VS Code for the Web 1.91.1 without any server behind it: the oldest version the extension supports, and what vscode.dev is. */
export const web: Journey = {
  name: 'find and fix in VS Code for the Web 1.91.1',
  tries: 2,
  async run({ unpacked, out }) {
    const home = mkdtempSync(join(tmpdir(), 'sallyport-web-'));
    const workspace = join(home, 'workspace');
    mkdirSync(workspace);
    writeFileSync(join(workspace, appFile), app);
    // @vscode/test-web downloads nothing when its data folder holds the build already.
    const bundle = readFileSync(join(webBuild, 'out/vs/workbench/workbench.web.main.js'), 'utf8');
    const commit = /commit:"([0-9a-f]{40})"/.exec(bundle)?.[1];
    const data = join(home, 'data');
    const seeded = join(data, `vscode-web-stable-${commit}`);
    cpSync(webBuild, seeded, { recursive: true });
    writeFileSync(join(seeded, 'version'), `vscode-web-stable-${commit}`);
    const { open } = createRequire(join(rigFolder, 'web/package.json'))('@vscode/test-web') as TestWeb;
    const port = await freePort();
    const server = await open({
      browserType: 'none',
      quality: 'stable',
      commit,
      testRunnerDataDir: data,
      host: 'localhost',
      port,
      printServerLog: false,
      extensionDevelopmentPath: unpacked,
      folderPath: workspace,
    });
    const browser = await launchBrowser();
    let workbench: Workbench | undefined;
    try {
      workbench = await Workbench.open(browser, `http://localhost:${port}/`, out);
      await workbench.openFile(appFile);
      await workbench.squiggle('error');
      await workbench.openProblems();
      await workbench.goToProblem(rule);
      await workbench.choose(fixTitle, '1-actions');
      await workbench.page.locator('.view-line', { hasText: 'safe_argv(' }).first().waitFor();
      await workbench.problem(rule).waitFor({ state: 'detached' });
      await workbench.screenshot('2-fixed');
      assert.deepEqual([...workbench.outside], [], 'nothing leaves the machine');
    } finally {
      await workbench?.close();
      await browser.close();
      server.dispose();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
