import { describe, expect, test } from 'vitest';
import { excludedFolders } from '../../server/src/core/workspace/excluded-folders.js';
import type { Repository } from '../../server/src/workspace/file-system.js';
import { discoverFiles } from '../../server/src/workspace/files.js';
import { linkTo, memoryFileSystem } from '../support/memory-file-system.js';

type Files = Parameters<typeof memoryFileSystem>[0];

const discover = (files: Files, paths: readonly string[] = [''], repository?: Repository) =>
  discoverFiles(memoryFileSystem(files, repository), paths);
const found = async (files: Files, paths?: readonly string[], repository?: Repository) =>
  (await discover(files, paths, repository)).paths;

describe('Found', () => {
  test('every text file, hidden folders, tests and examples included, in one order', async () => {
    const files = ['.claude/settings.json', '.github/a.yml', '.hidden', 'B', 'a', 'examples/x', 'test/y'];
    expect(await found(Object.fromEntries([...files].reverse().map((path) => [path, ''])))).toEqual(files);
  });

  test('no file whose ending says that it is no text', async () => {
    expect(await found({ 'a.png': '', 'b.PDF': '', 'c.py': '', '.gitkeep': '', 'd.wasm': '' })).toEqual([
      '.gitkeep',
      'c.py',
    ]);
  });

  test('nothing in dependency, build and cache folders, at any depth', async () => {
    const files = Object.fromEntries(
      [...excludedFolders].flatMap((name) => [
        [`${name}/x.py`, ''],
        [`deep/er/${name}/x.py`, ''],
      ]),
    );
    expect(await found({ ...files, 'mine.py': '', 'x.egg-info/PKG': '' })).toEqual(['mine.py']);
  });

  test('nothing in a virtual environment, whatever its name', async () => {
    expect(await found({ 'env3/pyvenv.cfg': '', 'env3/lib/x.py': '', 'a.py': '' })).toEqual(['a.py']);
  });
});

describe('Left out because git ignores it', () => {
  test('unless the root itself is such a folder', async () => {
    const repository: Repository = {
      prefix: 'node_modules/some-sdk',
      ignores: [{ folder: '', patterns: 'node_modules/\n*.log\n' }],
      policies: [],
    };
    expect(await found({ 'index.js': '', 'src/a.ts': '' }, [''], repository)).toEqual([
      'index.js',
      'src/a.ts',
    ]);
  });

  test('by patterns of nested files, the deepest with an opinion first', async () => {
    expect(
      await found({
        '.gitignore': '*.log\n/private/\n!keep.log\n',
        'a.log': '',
        'keep.log': '',
        'private/x': '',
        'sub/private/x': '',
        'sub/.gitignore': '!b.log\nc.txt\n',
        'sub/b.log': '',
        'sub/c.txt': '',
        'c.txt': '',
      }),
    ).toEqual(['.gitignore', 'c.txt', 'keep.log', 'sub/.gitignore', 'sub/b.log', 'sub/private/x']);
  });

  test('by patterns above the root and of the repository itself', async () => {
    const repository: Repository = {
      prefix: 'packages/app',
      ignores: [
        { folder: '', patterns: '/packages/app/generated/\n*.secret\n' },
        { folder: 'packages', patterns: 'app/local.txt\n' },
      ],
    };
    expect(
      await found(
        { 'generated/x': '', 'a.secret': '', 'local.txt': '', 'b/local.txt': '' },
        [''],
        repository,
      ),
    ).toEqual(['b/local.txt']);
  });

  test('but not agent files, which are in force all the same', async () => {
    const files = {
      '.gitignore': '.claude/\n.mcp.json\nlocal/\n.env*\n',
      '.claude/settings.local.json': '',
      '.claude/.env': '',
      '.mcp.json': '',
      '.env': '',
      'local/CLAUDE.md': '',
      'local/deep/.cursor/mcp.json': '',
      'local/data.txt': '',
      'local/node_modules/x/.mcp.json': '',
    };
    expect(await found(files)).toEqual([
      '.claude/settings.local.json',
      '.gitignore',
      '.mcp.json',
      'local/CLAUDE.md',
      'local/deep/.cursor/mcp.json',
    ]);
  });

  test('and .env files that git does not ignore are read', async () => {
    expect(await found({ '.env': '', '.env.local': '' })).toEqual(['.env', '.env.local']);
  });
});

describe('A path that is asked for', () => {
  const files = {
    '.gitignore': 'ignored/\n*.log\n',
    'ignored/a.txt': '',
    'ignored/b.log': '',
    'node_modules/x/index.js': '',
    'node_modules/x/node_modules/y/index.js': '',
    'src/a.log': '',
    'src/a.txt': '',
    'pic.png': '',
  };
  test.each([
    ['overrides what git ignores', ['ignored'], ['ignored/a.txt', 'ignored/b.log']],
    ['overrides excluded folders, but not those below it', ['node_modules/x'], ['node_modules/x/index.js']],
    ['leaves ignore rules in force below it', ['src'], ['src/a.txt']],
    ['overrides them for a file', ['src/a.log'], ['src/a.log']],
    ['is read whatever its ending', ['pic.png'], ['pic.png']],
    ['may be asked for twice', ['src', 'src/a.txt', 'src'], ['src/a.txt']],
  ])('%s', async (_, paths, expected) => {
    expect(await found(files, paths)).toEqual(expected);
  });

  test('is named when it does not exist, and the rest is found', async () => {
    const { missing, paths } = await discover(files, ['nowhere', 'src']);
    expect(missing).toEqual(['nowhere']);
    expect(paths).toEqual(['src/a.txt']);
  });
});

describe('Links', () => {
  const walk = async (files: Files, paths?: readonly string[]) => {
    const result = await discover(files, paths);
    return { paths: result.paths, notes: result.notes.map(({ path, message }) => `${path}: ${message}`) };
  };

  test('to a file are read once, under its own name', async () => {
    expect(await walk({ 'a.py': '', 'b.py': linkTo('a.py') })).toEqual({ paths: ['a.py'], notes: [] });
  });

  test('whose name makes an agent file of it are read as that', async () => {
    expect(await walk({ 'notes.md': '', 'CLAUDE.md': linkTo('notes.md') })).toEqual({
      paths: ['CLAUDE.md', 'notes.md'],
      notes: [],
    });
  });

  test('to a folder are walked once', async () => {
    expect(await walk({ 'a/x.py': '', b: linkTo('a'), c: linkTo('a') })).toEqual({
      paths: ['a/x.py'],
      notes: [],
    });
  });

  test('to a folder of skills count as that', async () => {
    expect((await walk({ 'shared/SKILL.md': '', '.claude/skills/s': linkTo('shared') })).paths).toEqual([
      'shared/SKILL.md',
    ]);
    expect((await walk({ 'shared/go.md': '', '.claude/commands': linkTo('shared') })).paths).toEqual([
      '.claude/commands/go.md',
      'shared/go.md',
    ]);
  });

  test('to a folder above them are noted once and end nothing', async () => {
    expect(await walk({ 'a/x.py': '', 'a/up': linkTo('a'), 'a/top': linkTo('') })).toEqual({
      paths: ['a/x.py'],
      notes: [
        'a/top: symbolic link to a folder above it (a loop), skipped',
        'a/up: symbolic link to a folder above it (a loop), skipped',
      ],
    });
  });

  test('that go in circles end', async () => {
    const { paths } = await walk({ 'a/x': '', 'a/b': linkTo('b'), 'b/y': '', 'b/a': linkTo('a') });
    expect(paths).toEqual(['a/x', 'b/y']);
  });

  test('out of the root or to nowhere are noted', async () => {
    const message = 'symbolic link that leads nowhere or out of the root, skipped';
    expect(await walk({ away: linkTo(undefined), self: linkTo('self') })).toEqual({
      paths: [],
      notes: [`away: ${message}`, `self: ${message}`],
    });
  });

  test('out of the root are not followed even when asked for', async () => {
    expect((await walk({ away: linkTo(undefined) }, ['away'])).paths).toEqual([]);
  });

  test('into excluded folders are not followed', async () => {
    expect(await walk({ 'node_modules/x/i.js': '', x: linkTo('node_modules/x') })).toEqual({
      paths: [],
      notes: [],
    });
  });
});

test('Folders nested beyond measure end in a note', async () => {
  const { paths, notes } = await discover({ [`${'d/'.repeat(150)}x`]: '', y: '' });
  expect(paths).toEqual(['y']);
  expect(notes.map(({ message }) => message)).toEqual(['nested too deep, skipped']);
});
