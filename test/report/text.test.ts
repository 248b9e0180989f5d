import { describe, expect, test } from 'vitest';
import type { Finding } from '../../server/src/core/finding.js';
import { textReport } from '../../server/src/core/report/text.js';
import { findingAt } from '../support/finding.js';
import { projectOf } from '../support/project.js';
import { reportOf } from '../support/report.js';

const app = 'import subprocess\n\nreply = ask(question)\nsubprocess.run(reply, shell=True)\n';
const files = { 'app/chat.py': app, 'app/web.py': 'question = request.json["q"]\n' };
const project = projectOf(files);

const finding: Finding = {
  ...findingAt(project, 'app/chat.py', 'reply, shell'),
  location: {
    path: 'app/chat.py',
    range: { start: app.indexOf('reply, '), end: app.indexOf('reply, ') + 5 },
  },
  path: [
    {
      location: findingAt(project, 'app/web.py', 'request.json').location,
      message: 'request body read here',
    },
    { location: findingAt(project, 'app/chat.py', 'reply').location, message: 'answer of the model' },
  ],
};

test('A finding is shown with its line, its path, what to do and its fixes', () => {
  const text = textReport(
    reportOf(files, {
      findings: [finding],
      fixes: [
        { id: 'a', title: 'Ask before it runs', safety: 'unsafe', preferred: true, changes: [] },
        { id: 'b', title: 'Run it in a sandbox', safety: 'manual', preferred: false, changes: [] },
      ],
    }),
  );
  expect(text).toBe(`app/chat.py: 1 error

  app/chat.py:4:16  error  Model output runs as a shell command.  [llm-output-to-shell]
     4 | subprocess.run(reply, shell=True)
       |                ^^^^^
    path  1. app/web.py:1   request body read here
          2. app/chat.py:3  answer of the model
    do    Run a fixed program with checked arguments.
    fix   Ask before it runs (changes behavior, applied by --unsafe-fixes)
          Run it in a sandbox (a choice to make in the editor)

2 files scanned: 1 error.
1 with --unsafe-fixes.
`);
});

test('A scan without findings is one line', () => {
  expect(textReport(reportOf(files))).toBe('2 files scanned: no findings.\n');
});

test('Notes with the same message are counted once there are many', () => {
  const notes = Array.from({ length: 12 }, (_, i) => ({
    path: `f${i}`,
    kind: 'skipped' as const,
    message: 'binary file, skipped',
  }));
  const lines = textReport(reportOf(files, { notes })).split('\n');
  expect(lines.filter((line) => line.includes('binary file'))).toHaveLength(11);
  expect(lines).toContain('note  and 2 more files: binary file, skipped');
});

describe('What a workspace holds cannot rewrite the terminal', () => {
  test.each([
    ['an escape sequence', '\u001b[2J'],
    ['a bidirectional override', '\u202e'],
    ['a carriage return', '\r'],
    ['a C1 control', '\u009b'],
  ])('%s', (_, character) => {
    const hostile = { 'a.py': `x = "${character}HERE"\n` };
    const text = textReport(
      reportOf(hostile, {
        findings: [
          findingAt(projectOf(hostile), 'a.py', 'HERE', {
            message: `m${character}m`,
            path: [{ location: { path: 'a.py', range: { start: 0, end: 1 } }, message: `s${character}s` }],
          }),
        ],
        notes: [{ path: `n${character}n`, kind: 'skipped', message: `t${character}t` }],
      }),
    );
    expect(text).not.toContain(character);
    expect(text).toContain('HERE');
  });
});

test('A very long line is cut around the finding', () => {
  const long = { 'a.js': `${'x;'.repeat(5_000)}HERE${';y'.repeat(5_000)}\n` };
  const text = textReport(reportOf(long, { findings: [findingAt(projectOf(long), 'a.js', 'HERE')] }));
  const lines = text.split('\n');
  const frame = lines.findIndex((line) => line.includes('HERE'));
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(130);
  expect(lines[frame + 1]?.indexOf('^^^^')).toBe(lines[frame]?.indexOf('HERE'));
});
