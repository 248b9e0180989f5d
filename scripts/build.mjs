// Bundles everything that runs into dist/. Entries whose sources do not exist are left out.
//   node scripts/build.mjs [--minify] [--only cli.js,client.js] [--out FOLDER]
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values: given } = parseArgs({
  options: { minify: { type: 'boolean' }, only: { type: 'string' }, out: { type: 'string' } },
});
const dist = given.out ?? join(root, 'dist');
const only = given.only?.split(',');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const shebang = '#!/usr/bin/env node';
/** web-tree-sitter's module asks for its own address, which a CommonJS bundle has under another name. */
const address = "const moduleAddress = require('node:url').pathToFileURL(__filename).href;";
const node = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  banner: { js: address },
  define: { 'import.meta.url': 'moduleAddress' },
};
const browser = { platform: 'browser', target: 'es2022' };
const extension = { format: 'cjs', external: ['vscode'] };

/** Each entry point is bundled by itself: client and server resolve different versions of the protocol package. */
const bundles = [
  { in: 'server/src/entry/cli.ts', out: 'cli.js', ...node, banner: { js: `${shebang}\n${address}` } },
  // One self-contained file: a blob worker has no address to load parts from.
  { in: 'server/src/entry/worker.ts', out: 'server-worker.js', ...browser, format: 'iife' },
  { in: 'client/src/node/main.ts', out: 'client.js', ...node, ...extension },
  { in: 'client/src/browser/main.ts', out: 'client-web.js', ...browser, ...extension },
];

/** WebAssembly files by the name that `grammarsInFolder` and the worker's client look for. */
const grammars = {
  'web-tree-sitter.wasm': 'web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-python.wasm': 'tree-sitter-python/tree-sitter-python.wasm',
  'tree-sitter-javascript.wasm': 'tree-sitter-javascript/tree-sitter-javascript.wasm',
  'tree-sitter-typescript.wasm': 'tree-sitter-typescript/tree-sitter-typescript.wasm',
  'tree-sitter-tsx.wasm': 'tree-sitter-typescript/tree-sitter-tsx.wasm',
  'tree-sitter-java.wasm': 'tree-sitter-java/tree-sitter-java.wasm',
};

if (only === undefined) rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, 'grammars'), { recursive: true });
const built = await Promise.allSettled(
  bundles
    .filter((bundle) => only?.includes(bundle.out) ?? existsSync(join(root, bundle.in)))
    .map(({ in: entry, out, ...options }) =>
      build({
        absWorkingDir: root,
        entryPoints: [entry],
        outfile: join(dist, out),
        bundle: true,
        minify: given.minify ?? false,
        sourcemap: false,
        legalComments: 'none',
        logLevel: 'warning',
        // jsonc-parser's "main" is UMD, which bundlers cannot see through.
        mainFields: options.platform === 'browser' ? ['browser', 'module', 'main'] : ['module', 'main'],
        ...options,
        define: { ...options.define, SALLYPORT_VERSION: JSON.stringify(version) },
      }),
    ),
);
// esbuild has said what is wrong.
if (built.some(({ status }) => status === 'rejected')) process.exit(1);
if (existsSync(join(dist, 'cli.js'))) chmodSync(join(dist, 'cli.js'), 0o755);

const require = createRequire(import.meta.url);
for (const [name, source] of Object.entries(grammars))
  copyFileSync(require.resolve(source), join(dist, 'grammars', name));
