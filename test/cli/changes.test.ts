import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtCli, folderWith, git } from '../support/cli.js';

const cli = builtCli();

const settings = (...allow: readonly string[]) =>
  `{\n  "permissions": {\n    "allow": [\n${allow.map((rule) => `      "${rule}"`).join(',\n')}\n    ]\n  }\n}\n`;
const path = '.claude/settings.json';

/** A repository with one commit that holds these files. */
function repository(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '-A', '-f');
  git(folder, 'commit', '-q', '-m', 'one');
  return folder;
}

interface Found {
  readonly ruleId: string;
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
}

/** What the change brings. */
function brought(folder: string, ref: string): readonly Found[] {
  const { out, err, code } = cli.run(folder, 'scan', '--format', 'json', '--changed-since', ref);
  if (code === 2) throw new Error(err);
  return JSON.parse(out).findings;
}

/** Places of what the change brings, but for findings about several places together. */
const touched = (folder: string, ref: string): readonly string[] => [
  ...new Set(
    brought(folder, ref)
      .filter(({ ruleId }) => ruleId !== 'tool-chain-exfiltration')
      .map(({ location }) => `${location.path}:${location.start.line}`),
  ),
];

test('Nothing is reported when nothing has changed', () => {
  expect(touched(repository({ [path]: settings('Bash(*)') }), 'HEAD')).toEqual([]);
});

test('Only lines that have changed are reported, committed or not', () => {
  const folder = repository({ [path]: settings('Bash(*)', 'WebFetch') });
  writeFileSync(join(folder, path), settings('Bash(*)', 'WebFetch', 'Read(~/.ssh/**)'));
  expect(touched(folder, 'HEAD')).toContain(`${path}:6`);
  expect(touched(folder, 'HEAD')).not.toContain(`${path}:4`);
  git(folder, 'commit', '-q', '-a', '-m', 'two');
  expect(touched(folder, 'HEAD~1')).toContain(`${path}:6`);
  expect(touched(folder, 'HEAD')).toEqual([]);
});

test('A finding elsewhere is reported when a step of its path has changed', () => {
  const folder = repository({ [path]: settings('Bash(*)', 'WebFetch') });
  writeFileSync(join(folder, path), settings('Bash(*)', 'WebFetch', 'Read(~/.ssh/**)'));
  const chain = brought(folder, 'HEAD').find(({ ruleId }) => ruleId === 'tool-chain-exfiltration');
  expect(chain?.location.start.line).toBe(4);
});

test('New files count whole, also those that git does not know yet', () => {
  const folder = repository({ 'a.txt': '' });
  writeFileSync(join(folder, '.mcp.json'), '{ "mcpServers": { "a": { "url": "http://example.com/mcp" } } }');
  expect(touched(folder, 'HEAD')).toEqual(['.mcp.json:1']);
});

test('A file that was only moved brings nothing', () => {
  const folder = repository({ [`a/${path}`]: settings('Bash(*)') });
  git(folder, 'mv', 'a', 'b');
  expect(touched(folder, 'HEAD')).toEqual([]);
});

test('Line breaks that git converts are no change', () => {
  const folder = repository({ [path]: settings('Bash(*)') });
  writeFileSync(join(folder, path), settings('Bash(*)').replaceAll('\n', '\r\n'));
  expect(touched(folder, 'HEAD')).toEqual([]);
});

test('What the other branch has done meanwhile is not held against this one', () => {
  const folder = repository({ [path]: settings('Bash(*)'), 'a.txt': '' });
  git(folder, 'checkout', '-q', '-b', 'feature');
  writeFileSync(join(folder, 'a.txt'), 'x');
  git(folder, 'commit', '-q', '-a', '-m', 'two');
  git(folder, 'checkout', '-q', 'main');
  writeFileSync(join(folder, path), settings());
  git(folder, 'commit', '-q', '-a', '-m', 'three');
  git(folder, 'checkout', '-q', 'feature');
  expect(touched(folder, 'main')).toEqual([]);
});

test('A folder of a repository can be the root', () => {
  const folder = repository({ [`sub/${path}`]: settings('Bash(*)') });
  writeFileSync(join(folder, 'sub', path), settings('Bash(*)', 'WebFetch'));
  expect(touched(join(folder, 'sub'), 'HEAD')).toContain(`${path}:5`);
});

describe('A commit that does not exist is one clear line:', () => {
  test.each(['nowhere', '--upload-pack=x', 'HEAD:a.txt', ''])('%s', (ref) => {
    const { code, err, out } = cli.run(repository({ 'a.txt': '' }), 'scan', `--changed-since=${ref}`);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^sallyport: --changed-since .*no such commit\n$/);
  });
});

test('Nothing that a repository configures is run', () => {
  const folder = repository({ [path]: settings('Bash(*)'), '.gitattributes': '* filter=evil diff=evil\n' });
  const trap = join(folder, 'trap.sh');
  writeFileSync(trap, `#!/bin/sh\ntouch '${folder}/SPRUNG'\ncat\n`);
  chmodSync(trap, 0o755);
  for (const key of [
    'core.fsmonitor',
    'core.pager',
    'core.sshCommand',
    'filter.evil.clean',
    'filter.evil.smudge',
    'filter.evil.process',
    'diff.evil.textconv',
    'diff.evil.command',
    'diff.external',
  ])
    git(folder, 'config', key, trap);
  git(folder, 'config', 'extensions.partialClone', 'origin');
  git(folder, 'config', 'remote.origin.url', `ext::${trap}`);
  git(folder, 'config', 'remote.origin.promisor', 'true');
  writeFileSync(join(folder, '.git/hooks/post-index-change'), readFileSync(trap));
  chmodSync(join(folder, '.git/hooks/post-index-change'), 0o755);
  writeFileSync(join(folder, path), settings('Bash(*)', 'WebFetch'));
  rmSync(join(folder, 'SPRUNG'), { force: true });
  expect(touched(folder, 'HEAD')).toContain(`${path}:5`);
  expect(existsSync(join(folder, 'SPRUNG'))).toBe(false);
  // The trap is a trap: git itself walks into it.
  git(folder, 'diff', 'HEAD');
  expect(existsSync(join(folder, 'SPRUNG'))).toBe(true);
});

describe('A baseline', () => {
  const findings = (folder: string, ...args: readonly string[]) => {
    const { code, out } = cli.run(folder, 'scan', '--format', 'json', ...args);
    const { summary } = JSON.parse(out);
    return { code, findings: summary.findings, baselined: summary.baselined };
  };

  test('accepts what is there, so that only what is new is reported', () => {
    const folder = folderWith({ [path]: settings('Bash(*)') });
    const { findings: before } = findings(folder);
    expect(cli.run(folder, 'baseline')).toMatchObject({ code: 0, out: '' });
    expect(findings(folder, '--baseline', 'sallyport-baseline.json')).toEqual({
      code: 0,
      findings: 0,
      baselined: before,
    });
    writeFileSync(
      join(folder, '.mcp.json'),
      '{ "mcpServers": { "a": { "url": "http://example.com/mcp" } } }',
    );
    const after = findings(folder, '--baseline', 'sallyport-baseline.json');
    expect(after.findings).toBeGreaterThan(0);
    expect(after.baselined).toBe(before);
    expect(after.code).toBe(1);
  });

  test('survives edits elsewhere in the file', () => {
    const folder = folderWith({ [path]: settings('Bash(*)') });
    cli.run(folder, 'baseline', '--output', 'b.json');
    writeFileSync(join(folder, path), `\n\n${settings('Bash(*)')}`);
    expect(findings(folder, '--baseline', 'b.json').findings).toBe(0);
  });

  test('holds no text of the workspace, and says what can be pruned', () => {
    const folder = folderWith({ [path]: settings('Bash(*)', 'WebFetch') });
    cli.run(folder, 'baseline', '--output', 'b.json');
    const full = readFileSync(join(folder, 'b.json'), 'utf8');
    expect(full).not.toContain('WebFetch');
    writeFileSync(join(folder, path), settings('Bash(*)'));
    expect(cli.run(folder, 'scan', '--baseline', 'b.json').out).toMatch(/of the baseline .*--prune/);
    expect(cli.run(folder, 'baseline', '--prune', '--output', 'b.json').code).toBe(0);
    const pruned = JSON.parse(readFileSync(join(folder, 'b.json'), 'utf8')).findings.length;
    expect(pruned).toBeLessThan(JSON.parse(full).findings.length);
    expect(cli.run(folder, 'scan', '--baseline', 'b.json').out).not.toContain('--prune');
  });

  test.each(['', '{', '[]', '{"version": 2, "findings": []}', '{"version": 1, "findings": [{}]}'])(
    'that is none is refused: %s',
    (text) => {
      const { code, err } = cli.run(folderWith({ 'b.json': text }), 'scan', '--baseline', 'b.json');
      expect([code, err]).toEqual([2, 'sallyport: --baseline b.json: not a baseline file\n']);
    },
  );
});
