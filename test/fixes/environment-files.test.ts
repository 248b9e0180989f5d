import { describe, expect, test } from 'vitest';
import { environmentFiles } from '../../server/src/core/fixes/environment-files.js';
import { projectOf } from '../support/project.js';
import { applyFix } from './support.js';

/** The files that change, with their new texts. */
function changed(files: Readonly<Record<string, string>>, path: string): Record<string, string> {
  const changes = environmentFiles(projectOf(files), path, 'OPENAI_API_KEY', '\n');
  const after = applyFix(files, { changes });
  return Object.fromEntries(changes.map((change) => [change.path, after[change.path] ?? '']));
}

const example = 'OPENAI_API_KEY=\n';

test('both files are made beside the manifest of the nearest package', () => {
  const files = { 'package.json': '{}', 'packages/api/package.json': '{}', 'packages/api/src/a.ts': '' };
  expect(changed(files, 'packages/api/src/a.ts')).toEqual({
    'packages/api/.env.example': example,
    'packages/api/.gitignore': '.env\n',
  });
});

test('the package gets its own example, the ignore file of the repository is enough', () => {
  const files = {
    'package.json': '{}',
    '.env.example': 'ROOT=\n',
    '.gitignore': 'node_modules',
    'packages/api/package.json': '{}',
    'packages/api/src/a.ts': '',
  };
  expect(changed(files, 'packages/api/src/a.ts')).toEqual({
    'packages/api/.env.example': example,
    '.gitignore': 'node_modules\n.env\n',
  });
});

test('without a manifest they go to the root', () => {
  expect(changed({ 'a/b.py': '' }, 'a/b.py')).toEqual({ '.env.example': example, '.gitignore': '.env\n' });
});

describe('an ignore file covers .env of a package', () => {
  const cases: readonly (readonly [text: string, folder: string, covered: boolean])[] = [
    ['.env', '', true],
    ['/.env', '', true],
    ['.env  \r\n', '', true],
    ['**/.env', '', true],
    ['.env*', '', true],
    ['*.env', '', true],
    ['.*', '', true],
    ['.env', 'packages/api', true],
    ['packages/*/.env', 'packages/api', true],
    ['packages/', 'packages/api', true],
    ['/.env', 'packages/api', false],
    ['.env.*', '', false],
    ['.env/', '', false],
    ['# .env', '', false],
    ['.env.local', '', false],
    ['.env\n!.env', '', false],
    ['*\n!src', '', true],
  ];
  test.each(cases)('%j above %j: %s', (text, folder, covered) => {
    const prefix = folder === '' ? '' : `${folder}/`;
    const files = { '.gitignore': text, [`${prefix}package.json`]: '{}', [`${prefix}a.ts`]: '' };
    expect('.gitignore' in changed(files, `${prefix}a.ts`)).toBe(!covered);
  });
});

describe('an example names the variable already', () => {
  const cases: readonly (readonly [name: string, text: string])[] = [
    ['.env.example', 'OPENAI_API_KEY=\n'],
    ['.env.example', 'A=1\nexport OPENAI_API_KEY=your-key'],
    ['.env.example', '# OPENAI_API_KEY=\n'],
    ['.env.example', 'OPENAI_API_KEY = ""\n'],
    ['.env.sample', 'OPENAI_API_KEY=\n'],
    ['.env.template', 'OPENAI_API_KEY=\n'],
    ['example.env', 'OPENAI_API_KEY=\n'],
  ];
  test.each(cases)('%s: %j', (name, text) => {
    expect(changed({ [name]: text, '.gitignore': '.env', 'a.py': '' }, 'a.py')).toEqual({});
  });

  test('but not one of a similar name, and the example that is there is extended', () => {
    const files = { '.env.sample': 'AZURE_OPENAI_API_KEY=x', '.gitignore': '.env', 'a.py': '' };
    expect(changed(files, 'a.py')).toEqual({ '.env.sample': 'AZURE_OPENAI_API_KEY=x\nOPENAI_API_KEY=\n' });
  });
});
