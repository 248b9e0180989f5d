import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Policies } from '../../server/src/core/policy/policies.js';
import { pathForPolicy } from '../../server/src/core/policy/policy.js';
import { readPolicy } from '../../server/src/core/policy/read-policy.js';
import { policyJsonSchema } from '../../server/src/core/policy/schema.js';

const ruleIds = ['llm-output-to-shell', 'prompt-contains-secret'];

/** What is wrong in a policy, each with the text that it points at. */
function problems(text: string): readonly string[] {
  return readPolicy(text, ruleIds).problems.map(
    ({ range, message }) => `${text.slice(range.start, range.end).replace(/\s+/g, ' ').trim()}: ${message}`,
  );
}

describe('A policy is read', () => {
  test('with all its settings', () => {
    const { policy, problems } = readPolicy(
      `# what we accept
persona: strict
rules:
  llm-output-to-shell: off
  prompt-contains-secret: "warning"
exclude:
  - fixtures/**
exceptions:
  - rule: prompt-contains-secret
    path: demo.md
    reason: made up
    fingerprint: abc
`,
      ruleIds,
    );
    expect(problems).toEqual([]);
    expect(policy).toEqual({
      persona: 'strict',
      rules: new Map([
        ['llm-output-to-shell', 'off'],
        ['prompt-contains-secret', 'warning'],
      ]),
      exclude: ['fixtures/**'],
      exceptions: [
        {
          rule: 'prompt-contains-secret',
          path: 'demo.md',
          reason: 'made up',
          fingerprint: 'abc',
          range: expect.objectContaining({ start: expect.any(Number) }),
        },
      ],
    });
  });

  test.each(['', '# nothing yet\n', '---\n', 'null\n'])('as the defaults when it is empty: %j', (text) => {
    expect(problems(text)).toEqual([]);
    expect(readPolicy(text, ruleIds).policy.persona).toBe('regular');
  });

  test('as far as it makes sense', () => {
    const { policy } = readPolicy(
      'persona: nobody\nrules:\n  llm-output-to-shell: off\nexclude: 3\n',
      ruleIds,
    );
    expect(policy.persona).toBe('regular');
    expect(policy.rules.get('llm-output-to-shell')).toBe('off');
    expect(policy.exclude).toEqual([]);
  });
});

describe('What is wrong in a policy is said with its place:', () => {
  test.each([
    ['an unknown setting', 'persna: strict\n', ['persna: unknown setting "persna"; did you mean "persona"?']],
    ['an unknown persona', 'persona: me\n', ['me: persona must be one of regular, strict, audit']],
    [
      'an unknown rule',
      'rules:\n  llm-output-to-shel: off\n',
      ['llm-output-to-shel: unknown rule "llm-output-to-shel"; did you mean "llm-output-to-shell"?'],
    ],
    [
      'an unknown severity',
      'rules:\n  llm-output-to-shell: high\n',
      ['high: rules.llm-output-to-shell must be one of error, warning, info, hint, off'],
    ],
    ['a list instead of a map', 'rules:\n  - a\n', ['- a: rules must map rule ids to severities']],
    ['a text instead of a list', 'exclude: fixtures\n', ['fixtures: exclude must be a list']],
    [
      'an exception without a reason',
      'exceptions:\n  - rule: llm-output-to-shell\n    path: a\n',
      ['rule: llm-output-to-shell path: a: exceptions[0] needs a reason'],
    ],
    ['a text instead of everything', 'strict\n', ['strict: the policy must be a map of settings']],
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test('broken YAML, and what could be read holds', () => {
    const { policy, problems } = readPolicy('persona: audit\nrules: [\n', ruleIds);
    expect(problems.length).toBeGreaterThan(0);
    expect(policy.persona).toBe('audit');
  });

  test('no text is too odd to be read', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        readPolicy(text, ruleIds);
      }),
      { numRuns: 500 },
    );
  });
});

describe('The policy in force', () => {
  const files = [
    { path: 'sallyport.yaml', text: 'persona: strict\nexclude: [gen/**]\n' },
    { path: 'apps/bot/sallyport.yml', text: 'exclude: [gen/**]\n' },
    { path: 'apps/bot/sallyport.yaml', text: 'persona: audit\n' },
  ];

  test.each([
    ['a.py', 'strict'],
    ['apps/a.py', 'strict'],
    ['apps/bot/a.py', 'audit'],
    ['apps/bot/deep/a.py', 'audit'],
    ['apps/bottom/a.py', 'strict'],
  ])('for %s is the nearest: %s', (path, persona) => {
    expect(new Policies(files, [], ruleIds).for(path).persona).toBe(persona);
  });

  test('excludes paths relative to its own folder', () => {
    const policies = new Policies(
      [{ path: 'apps/sallyport.yaml', text: 'exclude: [/gen/**]\n' }],
      [],
      ruleIds,
    );
    expect(policies.excludes('apps/gen/x.py')).toBe(true);
    expect(policies.excludes('apps/bot/gen/x.py')).toBe(false);
    expect(policies.excludes('gen/x.py')).toBe(false);
  });

  test('comes from above the root where the root has none', () => {
    const above = [
      { levels: 2, name: 'sallyport.yaml', text: 'persona: audit\n', prefix: 'packages/app/' },
      { levels: 1, name: 'sallyport.yaml', text: 'persona: strict\nexclude: [app/gen/**]\n', prefix: 'app/' },
    ];
    const policies = new Policies([{ path: 'sub/sallyport.yaml', text: '' }], above, ruleIds);
    expect(policies.for('a.py').persona).toBe('strict');
    expect(policies.for('a.py').origin?.path).toBe('../sallyport.yaml');
    expect(pathForPolicy(policies.for('a.py'), 'a.py')).toBe('app/a.py');
    expect(policies.excludes('gen/a.py')).toBe(true);
    expect(policies.for('sub/a.py').persona).toBe('regular');
  });

  test('says what is wrong in it as notes', () => {
    const { notes } = new Policies([{ path: 'a/sallyport.yaml', text: 'x: 1\n' }], [], ruleIds);
    expect(notes).toMatchObject([{ path: 'a/sallyport.yaml', kind: 'policy', range: { start: 0, end: 1 } }]);
  });
});

test('The JSON schema describes every setting', () => {
  const schema = policyJsonSchema(ruleIds) as {
    properties: Record<string, { description: string; properties?: Record<string, unknown> }>;
    additionalProperties: boolean;
  };
  expect(Object.keys(schema.properties)).toEqual(['persona', 'rules', 'exclude', 'exceptions']);
  expect(Object.keys(schema.properties.rules?.properties ?? {})).toEqual(ruleIds);
  expect(schema.additionalProperties).toBe(false);
});
