// Speed of the secret scanner on the text files of some folders, in MB per second of CPU time (UTF-16 units, one thread), per kind of context. CPU
// time, since the machine may be busy with other things.
// Usage: node bench/secrets.mjs [FOLDER...]
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folders = process.argv.length > 2 ? process.argv.slice(2) : ['/usr/lib/python3', 'node_modules'];
const budget = 60e6;

const bundle = join(tmpdir(), `sallyport-bench-${process.pid}.mjs`);
await build({
  stdin: {
    contents: `export { createScanner } from './server/src/core/secrets/scan.ts';
      export { secretDetectors } from './server/src/core/secrets/detectors/all.ts';`,
    resolveDir: process.cwd(),
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  target: 'node20',
  outfile: bundle,
  logLevel: 'error',
});
const { createScanner, secretDetectors } = await import(pathToFileURL(bundle).href);

function* textFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* textFiles(path);
    else if (entry.isFile() && statSync(path).size < 1_000_000) {
      const bytes = readFileSync(path);
      if (!bytes.subarray(0, 8000).includes(0)) yield { path, text: bytes.toString('utf8') };
    }
  }
}

const files = [];
let size = 0;
for (const folder of folders) {
  for (const file of textFiles(folder)) {
    if (size > budget) break;
    files.push(file);
    size += file.text.length;
  }
}
console.log(`${files.length} files, ${(size / 1e6).toFixed(1)} MB`);

for (const context of ['other', 'llm-code', 'prompt']) {
  const started = performance.now();
  const scanner = createScanner(secretDetectors());
  scanner.scan('', { context });
  const ready = performance.now();
  const cpu = process.cpuUsage();
  const times = [];
  let found = 0;
  for (const { text } of files) {
    const from = performance.now();
    found += scanner.scan(text, { context }).length;
    times.push(performance.now() - from);
  }
  const used = process.cpuUsage(cpu);
  const seconds = (used.user + used.system) / 1e6;
  const wall = (performance.now() - ready) / 1000;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(times.length * share)].toFixed(2);
  console.log(
    `${context.padEnd(9)} ${(size / 1e6 / seconds).toFixed(1).padStart(6)} MB/s (${(size / 1e6 / wall).toFixed(1)} by the clock), set up ${(ready - started).toFixed(0)} ms, ` +
      `file p50 ${at(0.5)} p99 ${at(0.99)} worst ${times.at(-1).toFixed(1)} ms, ${found} found`,
  );
}
