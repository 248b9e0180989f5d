import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { sarifReport } from '../../server/src/core/report/sarif.js';
import { findingAt } from '../support/finding.js';
import { projectOf } from '../support/project.js';
import { reportOf, shellRule } from '../support/report.js';

const files = { 'my app/ä#1.py': 'a = 1\nrun(HERE)\n', 'b.py': 'SOURCE\n' };
const project = projectOf(files);
const finding = findingAt(project, 'my app/ä#1.py', 'HERE', {
  path: [{ location: findingAt(project, 'b.py', 'SOURCE').location, message: 'read here' }],
  properties: { variant: 'X-1' },
});
const parse = (parts: Parameters<typeof reportOf>[1]): Log =>
  JSON.parse(sarifReport(reportOf(files, parts))) as Log;
const run = (parts: Parameters<typeof reportOf>[1]) => parse(parts).runs[0]!;

test('The log names its version and schema', () => {
  const log = parse({});
  expect(log.version).toBe('2.1.0');
  expect(log.$schema).toMatch(/sarif-2\.1\.0/);
  expect(log.runs).toHaveLength(1);
  expect(run({}).originalUriBaseIds).toEqual({ SRCROOT: { uri: 'file:///home/user/project/' } });
});

test('Rules carry help, tags of public lists and a security severity', () => {
  const rule = run({}).tool.driver.rules?.[0];
  expect(rule?.id).toBe(shellRule.id);
  expect(rule?.name).toBe('LlmOutputToShell');
  expect(rule?.help?.markdown).toContain('**What to do:**');
  expect(rule?.help?.text).not.toMatch(/[*`\]]/);
  expect(rule?.defaultConfiguration?.level).toBe('error');
  expect(rule?.properties?.tags).toEqual(
    expect.arrayContaining(['security', 'external/cwe/cwe-78', 'OWASP-LLM05:2025', 'OWASP-ASI05']),
  );
  expect(Number(rule?.properties?.['security-severity'])).toBeGreaterThanOrEqual(7);
});

test('A result names its rule, place and fingerprint; its path is a code flow', () => {
  const result = run({ findings: [finding] }).results?.[0];
  expect(result?.ruleId).toBe(shellRule.id);
  expect(result?.ruleIndex).toBe(0);
  expect(result?.level).toBe('error');
  expect(result?.partialFingerprints).toEqual({ 'sallyport/v1': finding.fingerprint });
  expect(result?.properties?.variant).toBe('X-1');
  const place = result?.locations?.[0]?.physicalLocation;
  expect(place?.artifactLocation).toEqual({ uri: 'my%20app/%C3%A4%231.py', uriBaseId: 'SRCROOT' });
  expect(place?.region).toMatchObject({
    startLine: 2,
    startColumn: 5,
    endLine: 2,
    endColumn: 9,
    charOffset: 10,
    charLength: 4,
  });
  expect(place?.region?.snippet?.text).toBe('HERE');
  const flow = result?.codeFlows?.[0]?.threadFlows[0]?.locations[0]?.location;
  expect(flow?.physicalLocation?.artifactLocation?.uri).toBe('b.py');
  expect(flow?.message?.text).toBe('read here');
  expect(result?.relatedLocations?.[0]?.message?.text).toBe('read here');
});

describe('Fixes', () => {
  const edit = (newText: string) => ({ path: 'b.py', edits: [{ range: { start: 0, end: 6 }, newText }] });
  const fix = { id: 'f', title: 'Do it', safety: 'safe', preferred: true } as const;

  test('are replacements in files, new files included', () => {
    const fixes = run({
      findings: [finding],
      fixes: [{ ...fix, changes: [edit('NEW'), { path: 'guards.py', create: 'text\n' }] }],
    }).results?.[0]?.fixes;
    expect(fixes?.[0]?.description?.text).toBe('Do it');
    expect(fixes?.[0]?.artifactChanges).toMatchObject([
      {
        artifactLocation: { uri: 'b.py' },
        replacements: [{ deletedRegion: { charOffset: 0, charLength: 6 }, insertedContent: { text: 'NEW' } }],
      },
      { artifactLocation: { uri: 'guards.py' }, replacements: [{ insertedContent: { text: 'text\n' } }] },
    ]);
  });

  test('that are a choice for a person are left out', () => {
    const fixes = [{ ...fix, safety: 'manual' as const, changes: [edit('NEW')] }];
    expect(run({ findings: [finding], fixes }).results?.[0]?.fixes).toBeUndefined();
  });
});

test('What is accepted is listed as suppressed, with the reason', () => {
  const { results } = run({
    suppressed: [
      { finding, reason: 'because', origin: 'comment' },
      { finding, reason: 'policy', origin: 'policy' },
    ],
    baselined: [finding],
  });
  expect(results?.map(({ suppressions }) => suppressions?.[0])).toEqual([
    { kind: 'inSource', status: 'accepted', justification: 'because' },
    { kind: 'external', status: 'accepted', justification: 'policy' },
    { kind: 'external', status: 'accepted', justification: 'listed in the baseline' },
  ]);
});

test('Notes are notifications of the invocation', () => {
  const [invocation] =
    run({ notes: [{ path: 'big.txt', kind: 'skipped', message: 'too large' }] }).invocations ?? [];
  expect(invocation?.executionSuccessful).toBe(true);
  expect(invocation?.toolExecutionNotifications).toMatchObject([
    {
      level: 'note',
      message: { text: 'too large' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'big.txt' } } }],
    },
  ]);
});

test('Every URI is relative and legal, whatever the path holds', () => {
  for (const path of ['a b', 'a:b', 'a?b', '%41', "it's", 'x\ud800y', 'c\\d', '"']) {
    const odd = { [path]: 'HERE' };
    const log = JSON.parse(
      sarifReport(reportOf(odd, { findings: [findingAt(projectOf(odd), path, 'HERE')] })),
    ) as Log;
    const uri = log.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
    expect(uri).toMatch(/^[A-Za-z0-9._~!$&'()*+,;=@/%-]+$/);
    if (!path.includes('\ud800')) expect(decodeURIComponent(uri)).toBe(path);
  }
});
