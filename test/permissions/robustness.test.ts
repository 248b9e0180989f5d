import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { products } from '../../server/src/core/permissions/products.js';
import { readAgentConfigs } from '../../server/src/core/permissions/read.js';

/** One path of every place of every product. */
const paths = products.flatMap(({ files }) =>
  files.flatMap(({ places }) =>
    places.flatMap(({ globs }) => globs.map((glob) => glob.replace('**/', 'a/').replace(/\*/g, 'x'))),
  ),
);

/** Words that readers look for, so that random documents get past the first look. */
const words = [
  ...'permission permissions allow deny ask bash agent tool_permissions tools terminal always_allow pattern rules capability effect match'.split(
    ' ',
  ),
  ...'allowedTools toolsSettings shell allowedCommands mcpServers command args env services volumes privileged jobs steps uses run with on if'.split(
    ' ',
  ),
  ...[
    'claude --dangerously-skip-permissions',
    'anthropics/claude-code-action@v1',
    '${{ github.event.issue.title }}',
    'docker run -v /:/x claude',
  ],
  ...[
    '*',
    '/.*/',
    'rm -rf *',
    'amp.permissions',
    'rule',
    'toolName',
    'decision',
    'FROM node',
    'GOOSE_MODE=auto',
    'roo-cline.allowedCommands',
    'cat <<EOF',
  ],
];

function check(path: string, text: string): void {
  for (const { risks, grants } of readAgentConfigs(path, text)) {
    for (const { range, remedies } of [...risks, ...grants.map((grant) => ({ ...grant, remedies: [] }))]) {
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.end).toBeLessThanOrEqual(text.length);
      expect(range.start).toBeLessThanOrEqual(range.end);
      for (const { title, steps } of remedies) {
        expect(title.length).toBeLessThanOrEqual(90);
        expect(steps.length).toBeGreaterThan(0);
      }
    }
  }
}

const leaf = fc.oneof(fc.constantFrom(...words), fc.boolean(), fc.integer(), fc.constant(null), fc.string());
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...words), tie('value'), { maxKeys: 5 }),
  ),
})).value;

describe('readers of every product', () => {
  test('take any document of JSON, which is YAML as well', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), value, (path, root) =>
        check(path, JSON.stringify(root, null, 2)),
      ),
      { numRuns: 1500 },
    );
  });

  test('take any text made of what they look for', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...words,
        '\n',
        ': ',
        '- ',
        '"',
        "'",
        '[',
        ']',
        '{',
        '}',
        '[[rule]]\n',
        '---\n',
        '$(',
        '`',
        '\\',
        '  ',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.array(piece, { maxLength: 30 }), (path, parts) =>
        check(path, parts.join('')),
      ),
      { numRuns: 1500 },
    );
  });

  test.each([
    ['a wall of calls', 'claude -p x && '.repeat(20_000)],
    ['brackets without an end', '${{ '.repeat(50_000)],
    ['quotes within quotes', `bash -c "${"bash -c '".repeat(20_000)}`],
    ['one long word', `claude ${'check_user_'.repeat(50_000)}`],
    ['options', `gemini ${'--yolo '.repeat(20_000)}`],
    ['assignments', `claude\n${'GOOSE_MODE="\\\\'.repeat(20_000)}`],
    ['continuation lines', `FROM x\nRUN claude \\\n${'\\\n'.repeat(50_000)}`],
    ['blanks', `claude${' '.repeat(300_000)}!= x`],
  ])(
    'end soon: %s',
    (_, text) => {
      const start = process.cpuUsage();
      for (const path of [
        'run.sh',
        'Dockerfile',
        '.github/workflows/a.yml',
        'Makefile',
        '.env',
        'package.json',
      ]) {
        check(path, text);
        if (path.endsWith('.yml'))
          check(
            path,
            `on: issues\njobs:\n  a:\n    steps:\n      - run: |\n          ${text.replace(/\n/g, '\n          ')}\n`,
          );
      }
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1000).toBeLessThan(5000);
    },
    60_000,
  );

  test('take a workflow with a thousand agents', () => {
    const step =
      '      - uses: anthropics/claude-code-action@v1\n        with:\n          prompt: ${{ github.event.issue.body }}\n';
    const text = `on: issues\njobs:\n  a:\n    steps:\n${step.repeat(1000)}`;
    const start = process.cpuUsage();
    check('.github/workflows/a.yml', text);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(5000);
  });
});
