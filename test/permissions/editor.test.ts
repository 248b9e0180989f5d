import { describe, expect, test } from 'vitest';
import { completeAt } from '../../server/src/core/permissions/complete.js';
import { effectiveAgents } from '../../server/src/core/permissions/effective.js';
import { explainAt } from '../../server/src/core/permissions/explain.js';
import { agentInventory } from '../../server/src/core/permissions/inventory.js';
import { readAgentConfigs } from '../../server/src/core/permissions/read.js';
import { projectOf } from './check.js';

/** The text with `|` taken out, read, and the offset where it stood. */
function at(path: string, marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const [config] = readAgentConfigs(path, text);
  return { config: config!, offset, text };
}

describe('an entry is explained in plain words', () => {
  const cases: readonly (readonly [string, string])[] = [
    [
      '{"permissions":{"allow":["Bas|h(npm run *)"]}}',
      'Runs without a question: `npm run` with any arguments.',
    ],
    [
      '{"permissions":{"allow":["Bash(python|3:*)"]}}',
      'Runs without a question: `python3` with any arguments, which runs any program that follows.',
    ],
    ['{"permissions":{"ask":["|Bash"]}}', 'A person is asked before: every shell command.'],
    [
      '{"permissions":{"allow":["WebFetch(domain:d|ocs.rs)"]}}',
      'Runs without a question: fetching `docs.rs`.',
    ],
    [
      '{"permissions":{"allow":["mcp__gh__|list"]}}',
      'Runs without a question: the tool `list` of the server `gh`.',
    ],
    [
      '{"permissions":{"deny":["Wri|te(./.env)"]}}',
      'Never runs: writing `./.env`.\n\n**Has no effect**: Claude Code consults paths of Edit(…) rules only, never of Write(…).',
    ],
    [
      '{"permissions":{"deny":["Bash"],"allow":["Bash(l|s)"]}}',
      'Runs without a question: exactly the command `ls`.\n\n**Has no effect**: deny: Bash wins over it.',
    ],
  ];
  test.each(cases)('%s', (marked, expected) => {
    const { config, offset } = at('.claude/settings.json', marked);
    expect(explainAt(config, offset)).toBe(expected);
  });

  test('a server says what it runs', () => {
    const { config, offset } = at(
      '.mcp.json',
      '{"mcpServers":{"pl|ay":{"command":"npx","args":["-y","@playwright/mcp"]}}}',
    );
    expect(explainAt(config, offset)).toBe(
      'The server `play` fetches `@playwright/mcp` and runs it with your rights, in whatever version is there.',
    );
  });

  test('nothing is said outside of entries', () => {
    const { config, offset } = at('.mcp.json', '{"other": tr|ue}');
    expect(explainAt(config, offset)).toBeUndefined();
  });
});

describe('safe forms are offered', () => {
  const project = projectOf({ 'package.json': '{"scripts":{"test":"vitest","deploy":"x"}}' });

  test('commands of the project, in a list that has some already', () => {
    const { config, offset, text } = at(
      '.claude/settings.json',
      '{"permissions":{"allow":["Bash(git status)", "Ba|"]}}',
    );
    const offered = completeAt(config, offset, project);
    expect(offered.map(({ label }) => label)).toContain('"Bash(npm run test)"');
    expect(offered.map(({ label }) => label)).not.toContain('"Bash(git status)"');
    expect(offered.map(({ replace }) => text.slice(replace.start, replace.end))[0]).toBe('"Ba"');
  });

  test('modes', () => {
    const { config, offset } = at('.codex/config.toml', 'sandbox_mode = "|danger-full-access"\n');
    expect(completeAt(config, offset, project).map(({ label }) => label)).toEqual([
      '"workspace-write"',
      '"read-only"',
    ]);
  });

  /** A value with a mark where the cursor stands, and what is offered for it. */
  const places: readonly (readonly [path: string, marked: string, offered: readonly string[]])[] = [
    ['home/a/.codex/config.toml', 'default_permissions = "|x"\n', ['":workspace"', '":read-only"']],
    ['.gemini/settings.json', '{"general":{"defaultApprovalMode":"|yolo"}}', ['"default"', '"plan"']],
    ['opencode.json', '{"permission":{"bash":"|allow"}}', ['"ask"', '"deny"']],
    ['opencode.json', '{"permission":"|allow"}', ['"ask"', '"deny"']],
    [
      'home/a/.config/zed/settings.json',
      '{"agent":{"tool_permissions":{"default":"|allow"}}}',
      ['"confirm"', '"deny"'],
    ],
    ['home/a/.config/goose/config.yaml', 'GOOSE_MODE: |auto\n', ['smart_approve', 'approve', 'chat']],
    ['.kiro/agents/a.json', '{"allowedTools":["|"]}', ['"fs_read"', '"grep"']],
    ['crush.json', '{"permissions":{"allowed_tools":["|"]}}', ['"view"', '"ls"', '"grep"']],
    ['.vscode/settings.json', '{"roo-cline.allowedCommands":["|"]}', ['"npm run test"']],
  ];
  test.each(places)('%s: %s', (path, marked, expected) => {
    const offset = marked.indexOf('|');
    const text = marked.slice(0, offset) + marked.slice(offset + 1);
    const offered = readAgentConfigs(path, text).flatMap((config) => completeAt(config, offset, project));
    expect(offered.map(({ label }) => label)).toEqual(expect.arrayContaining([...expected]));
    // What is offered is safe.
    for (const { label, replace } of offered) {
      const chosen = text.slice(0, replace.start) + label + text.slice(replace.end);
      const risks = readAgentConfigs(path, chosen).flatMap((config) => config.risks);
      expect(risks.filter(({ severity }) => severity !== 'info')).toEqual([]);
    }
  });

  test('nothing elsewhere', () => {
    const { config, offset } = at('.claude/settings.json', '{"model": "o|pus"}');
    expect(completeAt(config, offset, project)).toEqual([]);
  });
});

describe('all files of an agent are read together', () => {
  const configs = [
    ...readAgentConfigs(
      '.claude/settings.json',
      '{"permissions":{"deny":["Bash(curl:*)"],"allow":["Bash(npm test)"]}}',
    ),
    ...readAgentConfigs(
      '.claude/settings.local.json',
      '{"permissions":{"allow":["Bash(curl https://x.example.com/*)","Bash(make)"]}}',
    ),
    ...readAgentConfigs(
      '.mcp.json',
      '{"mcpServers":{"db":{"command":"npx","args":["db-mcp"],"autoApprove":["*"]}}}',
    ),
    ...readAgentConfigs('home/ana/.claude/settings.json', '{"permissions":{"ask":["Bash(make:*)"]}}'),
    ...readAgentConfigs('other/.claude/settings.json', '{"permissions":{"allow":["Bash(curl:*)"]}}'),
  ];

  test('deny and ask rules of one file decide over allow rules of another', () => {
    const agent = effectiveAgents(configs).find(
      ({ project, product }) => project === '' && product === 'claude-code',
    );
    expect(
      agent?.grants.map(({ grant, effective }) => `${grant.decision} ${grant.specifier} ${effective}`),
    ).toEqual([
      'ask make:* true',
      'deny curl:* true',
      'allow npm test true',
      'allow curl https://x.example.com/* false',
      'allow make false',
    ]);
    expect(agent?.servers.map(({ server }) => server.name)).toEqual(['db']);
  });

  test('the view lists each grant and server once, with its risk', () => {
    const items = agentInventory(configs).map(({ product, tool, specifier, decision, risk, effective }) =>
      [product, tool, specifier, decision, risk, effective].join(' '),
    );
    expect(items).toContain('Claude Code Bash curl:* allow high true');
    expect(items).toContain('Claude Code Bash make allow low false');
    expect(items).toContain('Claude Code MCP server db  allow high true');
    expect(new Set(items).size).toBe(items.length);
  });
});
