import { beforeAll, expect, test } from 'vitest';
import { defaultPolicy } from '../../server/src/core/policy/policy.js';
import stale from '../../server/src/core/rules/meta/suppression-stale.js';
import { applySuppressions } from '../../server/src/core/suppress/apply.js';
import { applyEdits } from '../../server/src/core/text/edits.js';
import type { TreeSitterHost } from '../../server/src/syntax/tree-sitter-host.js';
import { testHost } from '../support/host.js';
import { projectOf } from '../support/project.js';

let host: TreeSitterHost;
beforeAll(async () => {
  host = await testHost();
});

/** The text after the fixes of every stale comment in it, last first. */
function cleaned(text: string, runs = true): string {
  const project = projectOf({ 'a.tsx': text }, host);
  const { meta } = applySuppressions([], {
    project,
    policyFor: () => defaultPolicy,
    ruleIds: ['rule-a', 'rule-b'],
    runs: () => runs,
  });
  let out = text;
  for (const { ruleId, hit } of [...meta].reverse()) {
    if (ruleId !== stale.id) continue;
    const change = stale.fixes?.(hit, { project, surface: {} as never })[0]?.changes[0];
    if (change === undefined || 'create' in change) throw new Error('an edit was expected');
    out = applyEdits(out, change.edits);
  }
  return out;
}

test.each([
  ['a line of its own', 'a;\n  // sallyport-ignore rule-a: x\n  b;\n', 'a;\n  b;\n'],
  ['the end of a line', 'a; // sallyport-ignore rule-a: x\nb;\n', 'a;\nb;\n'],
  ['a file without a line break at its end', 'a;\n// sallyport-ignore rule-a: x', 'a;\n'],
  ['JSX', '<b>\n  {/* sallyport-ignore rule-a: x */}\n  <i />\n</b>;\n', '<b>\n  <i />\n</b>;\n'],
  ['Windows line breaks', 'a;\r\n// sallyport-ignore rule-a: x\r\nb;\r\n', 'a;\r\nb;\r\n'],
])('A stale comment goes from %s and leaves nothing behind', (_, before, after) => {
  expect(cleaned(before)).toBe(after);
});

test('Only rules that run in the file can be stale', () => {
  const text = '// sallyport-ignore rule-a: x\na;\n';
  expect(cleaned(text, false)).toBe(text);
});
