import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { FakeLlm } from './fake-llm.js';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

/** What a program printed, as JSON, or the error that ended it. */
export interface Outcome {
  readonly printed?: unknown;
  readonly error?: string;
}

/** Files on a disk of their own for as long as `use` runs. */
export async function inFolder<T>(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-program-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The model is the fake one, and the key comes from the environment. */
const environment = (fake: FakeLlm, key: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  OPENAI_BASE_URL: `${fake.url}/v1`,
  ANTHROPIC_BASE_URL: fake.url,
  OPENAI_API_KEY: key,
  ANTHROPIC_API_KEY: key,
});

async function outcome(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<Outcome> {
  try {
    const { stdout } = await run(file, args, { env, cwd, timeout: 30_000 });
    const last = stdout.trimEnd().split('\n').at(-1) ?? '';
    return { printed: JSON.parse(last) as unknown };
  } catch (error) {
    const { stderr = '', message } = error as { stderr?: string; message: string };
    return { error: /^\w*(?:\.\w+)*(?:Error|Exception)\b.*$/m.exec(stderr)?.[0] ?? (stderr || message) };
  }
}

/** Runs Python statements in a folder of files; the last line they print is the result. */
export const runPython = (folder: string, driver: string, fake: FakeLlm): Promise<Outcome> =>
  outcome(
    'python3',
    ['-c', driver],
    {
      ...environment(fake, 'from-environment'),
      PYTHONPATH: `${folder}:${join(root, 'test/guards/stubs')}`,
      PYTHONDONTWRITEBYTECODE: '1',
    },
    folder,
  );

/** Bundles a TypeScript or JavaScript module with the real SDKs and runs it; the last line it prints is the result. */
export async function runScript(folder: string, driver: string, fake: FakeLlm): Promise<Outcome> {
  await linkPackages(folder);
  await writeFile(join(folder, 'drive.mts'), driver);
  const bundle = join(folder, 'bundle.mjs');
  await build({
    entryPoints: [join(folder, 'drive.mts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return outcome(process.execPath, [bundle], environment(fake, 'from-environment'), folder);
}

/** The compiler's complaints about the TypeScript files of a folder, in strict mode. */
export async function typeErrors(folder: string): Promise<string> {
  await linkPackages(folder);
  const options = {
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    target: 'ES2022',
    module: 'ESNext',
    moduleResolution: 'bundler',
    lib: ['ES2022', 'DOM'],
    types: ['node'],
    skipLibCheck: true,
  };
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: options, include: ['**/*.ts'], exclude: ['node_modules'] }),
  );
  try {
    await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
      cwd: folder,
    });
    return '';
  } catch (error) {
    return (error as { stdout?: string }).stdout ?? String(error);
  }
}

const linkPackages = (folder: string): Promise<void> =>
  symlink(join(root, 'node_modules'), join(folder, 'node_modules')).catch(() => undefined);
