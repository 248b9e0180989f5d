import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Types into files of some 2,000 lines inside a small workspace and measures each edit to finished findings. */
export async function keystrokes(root, cache) {
  const outfile = join(cache, 'typing.cjs');
  await build({
    entryPoints: [join(root, 'bench/typing.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    mainFields: ['module', 'main'],
    banner: { js: "const moduleAddress = require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': 'moduleAddress' },
  });
  const { typing } = await import(pathToFileURL(outfile).href);
  return typing(pathToFileURL(join(root, 'dist/grammars/')));
}
