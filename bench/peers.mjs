import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Tools that can be had from npm or Debian, and what each can be compared on (facts: README, "Performance"). */
const NPM = [
  'oxlint@1.94',
  '@biomejs/biome@2.6',
  '@ast-grep/cli@0.51',
  'secretlint@13',
  '@secretlint/secretlint-rule-preset-recommend@13',
  '@promptsonar/cli@1.5',
  'ecc-agentshield@1.6',
];

/** @returns {Promise<{ name: string, command: string, args: string[] }[]>} those that could be installed */
export async function peers(cache) {
  const folder = join(cache, 'peers');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'node_modules'))) {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    for (const name of NPM) {
      spawnSync('npm', ['install', '--no-audit', '--no-fund', '--force', name], {
        cwd: folder,
        encoding: 'utf8',
      });
    }
  }
  writeFileSync(
    join(folder, 'secretlintrc.json'),
    '{ "rules": [{ "id": "@secretlint/secretlint-rule-preset-recommend" }] }',
  );
  const bin = (name) => join(folder, 'node_modules/.bin', name);
  const all = [
    {
      name: 'ripgrep, 12 key prefixes',
      command: 'rg',
      args: ['-c', 'sk-[A-Za-z0-9]{20}|AKIA[A-Z0-9]{16}|ghp_[A-Za-z0-9]{36}|xox[bp]-|AIza[0-9A-Za-z_-]{35}'],
    },
    { name: 'oxlint', command: bin('oxlint'), args: [] },
    { name: 'biome lint', command: bin('biome'), args: ['lint', '--max-diagnostics=none'] },
    {
      name: 'ast-grep, one call pattern',
      command: bin('ast-grep'),
      args: ['run', '-p', '$C.create($$$)', '-l', 'ts'],
    },
    {
      name: 'secretlint',
      command: bin('secretlint'),
      args: ['--secretlintrc', join(folder, 'secretlintrc.json'), '**/*'],
    },
    { name: 'promptsonar', command: bin('promptsonar'), args: ['scan'] },
    { name: 'agentshield', command: bin('agentshield'), args: ['scan', '--path'] },
    { name: 'bandit', command: 'bandit', args: ['-q', '-r'] },
  ];
  return all.filter(({ command }) => existsSync(command) || spawnSync('which', [command]).status === 0);
}
