import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtCli, folderWith } from '../support/cli.js';

const cli = builtCli();

const risky = '{ "permissions": { "allow": ["Bash(*)"] } }\n';

interface Note {
  readonly path: string;
  readonly message: string;
}

/** Scans a folder that also holds one risk, which must be found whatever else is in it. */
function scanned(files: Readonly<Record<string, string | Uint8Array>>, prepare = (_: string): void => {}) {
  const folder = folderWith({ ...files, '.claude/settings.json': risky });
  prepare(folder);
  const { code, out, err } = cli.run(folder, 'scan', '--format', 'json');
  const report = JSON.parse(out);
  expect(err).toBe('');
  expect(code).toBe(1);
  expect(report.findings.map((f: { ruleId: string }) => f.ruleId)).toContain('excessive-tool-grant');
  const text = cli.run(folder, 'scan').out;
  return { notes: report.notes as readonly Note[], text, folder };
}

/** Exactly one note, about `path`, of one line, which the text report shows too. */
function expectOneNote(
  { notes, text }: { readonly notes: readonly Note[]; readonly text: string },
  path: string,
  message: RegExp,
) {
  expect(notes.map((note) => note.path)).toEqual([path]);
  expect(notes[0]?.message).toMatch(message);
  expect(notes[0]?.message).not.toMatch(/\n|\.$/);
  expect(text.split('\n').filter((line) => line.startsWith('note') && line.includes(path))).toHaveLength(1);
}

describe('Said in one line, and the rest is scanned:', () => {
  test('a file with syntax errors', () => {
    const broken = 'import openai\n\ndef f(:\n    return openai.OpenAI(\n';
    expectOneNote(scanned({ 'app.py': broken }), 'app.py', /syntax/);
  });

  test('a file of 10 MB', () => {
    expectOneNote(
      scanned({ 'big.py': `import openai\n${'x = 1\n'.repeat(1_800_000)}` }),
      'big.py',
      /too large \(10\.3 MB/,
    );
  });

  test('a file that is not valid UTF-8', () => {
    expectOneNote(scanned({ 'latin.py': Buffer.from('name = "J\xf6rg"\n', 'latin1') }), 'latin.py', /UTF-8/);
  });

  test('a binary file', () => {
    expectOneNote(scanned({ data: new Uint8Array([1, 2, 0, 3]) }), 'data', /binary/);
  });

  test('broken JSON', () => {
    expectOneNote(scanned({ '.mcp.json': '{ "mcpServers": { "a": \n' }), '.mcp.json', /JSON/);
  });

  test('a broken policy file', () => {
    const result = scanned({ 'sallyport.yaml': 'persona: everybody\n' });
    expectOneNote(result, 'sallyport.yaml', /persona must be one of regular, strict, audit/);
  });

  test('a link to the folder that it is in', () => {
    const result = scanned({}, (folder) => symlinkSync('.', join(folder, 'loop')));
    expectOneNote(result, 'loop', /loop/);
  });

  test('a link to itself', () => {
    const result = scanned({}, (folder) => symlinkSync('self', join(folder, 'self')));
    expectOneNote(result, 'self', /nowhere/);
  });

  test.skipIf(process.getuid?.() === 0)('a file that cannot be read', () => {
    const result = scanned({ 'locked.py': 'x' }, (folder) => chmodSync(join(folder, 'locked.py'), 0));
    expectOneNote(result, 'locked.py', /cannot be read/);
  });
});

describe('Read as if nothing were special about it:', () => {
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  test.each([
    ['a byte order mark', Buffer.from(`\ufeff${risky}`)],
    ['UTF-16, little-endian', utf16(risky)],
    ['UTF-16, big-endian', utf16(risky).swap16()],
    ['Windows line breaks', Buffer.from(risky.replaceAll(' ', '\r\n'))],
  ])('a file with %s', (_, content) => {
    const folder = folderWith({ '.claude/settings.json': content });
    const report = JSON.parse(cli.run(folder, 'scan', '--format', 'json').out);
    expect(report.notes).toEqual([]);
    expect(report.findings[0].ruleId).toBe('excessive-tool-grant');
  });
});

test('A thousand brackets, a line of a megabyte and half a program harm nobody', () => {
  const { notes } = scanned({
    'deep.json': `${'['.repeat(100_000)}`,
    'deep.py': `import openai\nx = ${'('.repeat(5_000)}1${')'.repeat(5_000)}\n`,
    'long.js': `import OpenAI from 'openai'; const x = "${'y'.repeat(1_000_000)}"\n`,
    'half.tsx': `import OpenAI from 'openai'\nexport const a = <div onClick={() => { if (`,
    'deep.yaml': `${'{a: '.repeat(20_000)}`,
    '.claude/agents/x.md': `---\n${'- '.repeat(10_000)}\n---\n`,
  });
  expect(notes.every(({ message }) => !message.includes('failed'))).toBe(true);
});

test('Paths with line breaks and escape sequences stay on one line', () => {
  const folder = folderWith({ 'a\n\u001b[31mb': new Uint8Array([0]) });
  const { out } = cli.run(folder, 'scan');
  expect(out).not.toContain('\u001b');
  expect(out.split('\n').filter((line) => line.startsWith('note'))).toHaveLength(1);
});
