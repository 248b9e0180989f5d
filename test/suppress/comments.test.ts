import { beforeAll, describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../server/src/core/policy/policy.js';
import { applySuppressions } from '../../server/src/core/suppress/apply.js';
import { suppressionEdit } from '../../server/src/core/suppress/suppression-edit.js';
import { applyEdits } from '../../server/src/core/text/edits.js';
import type { TreeSitterHost } from '../../server/src/syntax/tree-sitter-host.js';
import { findingAt } from '../support/finding.js';
import { testHost } from '../support/host.js';
import { projectOf } from '../support/project.js';

let host: TreeSitterHost;
beforeAll(async () => {
  host = await testHost();
});

const ruleIds = ['llm-output-to-shell', 'prompt-contains-secret'];

/** Applies the comments of one file to a finding on `HERE`. */
function accepted(path: string, text: string, ruleId = 'llm-output-to-shell') {
  const project = projectOf({ [path]: text }, host);
  const finding = findingAt(project, path, 'HERE', { ruleId });
  const { active, suppressed, meta } = applySuppressions([{ finding }], {
    project,
    policyFor: () => defaultPolicy,
    ruleIds,
    runs: () => true,
  });
  expect(active.length + suppressed.length).toBe(1);
  return { reason: suppressed[0]?.reason, complaints: meta.map((m) => m.ruleId), meta };
}

describe('a comment with a reason accepts a finding', () => {
  const cases: readonly [name: string, path: string, text: string][] = [
    ['on the line above, in Python', 'a.py', '# sallyport-ignore llm-output-to-shell: why\nrun(HERE)\n'],
    ['at the end of the line', 'a.py', 'run(HERE)  # sallyport-ignore llm-output-to-shell: why\n'],
    ['in TypeScript', 'a.ts', '  // sallyport-ignore llm-output-to-shell: why\n  run(HERE);\n'],
    [
      'in Java',
      'A.java',
      'class A {\n  void f() {\n    // sallyport-ignore llm-output-to-shell: why\n    run(HERE);\n  }\n}\n',
    ],
    [
      'in a block comment of Java',
      'A.java',
      'class A {\n  void f() {\n    run(HERE); /* sallyport-ignore llm-output-to-shell: why */\n  }\n}\n',
    ],
    ['in a block comment', 'a.ts', '/* sallyport-ignore llm-output-to-shell: why */\nrun(HERE);\n'],
    [
      'between JSX children',
      'a.tsx',
      'const a = <b>\n{/* sallyport-ignore llm-output-to-shell: why */}\n<i x={HERE} /></b>;\n',
    ],
    ['among several rules', 'a.py', '# sallyport-ignore x-y, llm-output-to-shell: why\nrun(HERE)\n'],
    [
      'with a comment of another tool in between',
      'a.py',
      '# sallyport-ignore llm-output-to-shell: why\n# type: ignore\nrun(HERE)\n',
    ],
    [
      'above a string of several lines',
      'a.py',
      '# sallyport-ignore llm-output-to-shell: why\np = """\nfoo\nHERE\n"""\n',
    ],
    [
      'behind a string of several lines',
      'a.ts',
      'const p = `\nfoo\nHERE`; // sallyport-ignore llm-output-to-shell: why\n',
    ],
    ['in YAML', 'a.yaml', 'a:\n  # sallyport-ignore llm-output-to-shell: why\n  b: HERE\n'],
    ['above a YAML block', 'a.yaml', '# sallyport-ignore llm-output-to-shell: why\nb: |\n  foo\n  HERE\n'],
    ['in a Dockerfile', 'Dockerfile', 'RUN HERE # sallyport-ignore llm-output-to-shell: why\n'],
    ['in Markdown', 'README.md', '<!-- sallyport-ignore llm-output-to-shell: why -->\nHERE\n'],
    ['with Windows line breaks', 'a.py', '# sallyport-ignore llm-output-to-shell: why\r\nrun(HERE)\r\n'],
  ];
  test.each(cases)('%s', (_, path, text) => {
    expect(accepted(path, text).reason).toBe('why');
  });
});

describe('a comment accepts nothing', () => {
  const cases: readonly [name: string, path: string, text: string, complaints: readonly string[]][] = [
    [
      'without a reason',
      'a.py',
      '# sallyport-ignore llm-output-to-shell\nHERE\n',
      ['suppression-without-reason'],
    ],
    [
      'while the reason is still to be written',
      'a.py',
      '# sallyport-ignore llm-output-to-shell: <reason>\nHERE\n',
      ['suppression-without-reason'],
    ],
    ['that names no rule', 'a.py', '# sallyport-ignore: why\nHERE\n', ['suppression-stale']],
    [
      'for another rule',
      'a.py',
      '# sallyport-ignore prompt-contains-secret: why\nHERE\n',
      ['suppression-stale'],
    ],
    [
      'for a rule that does not exist',
      'a.py',
      '# sallyport-ignore llm-output-to-shel: why\nHERE\n',
      ['suppression-stale'],
    ],
    [
      'two lines above',
      'a.py',
      '# sallyport-ignore llm-output-to-shell: why\n\nHERE\n',
      ['suppression-stale'],
    ],
    [
      'at the end of the line above',
      'a.py',
      'x # sallyport-ignore llm-output-to-shell: why\nHERE\n',
      ['suppression-stale'],
    ],
    ['inside a string', 'a.py', 'x = "# sallyport-ignore llm-output-to-shell: why"\nHERE\n', []],
    ['inside a YAML block', 'a.yaml', 'b: |\n  # sallyport-ignore llm-output-to-shell: why\n  HERE\n', []],
    ['inside a prompt', 'AGENTS.md', '<!-- sallyport-ignore llm-output-to-shell: why -->\nHERE\n', []],
    [
      'inside a text block of Java',
      'A.java',
      'class A {\n  String s = """\n    // sallyport-ignore llm-output-to-shell: why\n    """;\n  int HERE;\n}\n',
      [],
    ],
    ['that only talks about it', 'a.py', '# see sallyport-ignore llm-output-to-shell: why\nHERE\n', []],
    ['of another tool', 'a.py', '# sallyport-ignores llm-output-to-shell: why\nHERE\n', []],
  ];
  test.each(cases)('%s', (_, path, text, complaints) => {
    const result = accepted(path, text);
    expect(result.reason).toBeUndefined();
    expect(result.complaints).toEqual(complaints);
  });

  test('and a misspelt rule is named with the right one', () => {
    const { meta } = accepted('a.py', '# sallyport-ignore llm-output-to-shel: why\nHERE\n');
    expect(meta[0]?.hit.message).toContain('"llm-output-to-shell"');
  });
});

describe('the action that accepts a finding writes what accepts it', () => {
  const cases: readonly [name: string, path: string, text: string][] = [
    ['in Python', 'a.py', 'def f():\n    run(\n        HERE)\n'],
    ['in a string of several lines', 'a.py', 'def f():\n    p = """\nfoo\nHERE\n"""\n'],
    ['in an f-string', 'a.py', 'p = f"""\nfoo\n{HERE}\n"""\n'],
    ['in a template', 'a.ts', 'const p = `\nfoo\n${run(HERE)}\n`;\n'],
    ['in a template in a template', 'a.ts', 'const p = `\nfoo\n${run(`\n${HERE}`)}\n`;\n'],
    ['among JSX children', 'a.tsx', 'const a = (\n  <b>\n    <i x={HERE} />\n  </b>\n);\n'],
    ['among JSX attributes', 'a.tsx', 'const a = (\n  <b\n    x={HERE}\n  />\n);\n'],
    ['in YAML', 'a.yaml', 'a:\n  - b: HERE\n'],
    ['in a YAML block', 'a.yaml', 'a:\n  b: |\n    foo\n    HERE\n'],
    ['in TOML', 'a.toml', '[a]\nb = "HERE"\n'],
    ['in Markdown', 'README.md', 'foo\nHERE\n'],
    ['in front matter of a prompt', 'x.prompt.md', '---\nmodel: HERE\n---\nfoo\n'],
    ['with Windows line breaks', 'a.py', 'x = 1\r\nrun(HERE)\r\n'],
    ['on the first line', 'a.py', 'run(HERE)'],
  ];
  test.each(cases)('%s', (_, path, text) => {
    const project = projectOf({ [path]: text }, host);
    const change = suppressionEdit(findingAt(project, path, 'HERE'), project, 'why');
    if (change === undefined || 'create' in change) throw new Error('a comment was expected');
    expect(change.path).toBe(path);
    const edited = applyEdits(text, change.edits);
    expect(edited.includes('\r\n')).toBe(text.includes('\r\n'));
    expect(accepted(path, edited)).toMatchObject({ reason: 'why', complaints: [] });
  });

  test.each([
    ['.mcp.json', '{ "a": "HERE" }\n'],
    ['AGENTS.md', 'The password is HERE.\n'],
    ['.claude/skills/x/SKILL.md', '---\nname: x\n---\nHERE\n'],
    ['a.py', 'x = 1 + \\\n  HERE\n'],
  ])('in %s as an exception of the policy', (path, text) => {
    const project = projectOf({ [path]: text }, host);
    const change = suppressionEdit(findingAt(project, path, 'HERE'), project, 'why');
    expect(change).toEqual({
      path: 'sallyport.yaml',
      create: `exceptions:\n  - rule: llm-output-to-shell\n    path: ${path}\n    fingerprint: "0123456789abcdef"\n    reason: why\n`,
    });
  });
});
