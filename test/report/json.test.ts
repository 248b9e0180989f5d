import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { jsonReport } from '../../server/src/core/report/json.js';
import { findingAt } from '../support/finding.js';
import { projectOf } from '../support/project.js';
import { reportOf } from '../support/report.js';

const schema = JSON.parse(readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);

const files = { 'a.py': 'x\nrun(HERE)\n', 'b.py': 'SOURCE\n' };
const project = projectOf(files);
const finding = findingAt(project, 'a.py', 'HERE', {
  path: [{ location: findingAt(project, 'b.py', 'SOURCE').location, message: 'read here' }],
  properties: { variant: 'X-1' },
});
const report = JSON.parse(
  jsonReport(
    reportOf(files, {
      findings: [finding],
      suppressed: [{ finding, reason: 'because', origin: 'comment' }],
      notes: [
        { path: 'b.py', kind: 'syntax', message: 'broken', range: { start: 0, end: 3 } },
        { path: 'c', kind: 'skipped', message: 'too large' },
      ],
      fixes: [
        {
          id: 'f',
          title: 'F',
          safety: 'safe',
          preferred: true,
          changes: [
            { path: 'a.py', edits: [{ range: { start: 2, end: 5 }, newText: 'ask' }] },
            { path: 'g.py', create: 'x\n' },
          ],
        },
      ],
    }),
  ),
);

test('The report is what its schema says', () => {
  validate(report);
  expect(validate.errors).toBeNull();
  validate({ ...report, findings: [{}] });
  expect(validate.errors).not.toBeNull();
});

test('Lines and columns start at 1, offsets at 0', () => {
  expect(report.findings[0].location).toEqual({
    path: 'a.py',
    start: { line: 2, column: 5, offset: 6 },
    end: { line: 2, column: 9, offset: 10 },
  });
  expect(report.findings[0].fixes[0].changes[0].edits[0]).toMatchObject({
    start: { line: 2, column: 1 },
    newText: 'ask',
  });
});
