import { beforeAll, describe, expect, test } from 'vitest';
import type { Host } from '../../server/src/core/host.js';
import { Bench } from '../fixes/support.js';
import { testHost } from '../support/host.js';

let host: Host;
beforeAll(async () => {
  host = await testHost();
});

const option = 'ClaudeAgentOptions(permission_mode="bypassPermissions")';
const python = `from claude_agent_sdk import ClaudeAgentOptions\n`;
const script = `import { query } from '@anthropic-ai/claude-agent-sdk';\nconst run = () => query({ prompt: 'x', options: { permissionMode: 'bypassPermissions' } });\n`;

/** Files with the same dangerous option; how severe it is in each. */
const files: readonly (readonly [string, string, string, string])[] = [
  ['a program', 'app.py', `${python}options = ${option}\n`, 'error'],
  ['a program in a folder of tests', 'tests/app.py', `${python}options = ${option}\n`, 'error'],
  ['a program whose name looks like a test', 'test_app.py', `${python}options = ${option}\n`, 'error'],
  ['a file that imports pytest', 'a.py', `import pytest\n${python}options = ${option}\n`, 'warning'],
  [
    'a file with a stand-in',
    'b.py',
    `from unittest.mock import Mock\n${python}options = ${option}\n`,
    'warning',
  ],
  ['a file of test functions', 'test_app.py', `${python}def test_it():\n    assert ${option}\n`, 'warning'],
  ['a program in TypeScript', 'src/app.test.ts', script, 'error'],
  [
    'a file that imports a test runner',
    'src/a.ts',
    `import { it } from 'vitest';\n${script}it('runs', run);\n`,
    'warning',
  ],
  [
    'a file for a runner with globals',
    'src/b.ts',
    `${script}it('runs', () => expect(run()).toBeDefined());\n`,
    'warning',
  ],
];

describe('in tests, findings are less sure', () => {
  test.each(files)('%s', (_, path, text, severity) => {
    const { analysis } = new Bench(host, { [path]: text });
    const found = analysis.findings.filter(({ ruleId }) => ruleId === 'dangerous-framework-flag');
    expect(found.map((one) => one.severity)).toEqual([severity]);
  });

  test('a key is as severe as anywhere', () => {
    const key = `sk-${'proj-'}${'aB3'.repeat(16)}`;
    const text = `import pytest\nfrom openai import OpenAI\nclient = OpenAI(api_key="${key}")\n`;
    const severities = (source: string): readonly string[] =>
      new Bench(host, { 'a.py': source }).analysis.findings
        .filter(({ ruleId }) => ruleId.includes('key'))
        .map(({ severity }) => severity);
    expect(severities(text)).toEqual(severities(text.replace('import pytest\n', '')));
  });
});
