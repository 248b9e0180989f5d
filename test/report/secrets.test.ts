import { describe, expect, test } from 'vitest';
import { type Format, formatNames, formats } from '../../server/src/core/report/formats.js';
import { findingAt } from '../support/finding.js';
import { projectOf } from '../support/project.js';
import { reportOf, secretAt } from '../support/report.js';

const long = ['correct', 'horse', 'battery'].join('-');
const short = ['k', '9', 'x'].join('');

/** A secret in every place that a report shows: the line, the path, messages, edits and new files. */
function leaky(value: string) {
  const files = { 'a.py': `prompt = "${value}" + HERE\nrun(1)\n`, 'b.md': `x\npassword: ${value}\n` };
  const project = projectOf(files);
  const finding = findingAt(project, 'a.py', 'HERE', {
    path: [{ location: findingAt(project, 'b.md', 'password').location, message: `read here` }],
  });
  const own = {
    ...finding,
    ruleId: 'prompt-contains-secret',
    location: secretAt(files, 'a.py', value).location,
  };
  return reportOf(files, {
    findings: [finding, own],
    secrets: [secretAt(files, 'a.py', value), secretAt(files, 'b.md', value)],
    suppressed: [{ finding: own, reason: 'r', origin: 'comment' }],
    baselined: [own],
    notes: [{ path: 'b.md', kind: 'syntax', message: 'broken', range: { start: 0, end: 20 } }],
    fixes: [
      {
        id: 'f',
        title: 'Guard it',
        safety: 'safe',
        preferred: true,
        changes: [{ path: 'a.py', edits: [{ range: { start: 0, end: 0 }, newText: 'import guards\n' }] }],
      },
    ],
  });
}

describe.each(formatNames)('The %s report never shows a secret', (format: Format) => {
  test('in a line, a path or a fix', () => {
    const text = formats[format](leaky(long));
    expect(text).not.toContain(long);
    expect(text).toContain('llm-output-to-shell');
  });

  test('that is short', () => {
    expect(formats[format](leaky(short))).not.toContain(short);
  });

  test('that a fix would move', () => {
    const report = leaky(long);
    const moved = {
      ...report,
      fixes: () => [
        {
          id: 'f',
          title: 'Move it',
          safety: 'safe' as const,
          preferred: true,
          changes: [
            { path: 'a.py', edits: [{ range: { start: 0, end: 3 }, newText: `x = "${long}"` }] },
            { path: 'new.env', create: `KEY=${long}\n` },
          ],
        },
      ],
    };
    expect(formats[format](moved)).not.toContain(long);
  });

  test('that stands in a message', () => {
    const report = leaky(long);
    const findings = report.findings.map((f) => ({ ...f, message: `found ${long}` }));
    expect(formats[format]({ ...report, findings })).not.toContain(long);
  });
});

test('Reports are the same bytes every time', () => {
  for (const format of formatNames) expect(formats[format](leaky(long))).toBe(formats[format](leaky(long)));
});
