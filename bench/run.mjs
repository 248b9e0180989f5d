// Measures the built product on real code, beside other tools on the same files in the same run.
//   npm run bench [-- --no-peers]
// Corpora and peers are fetched into .cache/bench on first use; nothing of them is part of the product.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { corpora } from './corpora.mjs';
import { keystrokes } from './keystrokes.mjs';
import { measure, systemNode } from './measure.mjs';
import { peers } from './peers.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, '.cache/bench');
mkdirSync(cache, { recursive: true });
const { values: given } = parseArgs({ options: { 'no-peers': { type: 'boolean' } } });

must(process.execPath, [join(root, 'scripts/build.mjs'), '--minify']);
const cli = join(root, 'dist/cli.js');
const node = systemNode();

console.log(
  `Sallyport on ${spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()}, one process\n`,
);
row('corpus', 'files', 'MB', 'lines', 's (CPU)', 'MB/s', 'ms/1,000 lines', 'peak MB');
const sets = await corpora(cache);
for (const corpus of sets) {
  const run = measure(node, [
    cli,
    'scan',
    '--no-cache',
    '--format',
    'json',
    '--output',
    join(cache, 'report.json'),
    corpus.folder,
  ]);
  report(corpus.name, corpus, run);
}

console.log('\nKeystrokes: edit, parse, analyze everything, findings\n');
row('file', 'lines', 'p50 ms', 'p95 ms', 'max ms');
for (const result of await keystrokes(root, cache)) {
  row(result.name, result.lines, result.p50.toFixed(1), result.p95.toFixed(1), result.max.toFixed(1));
}

const vsix = join(cache, 'sallyport.vsix');
must('npx', [
  'vsce',
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '-o',
  vsix,
]);
console.log(`\nExtension package: ${(statSync(vsix).size / 1e6).toFixed(2)} MB`);

if (!given['no-peers']) {
  console.log('\nOther tools on the same files\n');
  row('tool', 'corpus', 'MB', 's (CPU)', 'MB/s', 'peak MB');
  for (const peer of await peers(cache)) {
    for (const corpus of sets) {
      const run = measure(peer.command, [...peer.args, corpus.folder], { cwd: corpus.folder, limit: 600 });
      const speed = run.timedOut ? 'over 10 min' : (corpus.bytes / 1e6 / run.cpu).toFixed(2);
      row(
        peer.name,
        corpus.name,
        (corpus.bytes / 1e6).toFixed(1),
        run.cpu.toFixed(1),
        speed,
        run.peak.toFixed(0),
      );
    }
  }
}

function report(name, corpus, run) {
  const { bytes, files, lines } = corpus;
  row(
    name,
    files,
    (bytes / 1e6).toFixed(1),
    lines,
    run.cpu.toFixed(1),
    (bytes / 1e6 / run.cpu).toFixed(2),
    ((run.cpu * 1e6) / lines).toFixed(2),
    run.peak.toFixed(0),
  );
}

function row(...cells) {
  console.log(
    cells.map((cell, i) => (i === 0 ? String(cell).padEnd(34) : String(cell).padStart(15))).join(''),
  );
}

function must(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0 || !existsSync(join(root, 'dist/cli.js')))
    throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
}
