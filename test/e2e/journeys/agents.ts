import { startCodeServer } from '../code-server.ts';
import { launchBrowser, Workbench } from '../workbench.ts';
import type { Journey } from './journey.ts';

const settings = `{
  "permissions": {
    "allow": ["Bash(*)", "Read(./src/**)"],
    "deny": ["Write(./secrets/**)"]
  }
}
`;

/** "What can this agent do?" lists the grants of an agent, the riskiest with its mark, the one without effect as such. */
export const agents: Journey = {
  name: 'see in the Sallyport view what an agent may do',
  tries: 2,
  async run({ vsix, out }) {
    const server = await startCodeServer({
      files: { '.claude/settings.json': settings, 'app.py': 'x = 1\n' },
      out,
      vsix,
    });
    const browser = await launchBrowser();
    let workbench: Workbench | undefined;
    try {
      workbench = await Workbench.open(browser, server.url, out);
      await workbench.openFile('app.py');
      await workbench.page.locator('.activitybar .action-label[aria-label="Sallyport"]').click();
      const row = (text: string) =>
        workbench?.page
          .locator('.pane-body .monaco-list-row', { hasText: text })
          .first()
          .waitFor({ timeout: 60_000 });
      await row('Bash');
      await row('Write(./secrets/**)');
      await row('no effect');
      await workbench.screenshot('1-view');
    } finally {
      await workbench?.close();
      await browser.close();
      await server.stop();
    }
  },
};
