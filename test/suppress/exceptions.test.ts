import { describe, expect, test } from 'vitest';
import { readPolicy } from '../../server/src/core/policy/read-policy.js';
import { applySuppressions } from '../../server/src/core/suppress/apply.js';
import { exceptionEdit } from '../../server/src/core/suppress/exception-edit.js';
import { applyEdits } from '../../server/src/core/text/edits.js';
import { findingAt } from '../support/finding.js';
import { projectOf } from '../support/project.js';

const ruleIds = ['llm-output-to-shell', 'other-rule'];

/** Adds an exception to a policy file and reads it back. */
function added(policy: string, path = '.mcp.json', policyPath = 'sallyport.yaml') {
  const project = projectOf({ [policyPath]: policy, [path]: 'HERE' });
  const change = exceptionEdit(findingAt(project, path, 'HERE'), project, 'accepted: by "ops"');
  if (change === undefined || 'create' in change) throw new Error('an edit was expected');
  expect(change.path).toBe(policyPath);
  const text = applyEdits(policy, change.edits);
  const read = readPolicy(text, ruleIds);
  expect(read.problems).toEqual([]);
  return { text, policy: read.policy };
}

describe('an exception is added to a policy file', () => {
  const other = '- rule: other-rule\n    path: a\n    reason: b\n';
  test.each([
    ['that is empty', ''],
    ['with other settings', 'persona: strict\n'],
    ['without a line break at its end', 'persona: strict'],
    ['with exceptions', `exceptions:\n  ${other}`],
    ['with exceptions and more after them', `exceptions:\n  ${other}\n# comment\npersona: audit\n`],
    ['with exceptions that are not indented', 'exceptions:\n- rule: other-rule\n  path: a\n  reason: b\n'],
    ['with a list in brackets', 'exceptions: [{rule: other-rule, path: a, reason: b}]\n'],
    ['with an empty list', 'exceptions: []\npersona: strict\n'],
    ['with an empty key', 'exceptions:\npersona: strict\n'],
    ['with Windows line breaks', `exceptions:\r\n  ${other.replaceAll('\n', '\r\n')}`],
  ])('%s', (_, before) => {
    const { text, policy } = added(before);
    const last = policy.exceptions.at(-1);
    expect(text.slice(last?.range.start, last?.range.end)).toMatch(/^(?:\{ ?)?"?rule/);
    expect(last).toEqual({
      range: last?.range,
      rule: 'llm-output-to-shell',
      path: '.mcp.json',
      reason: 'accepted: by "ops"',
      fingerprint: '0123456789abcdef',
    });
    expect(policy.exceptions.length).toBe(before.includes('other-rule') ? 2 : 1);
    expect(policy.persona).toBe(/persona: (\w+)/.exec(before)?.[1] ?? 'regular');
    for (const line of before.split(/\r?\n/).filter((l) => l !== '' && !/^exceptions:/.test(l)))
      expect(text).toContain(line);
  });

  test('in the nearest folder, with the path relative to it', () => {
    const { policy } = added('', 'apps/bot/.mcp.json', 'apps/sallyport.yaml');
    expect(policy.exceptions[0]?.path).toBe('bot/.mcp.json');
  });
});

describe('an exception accepts a finding', () => {
  const at = (exception: string, folder = '', prefix = '') => {
    const project = projectOf({ 'apps/bot/.mcp.json': 'HERE' });
    const { policy } = readPolicy(`exceptions:\n  - ${exception}\n`, ruleIds);
    const finding = findingAt(project, 'apps/bot/.mcp.json', 'HERE');
    const { suppressed } = applySuppressions([{ finding }], {
      project,
      policyFor: () => ({ ...policy, origin: { path: 'sallyport.yaml', folder, prefix } }),
      ruleIds,
      runs: () => true,
    });
    return suppressed.map(({ reason, origin }) => `${origin}: ${reason}`);
  };

  test.each([
    ['of its file', '{rule: llm-output-to-shell, path: apps/bot/.mcp.json, reason: why}'],
    ['of a name at any depth', '{rule: llm-output-to-shell, path: .mcp.json, reason: why}'],
    ['of a glob', '{rule: llm-output-to-shell, path: "apps/**/*.json", reason: why}'],
    ['of a folder', '{rule: llm-output-to-shell, path: apps/bot, reason: why}'],
    [
      'with its fingerprint',
      '{rule: llm-output-to-shell, path: .mcp.json, fingerprint: "0123456789abcdef", reason: why}',
    ],
  ])('%s', (_, exception) => {
    expect(at(exception)).toEqual(['policy: why']);
  });

  test.each([
    ['of another rule', '{rule: other-rule, path: .mcp.json, reason: why}'],
    ['of another file', '{rule: llm-output-to-shell, path: bot/.mcp.json, reason: why}'],
    [
      'with another fingerprint',
      '{rule: llm-output-to-shell, path: .mcp.json, fingerprint: "1", reason: why}',
    ],
    ['without a reason', '{rule: llm-output-to-shell, path: .mcp.json}'],
    ['whose reason is still to be written', '{rule: llm-output-to-shell, path: .mcp.json, reason: <reason>}'],
  ])('but not one %s', (_, exception) => {
    expect(at(exception)).toEqual([]);
  });

  test('by a path relative to the folder of the policy file', () => {
    expect(at('{rule: llm-output-to-shell, path: bot/.mcp.json, reason: why}', 'apps/')).toEqual([
      'policy: why',
    ]);
    expect(at('{rule: llm-output-to-shell, path: mono/apps/bot/*, reason: why}', '', 'mono/')).toEqual([
      'policy: why',
    ]);
  });
});

describe('an exception that accepts nothing', () => {
  const entry = '{rule: llm-output-to-shell, path: "*.json", reason: why}';

  /** Messages about the exceptions of a policy file next to `a.json`, which has a finding of `found`. */
  function complaints(exception: string, found: string, options: { runs?: boolean; folder?: string } = {}) {
    const path = `${options.folder ?? ''}sallyport.yaml`;
    const text = `exceptions:\n  - ${exception}\n`;
    const project = projectOf({ [path]: text, 'a.json': 'HERE' });
    const policy = {
      ...readPolicy(text, ruleIds).policy,
      origin: { path: 'sallyport.yaml', folder: '', prefix: '' },
    };
    const finding = findingAt(project, 'a.json', 'HERE', { ruleId: found });
    return applySuppressions([{ finding }], {
      project,
      policyFor: () => policy,
      ruleIds,
      runs: () => options.runs ?? true,
    }).meta.map(({ ruleId, hit }) => [
      ruleId,
      text.slice(hit.location.range.start, hit.location.range.end).includes('rule: '),
    ]);
  }

  test.each([
    ['in its file', entry],
    ['in any file, as there is none of that name', '{rule: llm-output-to-shell, path: b.json, reason: why}'],
  ])('%s is stale', (_, exception) => {
    expect(complaints(exception, 'other-rule')).toEqual([['suppression-stale', true]]);
  });

  test.each([
    ['when it accepts something', 'llm-output-to-shell', {}],
    ['when the rule does not run there', 'other-rule', { runs: false }],
    ['when its policy file lies outside of the run', 'other-rule', { folder: 'elsewhere/' }],
  ])('is not, %s', (_, found, options) => {
    expect(complaints(entry, found, options)).toEqual([]);
  });
});
