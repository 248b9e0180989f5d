import type { Project } from '../../project.js';
import { specifierEnding } from '../guard-module/place-script.js';
import { folderOf, foldersUp, joinPath, relativePath } from '../paths.js';
import type { Source } from '../source.js';
import type { Family } from '../style.js';

/** An import of anything; the specifier is in one of the groups. */
const patterns: Readonly<Record<Family, RegExp>> = {
  script: /\b(?:from|import|require)\s*\(?\s*(?:"([^"\n]{1,300})"|'([^'\n]{1,300})')/g,
  python: /^[ \t]*from[ \t]+([\w.]+)[ \t]+import\b/gm,
};

/**
 * How a file imports another file of the project: as others do, or as it does with other files, where that does not depend on where they stand
 * (`@/lib/secrets`, `app.secrets`), else relative to itself. `undefined` where nothing shows what would work.
 */
export function ownModule(source: Source, path: string, importers: readonly string[]): string | undefined {
  const stem = stemOf(path);
  for (const absolute of importers.flatMap((text) => absolutesIn(text, source.family)))
    if (isNamedBy(stem, absolute)) return absolute.prefix + specifierOf(absolute.path, source.family);
  return (
    besideOthers(source, stem) ??
    (source.family === 'python' ? pythonModule(source, path, stem) : scriptModule(source, path))
  );
}

/** An import that is not relative: what stands in front of its path (`@/`), and the path without an ending. */
interface Absolute {
  readonly prefix: string;
  readonly path: string;
}

function absolutesIn(text: string, family: Family): readonly Absolute[] {
  return [...text.matchAll(patterns[family])].flatMap(([, a, b]): Absolute[] => {
    const specifier = a ?? b ?? '';
    if (specifier.startsWith('.')) return [];
    if (family === 'python') return [{ prefix: '', path: specifier.replaceAll('.', '/') }];
    const prefix = /^[@~#][\w-]*\//.exec(specifier)?.[0] ?? '';
    return [{ prefix, path: specifier.slice(prefix.length).replace(/\.[cm]?[jt]sx?$/, '') }];
  });
}

const specifierOf = (path: string, family: Family): string =>
  family === 'python' ? path.replaceAll('/', '.') : path;

const stemOf = (path: string): string => path.replace(/\.\w+$/, '').replace(/\/(?:__init__|index)$/, '');

const isNamedBy = (stem: string, { path }: Absolute): boolean => stem === path || stem.endsWith(`/${path}`);

/** Where the file's own imports of other files lead, this one can be found as well. */
function besideOthers({ project, source, family }: Source, stem: string): string | undefined {
  const stems = project.paths.map(stemOf);
  for (const absolute of absolutesIn(source, family)) {
    // A lone name may be that of a package.
    if (family === 'python' ? !absolute.path.includes('/') : absolute.prefix === '') continue;
    for (const other of stems) {
      if (!isNamedBy(other, absolute)) continue;
      const root = other.slice(0, other.length - absolute.path.length);
      if (stem.startsWith(root)) return absolute.prefix + specifierOf(stem.slice(root.length), family);
    }
  }
  return undefined;
}

function scriptModule(source: Source, path: string): string {
  const ending = /\.\w+$/.exec(path)?.[0] ?? '';
  const stem = relativePath(folderOf(source.path), path).slice(0, -ending.length);
  return stem + specifierEnding(source, ending.replace(/x$/, ''));
}

/** Relative within a package, unless the file is run by itself; by its bare name beside a file that is in none. */
function pythonModule(
  { project, path: from, source }: Source,
  path: string,
  stem: string,
): string | undefined {
  const folder = folderOf(from);
  if (!isPackage(project, folder))
    return folderOf(path) === folder ? stem.slice(stem.lastIndexOf('/') + 1) : undefined;
  if (/^if __name__ == ["']__main__["']:/m.test(source)) return undefined;
  for (const [depth, base] of foldersUp(folder).entries()) {
    if (!isPackage(project, base)) return undefined;
    if (base !== '' && path.startsWith(`${base}/`))
      return `${'.'.repeat(depth + 1)}${stem.slice(base.length + 1).replaceAll('/', '.')}`;
  }
  return undefined;
}

const isPackage = (project: Project, folder: string): boolean =>
  project.file(joinPath(folder, '__init__.py')) !== undefined;
