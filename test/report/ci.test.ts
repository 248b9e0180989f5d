import { describe, expect, test } from 'vitest';
import { githubReport } from '../../server/src/core/report/github.js';
import { gitlabReport } from '../../server/src/core/report/gitlab.js';
import { junitReport } from '../../server/src/core/report/junit.js';
import { findingAt } from '../support/finding.js';
import { projectOf } from '../support/project.js';
import { reportOf } from '../support/report.js';

const files = { 'a,b:c.py': 'x\nrun(HERE)\n', 'b.py': 'SOURCE' };
const project = projectOf(files);
const finding = findingAt(project, 'a,b:c.py', 'HERE', {
  message: '100% <bad> & "worse"',
  path: [{ location: findingAt(project, 'b.py', 'SOURCE').location, message: 'read here' }],
});
const minor = findingAt(project, 'b.py', 'SOURCE', {
  severity: 'info',
  ruleId: 'minor-rule',
  message: 'meh',
});

describe('github', () => {
  test('writes workflow commands whose special characters are escaped', () => {
    expect(githubReport(reportOf(files, { findings: [finding, minor] }))).toBe(
      '::error file=a%2Cb%3Ac.py,line=2,endLine=2,col=5,endColumn=9,title=llm-output-to-shell::100%25 <bad> & "worse"%0A1. b.py:1 read here\n' +
        '::notice file=b.py,line=1,endLine=1,col=1,endColumn=7,title=minor-rule::meh\n' +
        '2 files scanned: 1 error, 1 info.\n',
    );
  });

  test('leaves out columns of findings over several lines', () => {
    const two = { 'a.py': 'a(\nb)\n' };
    const text = githubReport(reportOf(two, { findings: [findingAt(projectOf(two), 'a.py', 'a(\nb)')] }));
    expect(text).toContain('line=1,endLine=2,title=');
  });

  test('cannot be made to write a command of its own', () => {
    const text = githubReport(
      reportOf(files, { findings: [{ ...finding, message: 'a\n::set-output name=x::y\r\nb' }] }),
    );
    expect(text.split(/\r|\n/).filter((line) => line.startsWith('::'))).toHaveLength(1);
  });
});

test('gitlab lists issues with path, lines, severity and a unique fingerprint', () => {
  const issues = JSON.parse(gitlabReport(reportOf(files, { findings: [finding, minor] })));
  expect(issues[0]).toEqual({
    description: '100% <bad> & "worse"',
    check_name: 'llm-output-to-shell',
    fingerprint: finding.fingerprint,
    severity: 'critical',
    location: { path: 'a,b:c.py', lines: { begin: 2, end: 2 } },
  });
  expect(issues[1].severity).toBe('minor');
  expect(JSON.parse(gitlabReport(reportOf(files)))).toEqual([]);
});

describe('junit', () => {
  test('has a failure for each warning and error, and a passing case for the rest', () => {
    const xml = junitReport(reportOf(files, { findings: [finding, minor] }));
    expect(xml).toContain('<testsuites name="sallyport" tests="2" failures="1" errors="0">');
    expect(xml).toContain('message="100% &lt;bad&gt; &amp; &quot;worse&quot;" type="error"');
    expect(xml).toContain('<system-out>meh');
    expect(xml.match(/<testcase/g)).toHaveLength(2);
  });

  test('has one passing case when nothing was found', () => {
    expect(junitReport(reportOf(files))).toContain('<testcase classname="sallyport" name="no findings"/>');
  });

  test('holds no character that XML forbids', () => {
    const xml = junitReport(
      reportOf(files, { findings: [{ ...finding, message: 'a\u0000\u001b\ud800\ufffeb' }] }),
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u);
  });
});
