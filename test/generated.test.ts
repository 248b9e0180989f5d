import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('the index files and rule pages are what the generator writes', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/generate.mjs', '--check'], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
