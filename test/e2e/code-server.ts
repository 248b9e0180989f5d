// A real VS Code with the packaged extension, served by code-server.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers, freePort, must, type Running, sleep, start } from './processes.ts';
import { codeServer } from './rig.ts';

export const extensionId = 'sallyport.sallyport';

export interface CodeServerOptions {
  readonly files: Readonly<Record<string, string>>;
  readonly out: string;
  /** Run the extension in the web worker extension host instead of Node's. */
  readonly worker?: boolean;
  /** Installed before the start; without it `extensionDevelopmentPath` is expected in the page's payload. */
  readonly vsix?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface CodeServer {
  readonly authority: string;
  readonly workspace: string;
  readonly url: string;
  stop(): Promise<void>;
}

export async function startCodeServer(options: CodeServerOptions): Promise<CodeServer> {
  const home = mkdtempSync(join(tmpdir(), 'sallyport-e2e-'));
  const workspace = join(home, 'workspace');
  const user = join(home, 'user');
  const extensions = join(home, 'extensions');
  for (const folder of [workspace, join(user, 'User'), extensions]) mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(options.files)) {
    mkdirSync(join(workspace, path, '..'), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  const settings = {
    'security.workspace.trust.enabled': false,
    'workbench.startupEditor': 'none',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.tips.enabled': false,
    'telemetry.telemetryLevel': 'off',
    'extensions.autoCheckUpdates': false,
    'extensions.autoUpdate': false,
    'extensions.ignoreRecommendations': true,
    'update.mode': 'none',
    'workbench.enableExperiments': false,
    'chat.disableAIFeatures': true,
    'files.autoSave': 'off',
    'editor.lightbulb.enabled': 'on',
    ...(options.worker ? { 'remote.extensionKind': { [extensionId]: ['web'] } } : {}),
    ...options.settings,
  };
  writeFileSync(join(user, 'User/settings.json'), JSON.stringify(settings));
  const config = join(home, 'code-server.yaml');
  writeFileSync(config, '');
  const env = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    PASSWORD: '',
  };
  const common = ['--config', config, '--user-data-dir', user, '--extensions-dir', extensions];
  if (options.vsix !== undefined)
    must(process.execPath, [codeServer, ...common, '--install-extension', options.vsix], { env });

  const port = await freePort();
  const server: Running = start(
    process.execPath,
    [
      codeServer,
      ...common,
      '--bind-addr',
      `127.0.0.1:${port}`,
      '--auth',
      'none',
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-workspace-trust',
      '--disable-getting-started-override',
      '--disable-proxy',
      '--vscode-option',
      'enable-smoke-test-driver',
      workspace,
    ],
    { env, log: join(options.out, 'server.log') },
  );
  const authority = `127.0.0.1:${port}`;
  await answers(`http://${authority}/healthz`);
  return {
    authority,
    workspace,
    url: `http://${authority}/?folder=${encodeURIComponent(workspace)}`,
    stop: async () => {
      server.stop();
      await sleep(300);
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
