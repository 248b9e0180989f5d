// Installs what is missing, builds, and scans:
//   npm start                      the examples
//   npm start -- PATH [OPTIONS]    anything else, as `sallyport scan` does
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensurePackages, root, run } from './setup.mjs';

const args = process.argv.slice(2);
ensurePackages();
run(process.execPath, [join(root, 'scripts/build.mjs'), '--only', 'cli.js']);

const onExamples = args.every((arg) => arg.startsWith('-'));
const { status } = spawnSync(
  process.execPath,
  [join(root, 'dist/cli.js'), 'scan', ...(onExamples ? [...args, 'examples'] : args)],
  // npm runs scripts in the repository; paths are meant from where the user is.
  { cwd: onExamples ? root : (process.env.INIT_CWD ?? process.cwd()), stdio: 'inherit' },
);
// Findings are what a scan is for: npm would call exit code 1 an error of this script.
process.exit(status === 1 ? 0 : (status ?? 2));
