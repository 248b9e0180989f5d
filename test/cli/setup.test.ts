import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Package {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly resolved?: string;
}

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));
const packages: Readonly<Record<string, Package>> = lock.packages;

/** A package finds another in its own node_modules or in those of the packages around it. */
function isLocked(from: string, name: string): boolean {
  const around =
    from === ''
      ? ['']
      : ['', ...from.matchAll(/.(?=\/node_modules\/|$)/g)].map((end) =>
          typeof end === 'string' ? '' : `${from.slice(0, end.index + 1)}/`,
        );
  return around.some((folder) => packages[`${folder}node_modules/${name}`] !== undefined);
}

test('The lock file names every package for every platform, or npm ci would refuse it', () => {
  const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isLocked(path, name))
      .map((name) => `${path} needs ${name}`),
  );
  expect(missing).toEqual([]);
});

test('The lock file names no registry', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([]);
});
