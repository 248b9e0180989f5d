import { beforeAll, describe, expect, test } from 'vitest';
import { Engine } from '../../server/src/core/engine.js';
import type { Host } from '../../server/src/core/host.js';
import { effectiveAgents } from '../../server/src/core/permissions/effective.js';
import { explainAt } from '../../server/src/core/permissions/explain.js';
import { readAgentConfigs } from '../../server/src/core/permissions/read.js';
import { testHost } from '../support/host.js';

type Files = Readonly<Record<string, string>>;

/** Two files of one product: which grants act once both have been read. */
const cases: readonly {
  readonly name: string;
  readonly product: string;
  readonly files: Files;
  readonly acts: readonly string[];
  /** What the rule about rules that never decide says. */
  readonly says: readonly string[];
}[] = [
  {
    name: 'Claude Code: a denial of one file takes an allowance of another back',
    product: 'claude-code',
    files: {
      '.claude/settings.json': '{"permissions":{"deny":["WebFetch"]}}',
      '.claude/settings.local.json': '{"permissions":{"allow":["WebFetch(domain:docs.rs)"]}}',
    },
    acts: ['deny WebFetch'],
    says: ['info WebFetch(domain:docs.rs) never applies: a deny rule of .claude/settings.json wins'],
  },
  {
    name: "OpenCode: the project's file comes behind the person's",
    product: 'opencode',
    files: {
      'home/ada/.config/opencode/opencode.json':
        '{"permission":{"bash":"ask","edit":"deny","webfetch":"ask"}}',
      'opencode.json': '{"permission":{"bash":"allow","edit":{"docs/**":"allow"}}}',
    },
    acts: ['ask webfetch', 'deny edit', 'allow edit docs/**', 'allow bash'],
    says: [
      'warning This allows what home/ada/.config/opencode/opencode.json asks about (bash), and it is the file that counts',
    ],
  },
  {
    name: 'OpenCode: a folder further down comes last',
    product: 'opencode',
    files: {
      'opencode.json': '{"permission":{"bash":{"*":"ask","git push *":"deny"}}}',
      'apps/web/opencode.json': '{"permission":{"bash":{"*":"allow"}}}',
    },
    acts: ['ask bash', 'deny bash git push *', 'allow bash'],
    says: [
      'warning This allows what opencode.json forbids (bash(git push *), and 1 more), and it is the file that counts',
    ],
  },
  {
    name: 'VS Code: a folder undoes what the workspace file says',
    product: 'vscode',
    files: {
      'team.code-workspace':
        '{"settings":{"chat.tools.terminal.autoApprove":{"git push":false,"npm test":true}}}',
      '.vscode/settings.json': '{"chat.tools.terminal.autoApprove":{"git push":true,"npm test":true}}',
    },
    acts: ['allow terminal npm test', 'allow terminal npm test', 'allow terminal git push'],
    says: [
      'warning This allows what team.code-workspace asks about (terminal(git push)), and it is the file that counts',
    ],
  },
  {
    name: 'Cursor: a denial of the person holds in every project',
    product: 'cursor',
    files: {
      'home/ada/.cursor/cli-config.json': '{"permissions":{"deny":["Shell(git:push*)","Write(**/*.key)"]}}',
      '.cursor/cli.json': '{"permissions":{"allow":["Shell(git:push*)","Shell(ls)","Write(src/a.key)"]}}',
    },
    acts: ['deny Shell git push*', 'deny Write **/*.key', 'allow Shell ls'],
    says: [
      'info Shell(git push*) never applies: a deny rule of home/ada/.cursor/cli-config.json wins',
      'info Write(src/a.key) never applies: a deny rule of home/ada/.cursor/cli-config.json wins',
    ],
  },
  {
    name: 'Gemini CLI: what a person always confirms is confirmed here, too',
    product: 'gemini-cli',
    files: {
      'home/ada/.gemini/settings.json': '{"tools":{"confirmationRequired":["run_shell_command(git push)"]}}',
      '.gemini/settings.json':
        '{"tools":{"allowed":["run_shell_command(git push origin)","run_shell_command(npm test)"]}}',
    },
    acts: ['ask run_shell_command git push', 'allow run_shell_command npm test'],
    says: [
      'info run_shell_command(git push origin) never applies: an ask rule of home/ada/.gemini/settings.json wins',
    ],
  },
  {
    name: 'Codex: the closest file says who is asked',
    product: 'codex',
    files: {
      'home/ada/.codex/config.toml': 'approval_policy = "untrusted"\n',
      '.codex/config.toml': 'approval_policy = "never"\nsandbox_mode = "read-only"\n',
    },
    acts: ['allow shell'],
    says: [
      'warning This allows what home/ada/.codex/config.toml asks about (shell), and it is the file that counts',
    ],
  },
  {
    name: 'Roo Code: a denial of the workspace holds in the folder',
    product: 'roo',
    files: {
      'team.code-workspace': '{"settings":{"roo-cline.deniedCommands":["git push"]}}',
      '.vscode/settings.json': '{"roo-cline.allowedCommands":["git push origin","npm test"]}',
    },
    acts: ['deny command git push', 'allow command npm test'],
    says: ['info command(git push origin) never applies: a deny rule of team.code-workspace wins'],
  },
];

describe('all files of a product are one set', () => {
  let host: Host;
  beforeAll(async () => {
    host = await testHost();
  });

  test.each(cases)('$name', ({ product, files, acts, says }) => {
    const configs = Object.entries(files).flatMap(([path, text]) => readAgentConfigs(path, text));
    const project = Object.keys(files)
      .filter((path) => path.startsWith('apps/'))
      .map(() => 'apps/web')[0];
    const agent = effectiveAgents(configs).find(
      (one) => one.product === product && one.project === (project ?? ''),
    );
    expect(
      agent?.grants
        .filter(({ effective }) => effective)
        .map(({ grant }) => [grant.decision, grant.tool, grant.specifier].filter(Boolean).join(' '))
        .sort(),
    ).toEqual(project === undefined ? [...acts].sort() : ['allow bash']);

    const engine = new Engine({ host });
    for (const [path, text] of Object.entries(files)) engine.set({ path, text });
    const { findings } = engine.analyse();
    expect(
      findings
        .filter(({ properties }) => /ACROSS-FILES$/.test(String(properties.variant)))
        .map(({ severity, message }) => `${severity} ${message}`)
        .sort(),
    ).toEqual([...says].sort());
  });
});

describe('an entry is explained as its product compares it', () => {
  const entries: readonly (readonly [string, string, string])[] = [
    [
      '.vscode/settings.json',
      '{"chat.tools.terminal.autoApprove":{"|npm run":true}}',
      'Runs without a question: every command that starts with `npm run`.',
    ],
    [
      '.vscode/settings.json',
      '{"chat.tools.terminal.autoApprove":{"|/^docker (run|exec)/":true}}',
      'Runs without a question: every command that `^docker (run|exec)` fits, which runs any program that follows.',
    ],
    [
      '.vscode/settings.json',
      '{"chat.tools.edits.autoApprove":{"**/.|env":false}}',
      'A person is asked before: writing `**/.env`.',
    ],
    [
      '.cursor/permissions.json',
      '{"terminalAllowlist":["uv r|un"]}',
      'Runs without a question: every command that starts with `uv run`, which runs any program that follows.',
    ],
    [
      '.cursor/permissions.json',
      '{"mcpAllowlist":["linear:|*"]}',
      'Runs without a question: every tool of the server `linear`, also future ones.',
    ],
    [
      '.codex/rules/default.rules',
      'prefix_rule(pattern = ["git", |"push"], decision = "forbidden")\n',
      'Never runs: every command that starts with `git push`, which cannot be undone.',
    ],
    [
      '.kiro/agents/dev.md',
      '---\nname: dev\npermissions:\n  - { capability: sh|ell, effect: allow, match: ["npm test *"] }\n---\n',
      'Runs without a question: `npm test` with any arguments.',
    ],
    [
      'home/ada/.cline/data/globalState.json',
      '{"autoApprovalSettings":{"actions":{"execute|AllCommands":true}}}',
      'Runs without a question: every shell command.',
    ],
  ];
  test.each(entries)('%s: %s', (path, marked, expected) => {
    const offset = marked.indexOf('|');
    const text = marked.slice(0, offset) + marked.slice(offset + 1);
    const [config] = readAgentConfigs(path, text).filter(({ grants }) => grants.length > 0);
    expect(config === undefined ? undefined : explainAt(config, offset)).toBe(expected);
  });
});
