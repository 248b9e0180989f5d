import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { builtCli, folderWith, systemNode } from '../support/cli.js';

const cli = builtCli();

/** One warning or worse, and nothing else. */
const risky = '{ "permissions": { "allow": ["Bash(*)"] } }\n';
const settings = '.claude/settings.json';

const json = (cwd: string, ...args: readonly string[]) => {
  const { out, ...rest } = cli.run(cwd, 'scan', '--format', 'json', ...args);
  return { ...rest, report: JSON.parse(out) };
};
const found = (cwd: string, ...args: readonly string[]): readonly string[] => [
  ...new Set<string>(
    json(cwd, ...args).report.findings.map((f: { location: { path: string } }) => f.location.path),
  ),
];

test('The command line runs on the Node of the system', () => {
  const version = execFileSync(systemNode(), ['--version'], { encoding: 'utf8' });
  expect(Number(/^v(\d+)/.exec(version)?.[1])).toBeGreaterThanOrEqual(20);
  expect(cli.run('/', '--version')).toEqual({
    code: 0,
    out: `${JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version}\n`,
    err: '',
  });
});

describe('Exit code', () => {
  const clean = () => folderWith({ 'a.txt': 'hello\n' });
  const dirty = () => folderWith({ [settings]: risky });

  test('0 when nothing is found', () => expect(cli.run(clean(), 'scan').code).toBe(0));
  test('1 when something is found', () => expect(cli.run(dirty(), 'scan').code).toBe(1));
  test('0 when everything found is below --fail-on', () => {
    const folder = folderWith({
      '.mcp.json': '{ "mcpServers": { "a": { "command": "npx", "args": ["some-server"] } } }\n',
    });
    const { code, report } = json(folder);
    expect(report.summary.bySeverity).toMatchObject({ error: 0, warning: 0 });
    expect(report.summary.bySeverity.info).toBeGreaterThan(0);
    expect(code).toBe(0);
    expect(cli.run(folder, 'scan', '--fail-on', 'info').code).toBe(1);
    expect(cli.run(folder, 'scan', '--fail-on', 'info', '--severity', 'warning').code).toBe(0);
  });
  test('2 when a path does not exist, and the rest is still scanned', () => {
    const folder = dirty();
    const { code, report, err } = json(folder, '.', 'nowhere');
    expect(code).toBe(2);
    expect(err).toBe('sallyport: nowhere: no such file or folder\n');
    expect(report.findings).not.toEqual([]);
  });

  test.each([
    ['an unknown option', ['scan', '--frobnicate'], /--frobnicate/],
    ['an unknown format', ['scan', '--format', 'yaml'], /"yaml" for --format.*sarif/],
    ['an unknown severity', ['scan', '--severity', 'high'], /"high" for --severity.*warning/],
    ['an unknown level to fail on', ['scan', '--fail-on', 'never'], /"never" for --fail-on/],
    ['an unknown persona', ['scan', '--persona', 'me'], /"me" for --persona/],
    ['a missing value', ['scan', '--format'], /--format/],
    ['a value for a switch', ['scan', '--fix=yes'], /--fix/],
    ['an unknown command', ['scna'], /unknown command "scna"/],
    ['a root that does not exist', ['scan', '--root', 'nowhere'], /--root nowhere/],
    ['a baseline that does not exist', ['scan', '--baseline', 'nowhere.json'], /nowhere\.json/],
    ['a commit without a repository', ['scan', '--changed-since', 'HEAD'], /repository/],
    ['an output that cannot be written', ['scan', '--output', 'no/such/folder/x'], /--output/],
    ['an unknown rule', ['explain', 'llm-output-to-shel'], /did you mean "llm-output-to-shell"/],
  ])('2 for %s, with one clear line', (_, args, message) => {
    const { code, out, err } = cli.run(dirty(), ...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toMatch(message);
  });
});

describe('Files', () => {
  test('in hidden folders, tests and examples are scanned', () => {
    const paths = [settings, `.github/x/${settings}`, `test/${settings}`, `examples/a/${settings}`];
    expect(found(folderWith(Object.fromEntries(paths.map((path) => [path, risky]))))).toEqual(
      [...paths].sort(),
    );
  });

  test('in dependency, build and cache folders are not, unless asked for', () => {
    const path = `node_modules/x/${settings}`;
    const folder = folderWith({ [path]: risky, [`.git/${settings}`]: risky, [`dist/${settings}`]: risky });
    expect(found(folder)).toEqual([]);
    expect(found(folder, 'node_modules/x')).toEqual([path]);
    expect(found(folder, path)).toEqual([path]);
  });

  test('that the policy excludes are left out, unless asked for', () => {
    const folder = folderWith({
      [`fixtures/${settings}`]: risky,
      'sallyport.yaml': 'exclude: [fixtures/**]\n',
    });
    expect(found(folder)).toEqual([]);
    expect(found(folder, 'fixtures')).toEqual([`fixtures/${settings}`]);
    expect(found(folder, `fixtures/${settings}`)).toEqual([`fixtures/${settings}`]);
  });

  test('of policy hold as they are after a fix', () => {
    const folder = folderWith({
      'a.txt': '',
      'sallyport.yaml': 'exceptions:\n  - rule: agent-permission-bypass\n    path: a.txt\n    reason: why\n',
    });
    expect(json(folder, '--severity', 'hint').report.findings).toHaveLength(1);
    expect(json(folder, '--severity', 'hint', '--fix').report.findings).toEqual([]);
    expect(readFileSync(join(folder, 'sallyport.yaml'), 'utf8')).toBe('exceptions: []\n');
  });

  test('outside of the root are not reached through links', () => {
    const outside = folderWith({ [settings]: risky });
    const folder = folderWith({ 'a.txt': '' });
    symlinkSync(outside, join(folder, 'way-out'));
    mkdirSync(join(folder, '.claude'));
    symlinkSync(join(outside, settings), join(folder, settings));
    const { report, code } = json(folder);
    expect(report.findings).toEqual([]);
    expect(report.notes.map((note: { path: string }) => note.path).sort()).toEqual([settings, 'way-out']);
    expect(code).toBe(0);
  });

  test('asked for through a root that is a link are scanned', () => {
    const folder = folderWith({ [settings]: risky });
    const elsewhere = folderWith({});
    symlinkSync(folder, join(elsewhere, 'link'));
    expect(found(join(elsewhere, 'link'))).toEqual([settings]);
  });
});

describe('Paths in reports', () => {
  const uris = (cwd: string, ...args: readonly string[]): readonly string[] => {
    const { out } = cli.run(cwd, 'scan', '--format', 'sarif', ...args);
    const run = (JSON.parse(out) as Log).runs[0];
    const uri = run?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
    return [uri, run?.originalUriBaseIds?.SRCROOT?.uri ?? ''];
  };

  test('are relative to the current folder if PATH lies in it', () => {
    const folder = folderWith({ [`sub/${settings}`]: risky });
    expect(uris(folder)).toEqual([`sub/${settings}`, `file://${folder}/`]);
    expect(uris(folder, 'sub')).toEqual([`sub/${settings}`, `file://${folder}/`]);
  });

  test('else relative to PATH', () => {
    const folder = folderWith({ [`sub/${settings}`]: risky });
    expect(uris('/usr', join(folder, 'sub'))).toEqual([settings, `file://${folder}/sub/`]);
    expect(uris('/usr', join(folder, 'sub', settings))).toEqual([settings, `file://${folder}/sub/`]);
  });

  test('never to the folder of an agent product, by whose name its files are told', () => {
    const folder = folderWith({ [`sub/${settings}`]: risky });
    const expected = [settings, `file://${folder}/sub/`];
    expect(uris('/usr', join(folder, 'sub', '.claude'))).toEqual(expected);
    expect(uris(join(folder, 'sub', '.claude'))).toEqual(expected);
    expect(uris(join(folder, 'sub', '.claude'), 'settings.json')).toEqual(expected);
  });

  test('or to --root', () => {
    const folder = folderWith({ [`sub/${settings}`]: risky });
    expect(uris(join(folder, 'sub'), '--root', '..', '.')).toEqual([`sub/${settings}`, `file://${folder}/`]);
    expect(cli.run('/usr', 'scan', '--root', join(folder, 'sub'), folder)).toMatchObject({ code: 2 });
  });

  test('are percent-encoded', () => {
    const folder = folderWith({ [`a b/ü#/${settings}`]: risky });
    expect(uris(folder)[0]).toBe(`a%20b/%C3%BC%23/${settings}`);
  });
});

describe('Output', () => {
  test('goes to a file', () => {
    const folder = folderWith({ [settings]: risky });
    const { code, out } = cli.run(folder, 'scan', '--format', 'sarif', '--output', 'report.sarif');
    expect([code, out]).toEqual([1, '']);
    expect(JSON.parse(readFileSync(join(folder, 'report.sarif'), 'utf8')).version).toBe('2.1.0');
  });

  test('is the same bytes every time, and has no color in a pipe', () => {
    const folder = folderWith({ [settings]: risky, 'b/.mcp.json': '{', 'c.txt': new Uint8Array([0xff, 0]) });
    for (const format of ['text', 'json', 'sarif', 'html', 'markdown']) {
      const first = cli.run(folder, 'scan', '--format', format).out;
      expect(cli.run(folder, 'scan', '--format', format).out).toBe(first);
      expect(first).not.toContain('\u001b');
    }
  });

  test('is complete however long it is', () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`p${i}/${settings}`, risky]));
    const { report } = json(folderWith(many));
    expect(report.summary.findings).toBe(report.findings.length);
    expect(report.findings.length).toBeGreaterThanOrEqual(400);
  });

  test('leaves nothing behind in the tree', () => {
    const folder = folderWith({ [settings]: risky });
    cli.run(folder, 'scan', '--no-cache');
    cli.run(folder, 'scan');
    expect(existsSync(join(folder, '.sallyport'))).toBe(false);
    expect(found(folder)).toEqual([settings]);
  });
});

describe('Other commands', () => {
  test('rules lists every rule, also as data', () => {
    const { out } = cli.run('/', 'rules');
    expect(out).toContain('llm-output-to-shell');
    const all = JSON.parse(cli.run('/', 'rules', '--format', 'json').out);
    expect(all.find((rule: { id: string }) => rule.id === 'llm-output-to-shell').taxonomy.cwe).toContain(78);
  });

  test('explain says what, why and what to do', () => {
    const { code, out } = cli.run('/', 'explain', 'llm-output-to-shell');
    expect(code).toBe(0);
    for (const part of ['Why it matters', 'What to do', 'cwe-78']) expect(out).toContain(part);
  });

  test('surface lists agent settings', () => {
    expect(cli.run(folderWith({ [settings]: risky }), 'surface').out).toContain(
      `${settings}:1  claude-code settings`,
    );
  });

  test('--help names every option of the contract', () => {
    const { out, code } = cli.run('/', 'scan', '--help');
    expect(code).toBe(0);
    for (const option of [
      'format',
      'output',
      'root',
      'changed-since',
      'baseline',
      'severity',
      'fail-on',
      'persona',
      'fix',
      'unsafe-fixes',
      'no-cache',
    ])
      expect(out).toContain(`--${option}`);
    for (const format of ['text', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown', 'html'])
      expect(out).toContain(format);
  });
});
