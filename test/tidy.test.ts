import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Promises that hold for the tree as a whole, each with the files that break it. */
const root = new URL('..', import.meta.url);
const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);
const sources = tracked.filter((path) => /^(?:server|client)\/src\/.*\.ts$/.test(path));
const core = sources.filter((path) => path.startsWith('server/src/core/'));
const text = new Map<string, string>();

function read(path: string): string {
  const known = text.get(path) ?? readFileSync(new URL(path, root), 'utf8');
  text.set(path, known);
  return known;
}

const importsOf = (path: string): readonly string[] =>
  [...read(path).matchAll(/^(?:import|export)\b(?:[\w\s{},*]*\bfrom)?\s*['"]([^'"\n]+)['"];?$/gm)].map(
    ([, specifier]) => specifier ?? '',
  );

describe('sources', () => {
  test('have at most 400 lines a file', () => {
    expect(sources.filter((path) => read(path).split('\n').length > 401)).toEqual([]);
  });

  test('of core import nothing from outside core but pure parsers', () => {
    // The last one is types alone.
    const parsers = new Set(['jsonc-parser', 'yaml', 'toml-eslint-parser', 'sarif']);
    const foreign = core.flatMap((path) => {
      const depth = path.split('/').length - 'server/src/core/'.split('/').length;
      return importsOf(path)
        .filter((specifier) => {
          const ups = specifier.split('/').filter((part) => part === '..').length;
          return specifier.startsWith('.') ? ups > depth : !parsers.has(specifier);
        })
        .map((specifier) => `${path}: ${specifier}`);
    });
    expect(foreign).toEqual([]);
  });

  test('know LSP types only in server/src/lsp and the entries', () => {
    const knowing = sources.filter((path) =>
      importsOf(path).some((specifier) => specifier.startsWith('vscode-languageserver')),
    );
    expect(knowing.filter((path) => !/^server\/src\/(?:lsp|entry)\//.test(path))).toEqual([]);
  });

  test('reach for WebAssembly only in server/src/syntax', () => {
    const users = sources.filter((path) =>
      /\bWebAssembly\b|web-tree-sitter'/.test(read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    );
    expect(users.filter((path) => !path.startsWith('server/src/syntax/'))).toEqual([]);
  });

  test('start no program but git, and only on the command line', () => {
    const starters = sources.filter((path) => importsOf(path).includes('node:child_process'));
    expect(starters.filter((path) => !/^server\/src\/(?:cli|workspace)\/.*git.*\.ts$/.test(path))).toEqual(
      [],
    );
  });

  test('use no network', () => {
    const modules = /^node:(?:https?|net|tls|dgram|dns|http2)$/;
    expect(sources.filter((path) => importsOf(path).some((specifier) => modules.test(specifier)))).toEqual(
      [],
    );
  });

  test('of core write to no console and throw nothing', () => {
    const code = (path: string): string =>
      read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*|`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'/g, '');
    // Guard helpers are texts of other programs.
    const own = core.filter((path) => !path.includes('/guards/helpers/'));
    expect(own.filter((path) => /\bconsole\.|\bthrow new\b/.test(code(path)))).toEqual([]);
  });

  test('leave nothing for later without saying so', () => {
    expect(sources.filter((path) => /\b(?:TODO|FIXME|XXX)\b/.test(read(path)))).toEqual([]);
  });
});

test('no tracked file names a machine, a download address or a real-looking key', () => {
  const bait = [
    /(?:^|[^A-Za-z0-9_./-])\/(?:work|farm)\//,
    /"resolved": *"https?:/,
    new RegExp(`T3Blbk${'FJ'}[A-Za-z0-9]{20}`),
    /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
    /\bAKIA[A-Z2-7]{16}\b/,
    /\bxox[bp]-\d{10,}/,
  ];
  const texts = tracked.filter((path) => !/\.(?:png|svg|wasm|vsix|ico)$/.test(path));
  const named = texts.flatMap((path) =>
    bait
      .filter((pattern) => pattern.test(read(path)))
      .map((pattern) => `${path}: ${pattern.source.slice(0, 30)}`),
  );
  expect(named).toEqual([]);
});
