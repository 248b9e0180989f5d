// Installs what is missing and runs every check. The last line is `N passed, N failed`.
//   node scripts/test.mjs [part of a step's name]
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureNode, ensurePackages, environment, root } from './setup.mjs';

const unitResults = join(root, 'out/unit.json');

/**
 * In order; each runs whatever became of those before it. `needs`: a file without which there is nothing to run. `count`: reads passed and
 * failed tests from the step's output; without it a step is one test.
 */
const steps = [
  { name: 'lint', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
  { name: 'types', command: 'tsc', args: ['-b'] },
  { name: 'bundles', command: 'node', args: ['scripts/build.mjs', '--minify'] },
  {
    name: 'unit tests',
    command: 'vitest',
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitResults}`],
    before: () => rmSync(unitResults, { force: true }),
    count: vitestCounts,
  },
  {
    name: 'journeys in real editors',
    needs: 'test/e2e/run.ts',
    command: 'node',
    args: ['test/e2e/run.ts'],
    count: closingLine,
  },
];

function vitestCounts() {
  if (!existsSync(unitResults)) return undefined;
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(unitResults, 'utf8'));
  return { passed, failed };
}

/** The last line of the form that this script itself ends with. */
function closingLine(output) {
  const match = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  return match && { passed: Number(match[1]), failed: Number(match[2]) };
}

function runStep({ command, args, before, count }) {
  before?.();
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      output += chunk;
    });
    const end = (code) => {
      const counts = count?.(output) ?? { passed: code === 0 ? 1 : 0, failed: 0 };
      // A step that breaks down without a failed test is a failure all the same.
      resolve({ ...counts, failed: code !== 0 && counts.failed === 0 ? 1 : counts.failed });
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      end(1);
    });
    child.on('close', end);
  });
}

ensurePackages();
ensureNode();
const wanted = process.argv[2] ?? '';
const results = [];
for (const step of steps) {
  if (!step.name.includes(wanted) || (step.needs && !existsSync(join(root, step.needs)))) continue;
  console.log(`\n== ${step.name}`);
  const started = Date.now();
  const counts = await runStep(step);
  results.push({ name: step.name, seconds: (Date.now() - started) / 1000, ...counts });
}
console.log('');
for (const { name, passed, failed, seconds } of results)
  console.log(
    `${failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`,
  );
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 && results.length > 0 ? 0 : 1);
