import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../server/src/cli/apply-fixes.js';
import type { Workspace } from '../../server/src/cli/workspace.js';
import type { Analysis } from '../../server/src/core/analysis.js';
import type { Finding } from '../../server/src/core/finding.js';
import type { Fix } from '../../server/src/core/fixes/fix.js';
import type { SourceFile } from '../../server/src/core/project.js';
import { nodeFileSystem } from '../../server/src/workspace/node-file-system.js';
import { readWorkspace } from '../../server/src/workspace/workspace.js';
import { folderWith } from '../support/cli.js';
import { findingAt } from '../support/finding.js';
import { projectOf } from '../support/project.js';
import { emptySurface } from '../support/report.js';

/** What a made-up engine finds: a word in any file, and the fixes for it. */
type Rule = (file: SourceFile, at: number) => readonly Partial<Fix>[];
type Rules = Readonly<Record<string, Rule>>;

const edit = (path: string, start: number, end: number, newText: string) => ({
  path,
  edits: [{ range: { start, end }, newText }],
});

function analysisOf(files: ReadonlyMap<string, string>, rules: Rules): Analysis {
  const project = projectOf(Object.fromEntries(files));
  const findings: Finding[] = [];
  const fixes = new Map<Finding, readonly Fix[]>();
  for (const [path, text] of [...files].sort()) {
    for (const [word, rule] of Object.entries(rules)) {
      for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
        const finding = {
          ...findingAt(project, path, word, { ruleId: word }),
          location: { path, range: { start: at, end: at + word.length } },
        };
        findings.push(finding);
        fixes.set(
          finding,
          rule({ path, text }, at).map((fix) => ({
            id: 'f',
            title: 'F',
            safety: 'safe',
            preferred: true,
            changes: [],
            ...fix,
          })),
        );
      }
    }
  }
  return {
    findings,
    suppressed: [],
    notes: [],
    surface: emptySurface,
    project,
    fixes: (finding) => fixes.get(finding) ?? [],
  };
}

/** Fixes a folder with a made-up engine. */
async function fix(folder: string, rules: Rules, withUnsafe = false, meanwhile = () => {}) {
  const read = await readWorkspace(nodeFileSystem(folder), [''], []);
  const texts = new Map(read.files.map(({ path, text }) => [path, text]));
  const workspace: Workspace = {
    ...read,
    scope: { root: folder, paths: [''], asWritten: new Map() },
    analysis: analysisOf(texts, rules),
    analyser: {
      async update(files) {
        for (const { path, text } of files) texts.set(path, text);
      },
      analyse: () => analysisOf(texts, rules),
      syntaxErrors: ({ text }) => (text.split('(').length - text.split(')').length === 0 ? 0 : 1),
    },
    progress: { show: () => {}, clear: () => {} },
  };
  meanwhile();
  return applyFixes(workspace, (analysis) => analysis.findings, withUnsafe);
}

const replaceBy =
  (word: string, newText: string, more: Partial<Fix> = {}): Rule =>
  ({ path }, at) => [{ ...more, changes: [edit(path, at, at + word.length, newText)] }];

const textOf = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

test('Every safe fix is applied, and the result says how many', async () => {
  const folder = folderWith({ 'a.txt': 'BAD and BAD\n', 'b.txt': 'BAD\n', 'c.txt': 'fine\n' });
  const result = await fix(folder, { BAD: replaceBy('BAD', 'good') });
  expect(result).toMatchObject({ applied: 3, paths: ['a.txt', 'b.txt'], problems: [] });
  expect(result.analysis.findings).toEqual([]);
  expect(textOf(folder, 'a.txt')).toBe('good and good\n');
});

test('Fixes that change behavior need to be asked for; choices are never made', async () => {
  const rules: Rules = {
    UNSAFE: replaceBy('UNSAFE', 'guarded', { safety: 'unsafe' }),
    SECOND: replaceBy('SECOND', 'x', { safety: 'unsafe', preferred: false }),
    CHOICE: replaceBy('CHOICE', 'x', { safety: 'manual' }),
  };
  const folder = folderWith({ a: 'UNSAFE SECOND CHOICE' });
  expect((await fix(folder, rules)).applied).toBe(0);
  expect((await fix(folder, rules, true)).applied).toBe(1);
  expect(textOf(folder, 'a')).toBe('guarded SECOND CHOICE');
});

test('What a fix uncovers is fixed in the next round', async () => {
  const folder = folderWith({ a: 'ONE' });
  const result = await fix(folder, { ONE: replaceBy('ONE', 'TWO'), TWO: replaceBy('TWO', 'three') });
  expect(textOf(folder, 'a')).toBe('three');
  expect(result.applied).toBe(2);
});

test('A fix that does not help is not tried twice', async () => {
  const folder = folderWith({ a: 'BAD' });
  const result = await fix(folder, { BAD: replaceBy('BAD', 'BAD.') });
  expect(textOf(folder, 'a')).toBe('BAD.');
  expect(result.analysis.findings).toHaveLength(1);
});

test('Fixes that bring each other back end after ten rounds', async () => {
  const folder = folderWith({ a: 'ONE' });
  const result = await fix(folder, { ONE: replaceBy('ONE', 'TWO'), TWO: replaceBy('TWO', 'ONE') });
  expect(result.applied).toBe(10);
});

test('Fixes that touch the same text are applied one after the other', async () => {
  const wrap =
    (name: string): Rule =>
    ({ path, text }) =>
      text.includes(`${name}(`)
        ? []
        : [
            {
              changes: [
                { path, edits: [{ range: { start: 0, end: text.length }, newText: `${name}(${text})` }] },
              ],
            },
          ];
  const folder = folderWith({ a: 'BAD' });
  await fix(folder, { BA: wrap('f'), AD: wrap('g') });
  expect(textOf(folder, 'a')).toBe('g(f(BAD))');
});

test('A new file is made once, for all fixes that need it', async () => {
  const guard: Rule = ({ path, text }, at) => [
    {
      changes: [
        edit(path, at, at + 3, 'good'),
        ...(text.startsWith('import') ? [] : [edit(path, 0, 0, 'import guards\n')]),
        { path: 'lib/guards.txt', create: 'guard\n' },
      ].slice(0, 3),
    },
  ];
  const folder = folderWith({ 'a.txt': 'BAD\n', 'b.txt': 'BAD\n' });
  const { paths } = await fix(folder, { BAD: guard });
  expect(paths).toEqual(['a.txt', 'b.txt', 'lib/guards.txt']);
  expect(textOf(folder, 'lib/guards.txt')).toBe('guard\n');
  expect(textOf(folder, 'b.txt')).toBe('import guards\ngood\n');
});

test('A fix that would break the syntax is left out, alone or together with others', async () => {
  const folder = folderWith({ 'a.txt': 'ALONE', 'b.txt': 'LEFT RIGHT' });
  const { problems, applied } = await fix(folder, {
    ALONE: replaceBy('ALONE', 'f('),
    LEFT: replaceBy('LEFT', '(left)'),
    RIGHT: replaceBy('RIGHT', ')'),
  });
  expect(applied).toBe(1);
  expect(problems).toEqual([
    'a.txt: "F" does not fit here, left as it is',
    'b.txt: "F" does not fit here, left as it is',
  ]);
  expect(textOf(folder, 'a.txt')).toBe('ALONE');
  expect(textOf(folder, 'b.txt')).toBe('(left) RIGHT');
});

describe('No text is lost:', () => {
  const create = (path: string): Rules => ({
    BAD: ({ path: own }, at) => [{ changes: [edit(own, at, at + 3, 'good'), { path, create: 'new\n' }] }],
  });

  test('a file that exists is not replaced by a new one, and the fix is left out as a whole', async () => {
    const folder = folderWith({ a: 'BAD', '.gitignore': 'guards.txt\n', 'guards.txt': 'precious\n' });
    const { problems } = await fix(folder, create('guards.txt'));
    expect(problems).toEqual(['guards.txt: exists already, left as it is']);
    expect(textOf(folder, 'guards.txt')).toBe('precious\n');
    expect(textOf(folder, 'a')).toBe('BAD');
  });

  test('a file that has changed since it was read is left alone', async () => {
    const folder = folderWith({ a: 'BAD' });
    const { problems } = await fix(folder, { BAD: replaceBy('BAD', 'good') }, false, () =>
      writeFileSync(join(folder, 'a'), 'BAD and more'),
    );
    expect(problems).toEqual(['a: has changed since it was read, left as it is']);
    expect(textOf(folder, 'a')).toBe('BAD and more');
  });

  test.each(['../escape.txt', 'way-out/escape.txt'])(
    'nothing is written outside of the root (%s)',
    async (path) => {
      const outside = folderWith({});
      const folder = folderWith({ a: 'BAD' });
      symlinkSync(outside, join(folder, 'way-out'));
      const { problems } = await fix(folder, create(path));
      expect(problems).toEqual([`${path}: lies outside of the root, left as it is`]);
      expect(readdirSync(outside)).toEqual([]);
      expect(textOf(folder, 'a')).toBe('BAD');
    },
  );

  test('a file that is a link stays one, and what it leads to is fixed', async () => {
    const folder = folderWith({ 'real.txt': 'BAD' });
    mkdirSync(join(folder, '.claude'));
    symlinkSync('../real.txt', join(folder, '.claude/rules.txt'));
    await fix(folder, { BAD: replaceBy('BAD', 'good') });
    expect(textOf(folder, 'real.txt')).toBe('good');
    expect(textOf(folder, '.claude/rules.txt')).toBe('good');
  });
});

describe('A file keeps', () => {
  test('its mode', async () => {
    const folder = folderWith({ 'run.sh': 'BAD' });
    chmodSync(join(folder, 'run.sh'), 0o750);
    await fix(folder, { BAD: replaceBy('BAD', 'good') });
    expect(statSync(join(folder, 'run.sh')).mode & 0o777).toBe(0o750);
    expect(readdirSync(folder)).toEqual(['run.sh']);
  });

  test.each([
    ['its byte order mark', Buffer.from('\ufeffBAD\n'), Buffer.from('\ufeffgood\nx\n')],
    ['UTF-16', Buffer.from('\ufeffBAD\n', 'utf16le'), Buffer.from('\ufeffgood\nx\n', 'utf16le')],
    [
      'its Windows line breaks, also in new lines',
      Buffer.from('a\r\nBAD\r\n'),
      Buffer.from('a\r\ngood\r\nx\r\n'),
    ],
    ['the lack of a line break at its end', Buffer.from('BAD'), Buffer.from('good\nx')],
  ])('%s', async (_, before, after) => {
    const folder = folderWith({ 'a.txt': before });
    await fix(folder, { BAD: replaceBy('BAD', 'good\nx') });
    expect(readFileSync(join(folder, 'a.txt'))).toEqual(after);
  });
});
