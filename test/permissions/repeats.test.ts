import { expect, test } from 'vitest';
import { readAgentConfigs } from '../../server/src/core/permissions/read.js';
import { withoutRepeats } from '../../server/src/core/permissions/repeats.js';

const agents = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    readAgentConfigs(`.kiro/agents/a${i}.json`, '{"name": "a", "allowedTools": ["shell"]}'),
  ).flat();

const severities = (count: number) =>
  withoutRepeats(agents(count)).flatMap(({ risks }) => risks.map(({ severity }) => severity));

test('a few files that make the same mistake are reported each', () => {
  expect(severities(3)).toEqual(['error', 'error', 'error']);
});

test('of many copies the first is reported, and the others point to it', () => {
  expect(severities(5)).toEqual(['error', 'info', 'info', 'info', 'info']);
  const [first, second] = withoutRepeats(agents(5)).flatMap(({ risks }) => risks);
  expect(first?.message).toMatch(/and in 4 files beside it/);
  expect(second?.message).toMatch(/as in a0\.json/);
});

test('files of another folder are no copies', () => {
  const other = readAgentConfigs('app/.kiro/agents/b.json', '{"name": "b", "allowedTools": ["shell"]}');
  const found = withoutRepeats([...agents(4), ...other]).at(-1);
  expect(found?.risks.map(({ severity }) => severity)).toEqual(['error']);
});
