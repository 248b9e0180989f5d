// Packages the extension and runs every journey against that package. Prints `N passed, N failed`.
//   node test/e2e/run.ts [part of a journey's name]
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { agents } from './journeys/agents.ts';
import { emacs, neovim } from './journeys/editors.ts';
import { goldenInWorker } from './journeys/golden.ts';
import { installAndFix, installAndFixInWorker } from './journeys/install-and-fix.ts';
import type { Journey } from './journeys/journey.ts';
import { web } from './journeys/web.ts';
import { must } from './processes.ts';
import { repository, setUp } from './rig.ts';

const journeys: readonly Journey[] = [
  installAndFix,
  installAndFixInWorker,
  goldenInWorker,
  agents,
  web,
  neovim,
  emacs,
];

/** Milliseconds that one try of a journey may take. */
const LIMIT = 240_000;

const out = join(repository, 'out/e2e');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
setUp();
const { vsix, unpacked } = packageExtension();

const wanted = process.argv[2] ?? '';
let passed = 0;
let failed = 0;
for (const journey of journeys.filter(({ name }) => name.includes(wanted))) {
  const started = Date.now();
  const error = await attempt(journey);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (error === undefined) passed++;
  else failed++;
  console.log(`${error === undefined ? 'ok  ' : 'FAIL'} ${journey.name} (${seconds} s)`);
  if (error !== undefined) console.log(error);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function attempt(journey: Journey): Promise<unknown> {
  let error: unknown;
  for (let i = 0; i < (journey.tries ?? 1); i++) {
    const folder = join(out, `${journey.name.replace(/[^a-z0-9]+/gi, '-')}${i === 0 ? '' : `-${i + 1}`}`);
    mkdirSync(folder, { recursive: true });
    let timer: NodeJS.Timeout | undefined;
    try {
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`took longer than ${LIMIT / 1000} s`)), LIMIT);
      });
      await Promise.race([journey.run({ vsix, unpacked, out: folder }), late]);
      return undefined;
    } catch (caught) {
      error = caught;
    } finally {
      clearTimeout(timer);
    }
  }
  return error;
}

/** The .vsix that would be published, and its content in a folder: journeys that load a folder load what is in the package. */
function packageExtension(): { vsix: string; unpacked: string } {
  const vsix = join(out, 'sallyport.vsix');
  if (!existsSync(join(repository, 'dist/client.js')))
    throw new Error('not built: run `npm run build` first');
  must(
    'npx',
    [
      'vsce',
      'package',
      '--no-dependencies',
      '--allow-missing-repository',
      '--no-rewrite-relative-links',
      '-o',
      vsix,
    ],
    {
      cwd: repository,
    },
  );
  const folder = join(out, 'unpacked');
  must('python3', ['-m', 'zipfile', '-e', vsix, folder]);
  if (readdirSync(join(folder, 'extension')).length === 0) throw new Error('the package is empty');
  return { vsix, unpacked: join(folder, 'extension') };
}
