import { describe, expect, test } from 'vitest';
import { diffLines } from '../../server/src/core/report/diff.js';
import { markdownReport } from '../../server/src/core/report/markdown.js';
import { SourceView } from '../../server/src/core/report/source-view.js';
import { findingAt } from '../support/finding.js';
import { projectOf } from '../support/project.js';
import { emptySurface, reportOf } from '../support/report.js';

const files = { 'a.py': 'one\ntwo\nrun(HERE)\nfour\n', 'b.py': 'SOURCE' };
const project = projectOf(files);
const finding = findingAt(project, 'a.py', 'HERE', {
  path: [{ location: findingAt(project, 'b.py', 'SOURCE').location, message: 'request body read here' }],
});
const at = files['a.py'].indexOf('HERE');
const fix = {
  id: 'f',
  title: 'Ask first',
  safety: 'unsafe',
  preferred: true,
  changes: [
    { path: 'a.py', edits: [{ range: { start: at, end: at + 4 }, newText: 'ask(HERE)' }] },
    { path: 'guards.py', create: 'def ask(x):\n    return x\n' },
  ],
} as const;

test('A finding that matters is shown with its path and a suggested edit', () => {
  expect(markdownReport(reportOf(files, { findings: [finding], fixes: [fix] }))).toBe(`## Sallyport: 1 error

### Error: \`llm-output-to-shell\`

Model output runs as a shell command. **What to do:** Run a fixed program with checked arguments.

- \`a.py:3\`: Model output runs as a shell command.

  1. \`b.py:1\` request body read here

  **Suggested edit:** Ask first (changes behavior)

  \`\`\`diff
  --- a.py
  @@ line 2 @@
   two
  -run(HERE)
  +run(ask(HERE))
   four
  +++ guards.py (new file, 2 lines)
  \`\`\`
`);
});

test('Notes on practice are one folded list', () => {
  const minor = { ...finding, severity: 'info' as const, ruleId: 'minor-rule' };
  const text = markdownReport(reportOf(files, { findings: [minor] }));
  expect(text).toContain('<details>');
  expect(text).toContain('- `minor-rule` (1): `a.py:3`');
  expect(text).not.toContain('### ');
});

test('A comment fits into a review, however much was found', () => {
  const findings = Array.from({ length: 3_000 }, (_, i) => ({ ...finding, fingerprint: String(i) }));
  expect(markdownReport(reportOf(files, { findings, fixes: [fix] })).length).toBeLessThan(65_000);
});

test('Text of the workspace is no markup', () => {
  const message = '<img src=x> @everyone [a](b) `c` *d*';
  const text = markdownReport(reportOf(files, { findings: [{ ...finding, message }] }));
  expect(text).not.toContain('<img');
  expect(text).not.toMatch(/@everyone|\[a\]\(|[^\\]\*d\*/);
});

test('Code with fences cannot end the suggestion', () => {
  const fenced = { 'a.py': 'x = """\n```\nHERE\n```\n"""\n' };
  const start = fenced['a.py'].indexOf('HERE');
  const text = markdownReport(
    reportOf(fenced, {
      findings: [findingAt(projectOf(fenced), 'a.py', 'HERE')],
      fixes: [
        { ...fix, changes: [{ path: 'a.py', edits: [{ range: { start, end: start + 4 }, newText: 'x' }] }] },
      ],
    }),
  );
  expect(text).toContain('````diff');
});

describe('A diff', () => {
  const diff = (before: string, ...edits: readonly [start: string, length: number, newText: string][]) =>
    diffLines(
      'a',
      edits.map(([start, length, newText]) => ({
        range: { start: before.indexOf(start), end: before.indexOf(start) + length },
        newText,
      })),
      new SourceView({ project: projectOf({ a: before }), surface: emptySurface, hidden: [] }),
    );

  test('of an inserted line shows it between its neighbors', () => {
    expect(diff('a\nb\nc\n', ['b', 0, 'new\n'])).toEqual(['@@ line 1 @@', ' a', '+new', ' b', ' c']);
  });

  test('of a deleted line shows what went', () => {
    expect(diff('a\nb\nc\n', ['b', 2, ''])).toEqual(['@@ line 1 @@', ' a', '-b', ' c']);
  });

  test('of places far apart has a part for each', () => {
    expect(diff('a\nb\nc\nd\ne\nf\ng\n', ['a', 1, 'A'], ['g', 1, 'G'])).toEqual([
      '@@ line 1 @@',
      '-a',
      '+A',
      ' b',
      '@@ line 6 @@',
      ' f',
      '-g',
      '+G',
    ]);
  });

  test('of two edits in one line is one change', () => {
    expect(diff('f(a, b)\n', ['a', 1, 'g(a)'], ['b', 1, 'h(b)'])).toEqual([
      '@@ line 1 @@',
      '-f(a, b)',
      '+f(g(a), h(b))',
    ]);
  });

  test('copes with Windows line breaks', () => {
    expect(diff('a\r\nb\r\n', ['b', 1, 'c'])).toEqual(['@@ line 1 @@', ' a', '-b', '+c']);
  });
});
