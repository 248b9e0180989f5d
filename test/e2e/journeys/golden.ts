import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCodeServer } from '../code-server.ts';
import { repository } from '../rig.ts';
import { launchBrowser } from '../workbench.ts';
import type { Journey } from './journey.ts';

const examples = join(repository, 'examples');

interface Reported {
  readonly path: string;
  readonly ruleId: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** The extension in a real web worker extension host finds what the command line finds, to the last character. */
export const goldenInWorker: Journey = {
  name: 'the worker host finds in the examples what the command line finds',
  async run({ unpacked, out }) {
    const expected = fromCommandLine(join(unpacked, 'dist/cli.js'));
    assert.ok(expected.length > 10, 'the examples have findings');
    const server = await startCodeServer({
      files: exampleFiles(),
      out,
      worker: true,
      settings: { 'sallyport.scope': 'workspace' },
    });
    const tests = join(unpacked, 'e2e');
    mkdirSync(tests, { recursive: true });
    writeFileSync(
      join(tests, 'index.js'),
      readFileSync(join(import.meta.dirname, '../in-host/report-findings.js'), 'utf8'),
    );
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      const lines: string[] = [];
      let ended: (code: number) => void = () => {};
      const exit = new Promise<number>((done) => {
        ended = done;
      });
      await page.exposeFunction('codeAutomationLog', (_: string, args: readonly unknown[]) =>
        lines.push(args.map(String).join(' ')),
      );
      await page.exposeFunction('codeAutomationExit', (code: number) => ended(code));
      const uri = (path: string): string => `vscode-remote://${server.authority}${path}`;
      const payload = [
        ['extensionDevelopmentPath', uri(unpacked)],
        ['extensionTestsPath', uri(join(tests, 'index.js'))],
      ];
      await page.goto(`${server.url}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
      const code = await Promise.race([
        exit,
        new Promise<number>((done) => setTimeout(() => done(98), 120_000)),
      ]);
      writeFileSync(join(out, 'console.log'), lines.join('\n'));
      assert.equal(code, 0, 'the tests in the extension host end well');
      const found = JSON.parse(
        readFileSync(join(server.workspace, 'found.json'), 'utf8'),
      ) as readonly Reported[];
      assert.deepEqual(found, expected);
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

function exampleFiles(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(examples, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[path.slice(examples.length + 1)] = readFileSync(path, 'utf8');
  }
  return files;
}

interface JsonReport {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly message: string;
    readonly location: {
      readonly path: string;
      readonly start: { readonly offset: number };
      readonly end: { readonly offset: number };
    };
  }[];
}

function fromCommandLine(cli: string): readonly Reported[] {
  // The exit says that there are findings, which is the point.
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'scan', '--format', 'json', '--root', examples, examples],
    {
      encoding: 'utf8',
    },
  );
  assert.equal(stderr, '', 'nothing to complain about');
  const report = JSON.parse(stdout) as JsonReport;
  return report.findings.map(({ ruleId, message, location }) => ({
    path: location.path,
    ruleId,
    message,
    start: location.start.offset,
    end: location.end.offset,
  }));
}
