import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { provideHelpers } from '../../server/src/core/fixes/guard-module/write.js';
import { Source } from '../../server/src/core/fixes/source.js';
import type { HelperModule } from '../../server/src/core/guards/helper.js';
import { javascriptHelpers } from '../../server/src/core/guards/helpers/javascript.js';
import { pythonHelpers } from '../../server/src/core/guards/helpers/python.js';
import { typescriptHelpers } from '../../server/src/core/guards/helpers/typescript.js';
import type { Host } from '../../server/src/core/host.js';
import { applyFix } from '../fixes/support.js';
import { testHost } from '../support/host.js';
import { projectOf } from '../support/project.js';
import { inFolder, typeErrors } from './program.js';

let host: Host;
beforeAll(async () => {
  host = await testHost();
});

/** The guard module that a fix in `user` writes for these helpers. */
function written(
  user: string,
  code: string,
  path: string,
  names: readonly string[],
  before?: string,
): string {
  const files = { [user]: code, ...(before === undefined ? {} : { [path]: before }) };
  const project = projectOf(files, host);
  const changes = provideHelpers(Source.open(project, user)!, { path, specifier: '' }, names);
  return applyFix(files, { changes })[path] ?? '';
}

const exportsOf = ({ helpers }: HelperModule): readonly string[] => [
  ...new Set(helpers.flatMap((helper) => helper.exports)),
];

const python = (names: readonly string[], before?: string): string =>
  written('app.py', '', 'prompt_guards.py', names, before);
const typescript = (names: readonly string[], before?: string): string =>
  written('app.ts', 'export {};\n', 'prompt-guards.ts', names, before);
const esModule = (names: readonly string[], before?: string): string =>
  written('app.js', 'export {};\n', 'prompt-guards.js', names, before);
const commonJs = (names: readonly string[], before?: string): string =>
  written('app.js', "require('x');\n", 'prompt-guards.js', names, before);

/** Names that a Python module uses and nothing binds. */
const unbound = (modules: Readonly<Record<string, string>>): unknown =>
  JSON.parse(
    execFileSync('python3', [join(import.meta.dirname, 'undefined_names.py')], {
      input: JSON.stringify(modules),
      encoding: 'utf8',
    }),
  );

describe('a guard module holds what its helpers need', () => {
  test('in Python, for each helper by itself', () => {
    const modules = Object.fromEntries(exportsOf(pythonHelpers).map((name) => [name, python([name])]));
    expect(unbound(modules)).toEqual(Object.fromEntries(Object.keys(modules).map((name) => [name, []])));
  });

  test('in TypeScript, for each helper by itself', async () => {
    const files = Object.fromEntries(
      exportsOf(typescriptHelpers).map((name) => [`${name}.ts`, typescript([name])]),
    );
    expect(await inFolder(files, typeErrors)).toBe('');
  });

  test.each([
    ['ES modules', esModule, 'mjs', (name: string) => `(await import('./x.mjs')).${name}`],
    ['CommonJS', commonJs, 'cjs', (name: string) => `require('./x.cjs').${name}`],
  ] as const)('in %s, for each helper by itself', (_, make, ending, read) => {
    const folder = mkdtempSync(join(tmpdir(), 'sallyport-module-'));
    for (const name of exportsOf(javascriptHelpers)) {
      writeFileSync(join(folder, `x.${ending}`), make([name]));
      const program =
        ending === 'mjs' ? `console.log(typeof ${read(name)})` : `console.log(typeof ${read(name)})`;
      const args = ending === 'mjs' ? ['--input-type=module', '-e', program] : ['-e', program];
      expect(execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }).trim(), name).toBe(
        'function',
      );
    }
    rmSync(folder, { recursive: true });
  });

  test('and nothing else', () => {
    expect(python(['as_data'])).not.toContain('PiiVault');
    expect(typescript(['PiiVault'])).not.toMatch(/^import /m);
    expect(commonJs(['PiiVault'])).not.toMatch(/^export /m);
  });
});

describe('a guard module that is there', () => {
  const changed = (text: string): string => text.replace('limit: int = 20_000', 'limit: int = 500');

  test('gets what is missing, and keeps what a person changed', () => {
    const before = changed(python(['as_data']));
    const after = python(['as_data', 'safe_argv'], before);
    expect(after).toContain('limit: int = 500');
    expect(after).toContain('def safe_argv(');
    expect(after.match(/^class GuardError/gm)).toHaveLength(1);
    expect(unbound({ after })).toEqual({ after: [] });
  });

  test('stays as it is when nothing is missing', () => {
    for (const make of [python, typescript, esModule, commonJs]) {
      const names = make === python ? ['PiiVault', 'require_select'] : ['PiiVault', 'requireSelect'];
      const whole = make(names);
      expect(make([names[1]!], whole)).toBe(whole);
    }
  });

  test('gets imports of its own in TypeScript', async () => {
    const after = typescript(['safePath', 'safeUrl', 'runCode'], typescript(['safePath']));
    expect(after.match(/from 'node:fs'/g)).toHaveLength(1);
    expect(await inFolder({ 'prompt-guards.ts': after }, typeErrors)).toBe('');
  });

  test('gets exports of its own in CommonJS', () => {
    const after = commonJs(['safePath', 'runCode'], commonJs(['safePath']));
    const folder = mkdtempSync(join(tmpdir(), 'sallyport-module-'));
    writeFileSync(join(folder, 'x.cjs'), after);
    const program = "console.log(Object.keys(require('./x.cjs')).sort().join())";
    expect(execFileSync(process.execPath, ['-e', program], { cwd: folder, encoding: 'utf8' }).trim()).toBe(
      'GuardError,runCode,safePath',
    );
    rmSync(folder, { recursive: true });
  });
});

const hasMypy = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'mypy')));

test.runIf(hasMypy)('the Python module passes the strictest type check', () => {
  const source = join(import.meta.dirname, '../../server/guards/prompt_guards.py');
  const args = ['--strict', '--python-version', '3.9', '--cache-dir', tmpdir(), source];
  expect(execFileSync('mypy', args, { encoding: 'utf8' })).toContain('Success');
});
