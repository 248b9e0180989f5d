// A page object for the workbench of VS Code in a browser. Selectors hold for 1.91 to 1.139.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { sleep } from './processes.ts';

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });

export class Workbench {
  readonly page: Page;
  /** Hosts off this machine that anything on the page asked for. */
  readonly outside = new Set<string>();
  readonly #console: string[] = [];
  readonly #out: string;

  private constructor(page: Page, out: string) {
    this.page = page;
    this.#out = out;
  }

  static async open(browser: Browser, url: string, out: string): Promise<Workbench> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
    const page = await context.newPage();
    const workbench = new Workbench(page, out);
    page.on('console', (message) => workbench.#console.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => workbench.#console.push(`error: ${String(error)}`));
    context.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (/^(?:https?|wss?):$/.test(protocol) && !/(?:^|\.)localhost$|^127\.0\.0\.1$/.test(hostname))
        workbench.outside.add(hostname);
    });
    await page.goto(url);
    await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    return workbench;
  }

  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: join(this.#out, `${name}.png`) });
  }

  /** Keeps what was last on the screen and all that was logged. */
  async close(): Promise<void> {
    await this.screenshot('end').catch(() => {});
    writeFileSync(join(this.#out, 'console.log'), this.#console.join('\n'));
  }

  explorerRow(name: string): Locator {
    return this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
  }

  async openFile(name: string): Promise<void> {
    await this.explorerRow(name).waitFor({ timeout: 60_000 });
    await this.explorerRow(name).dblclick();
    await this.page.locator(`.tabs-container .tab[data-resource-name="${name}"]`).waitFor();
    await this.page.locator('.editor-instance .view-lines').first().waitFor();
  }

  async squiggle(kind: 'error' | 'warning' | 'info'): Promise<void> {
    await this.page.locator(`.squiggly-${kind}`).first().waitFor({ timeout: 60_000 });
  }

  async openProblems(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+KeyM');
    await this.page.locator('.markers-panel').first().waitFor();
  }

  problem(text: string): Locator {
    return this.page.locator('.markers-panel .monaco-list-row', { hasText: text }).first();
  }

  /** Puts the cursor on the problem that the panel lists, as a double click on it does. */
  async goToProblem(text: string): Promise<void> {
    await this.problem(text).dblclick();
    await sleep(300);
  }

  /** Asks for actions at the cursor and chooses one by keyboard. Asks again when a focus change swallows the menu, as a person would. */
  async choose(title: string, screenshot?: string): Promise<void> {
    const row = this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    for (let attempt = 0; ; attempt++) {
      await this.page.keyboard.press('Control+Period');
      const shown = await row.waitFor({ timeout: 4_000 }).then(
        () => true,
        (error: unknown) => {
          if (attempt === 4) throw error;
          return false;
        },
      );
      if (shown) break;
      await this.page.keyboard.press('Escape');
    }
    const focused = this.page.locator('.action-widget .monaco-list-row.focused', { hasText: title });
    for (let i = 0; i < 40 && (await focused.count()) === 0; i++) {
      await this.page.keyboard.press('ArrowDown');
      await sleep(50);
    }
    if (screenshot !== undefined) await this.screenshot(screenshot);
    await this.page.keyboard.press('Enter');
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('Control+KeyS');
  }

  /** All that the editor shows, blanks as in the file. */
  async editorText(): Promise<string> {
    const lines = await this.page.locator('.editor-instance .view-lines .view-line').allInnerTexts();
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget .quick-input-box input');
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }
}
