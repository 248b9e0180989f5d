import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** LLM libraries and frameworks: every file of theirs is about models, so nothing can be skipped. */
const LLM_PACKAGES = [
  'openai@7.55.0',
  '@anthropic-ai/sdk@1.11.0',
  'ai@7.0.173',
  '@langchain/core@1.2.13',
  '@langchain/openai@1.5.8',
  '@openai/agents-core@0.20.0',
  '@google/genai@3.1.0',
  '@mastra/core@1.71.0',
];
/** Ordinary Python code as Debian ships it. */
const DEBIAN = '/usr/lib/python3/dist-packages';
const STANDARD_LIBRARY = '/usr/lib/python3.11';
const SOURCE = /\.(?:py|pyi|[mc]?[jt]s|[jt]sx|json|ya?ml|toml|md|prompt|jinja2?)$/;

/** @returns {Promise<{ name: string, folder: string, files: number, bytes: number, lines: number }[]>} */
export async function corpora(cache) {
  return [
    describe('LLM code (prefilter has no use)', llm(cache)),
    describe('mixed code (Debian Python)', mixed(cache)),
  ];
}

function llm(cache) {
  const folder = join(cache, 'llm');
  if (!existsSync(folder)) {
    const packages = join(cache, 'llm-packages');
    mkdirSync(packages, { recursive: true });
    writeFileSync(join(packages, 'package.json'), '{ "private": true }');
    const { status, stderr } = spawnSync(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--force', ...LLM_PACKAGES],
      { cwd: packages, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    for (const name of LLM_PACKAGES.map((spec) => spec.replace(/(.)@.*$/, '$1'))) {
      copySources(join(packages, 'node_modules', name), join(folder, name.replace('/', '-')));
    }
  }
  return folder;
}

function mixed(cache) {
  const folder = join(cache, 'mixed');
  if (!existsSync(folder)) {
    for (const [name, source] of [
      ['packages', DEBIAN],
      ['stdlib', STANDARD_LIBRARY],
    ])
      copySources(source, join(folder, name));
  }
  return folder;
}

/** Copies text sources out of folders that scans leave out (node_modules, dist), so that every tool sees the same files. */
function copySources(from, to) {
  if (!existsSync(from)) return;
  cpSync(from, to, {
    recursive: true,
    dereference: false,
    filter: (path) => {
      const status = statSync(path, { throwIfNoEntry: false });
      if (status === undefined || /\/(?:node_modules|__pycache__)(?:\/|$)/.test(path.slice(from.length)))
        return false;
      return status.isDirectory() || (SOURCE.test(path) && status.size < 4_000_000 && !path.endsWith('.map'));
    },
  });
  renameOutput(to);
}

/** `dist` and `build` are build output to every tool, and here they are the corpus. */
function renameOutput(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isDirectory() && /^(?:dist|build|out|lib)$/.test(entry.name)) {
      const path = join(entry.parentPath, entry.name);
      if (existsSync(path)) spawnSync('mv', [path, join(entry.parentPath, `src-${entry.name}`)]);
    }
  }
}

function describe(name, folder) {
  let files = 0;
  let bytes = 0;
  let lines = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const text = readFileSync(join(entry.parentPath, entry.name));
    files++;
    bytes += text.length;
    for (let i = text.indexOf(10); i !== -1; i = text.indexOf(10, i + 1)) lines++;
  }
  return { name, folder, files, bytes, lines };
}
