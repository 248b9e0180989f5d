import { folderOf, foldersUp, isWithin, joinPath, relativePath, resolveRelative } from '../paths.js';
import { isCommonJs, packageOf } from '../script-module.js';
import type { Source } from '../source.js';
import { type GuardModule, isFree, isGuardModule } from './module.js';

const moduleNames = ['prompt-guards', 'sallyport-guards'] as const;

/** An import or require of a file of the project; group 1 is the specifier. */
const RELATIVE = /\b(?:from|import|require)\s*\(?\s*["'](\.{1,2}\/[^"'\n]{1,300})["']/g;

/**
 * The guard module goes to the source folder of the file's package (`src`, else where `package.json` is), or beside the file when there is
 * no package. A guard module that is there already, in either place, is used.
 */
export function placeForScript(source: Source): GuardModule {
  const { project, path } = source;
  const folder = folderOf(path);
  const ending = endingFor(source);

  const known = relativeImports(source.source).find((specifier) =>
    /(?:prompt|sallyport)-guards(?:\.\w+)?$/.test(specifier),
  );
  if (known !== undefined) {
    const stem = resolveRelative(folder, known).replace(/\.\w+$/, '');
    const file = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs']
      .map((e) => stem + e)
      .find((p) => isGuardModule(project, p));
    if (file !== undefined) return { path: file, specifier: known };
  }

  const root = packageOf(project, path)?.folder ?? folder;
  const inSource = joinPath(root, 'src');
  const home = isWithin(inSource, path) ? inSource : root;
  const folders = [
    home,
    ...foldersUp(folder).filter((up) => up === root || isWithin(root, up)),
    joinPath(home, 'lib'),
  ];
  const candidates = folders.flatMap((f) => moduleNames.map((name) => joinPath(f, name + ending)));
  const target =
    candidates.find((candidate) => isGuardModule(project, candidate)) ??
    candidates.find((candidate) => isFree(project, candidate)) ??
    joinPath(folder, moduleNames[1] + ending);
  const stem = relativePath(folder, target).slice(0, -ending.length);
  return { path: target, specifier: stem + specifierEnding(source, ending) };
}

function endingFor(source: Source): string {
  const [, flavor = '', language = 't'] = /\.([cm]?)([jt])sx?$/.exec(source.path) ?? [];
  return `.${flavor}${language}s`;
}

const relativeImports = (text: string): readonly string[] =>
  [...text.matchAll(RELATIVE)].map(([, specifier]) => specifier ?? '');

/** How this project writes the ending (of a file with `ending`) in imports of its own files. */
export function specifierEnding(source: Source, ending: string): string {
  const compiled = ending.replace('t', 'j');
  const { project } = source;
  const root = packageOf(project, source.path)?.folder ?? folderOf(source.path);
  const neighbors = project.paths
    .filter((path) => path !== source.path && isWithin(root, path) && /\.[cm]?[jt]sx?$/.test(path))
    .slice(0, NEIGHBORS);
  for (const text of [source.source, ...neighbors.map((path) => project.file(path)?.text ?? '')]) {
    const endings = relativeImports(text).map((specifier) => /\.[cm]?[jt]sx?$/.exec(specifier)?.[0] ?? '');
    if (endings.some((e) => /j/.test(e))) return compiled;
    if (endings.some((e) => /t/.test(e))) return ending;
    if (endings.length > 0) return '';
  }
  if (/["'](?:npm|jsr):/.test(source.source) || project.file(joinPath(root, 'deno.json')) !== undefined)
    return ending;
  if (/\.m[jt]s$/.test(ending)) return compiled;
  if (isCommonJs(source)) return '';
  const config = project.file(joinPath(root, 'tsconfig.json'))?.text ?? '';
  if (/"module(?:Resolution)?"\s*:\s*"node(?:\d+|next)"/i.test(config)) return compiled;
  const bundled = ['next', 'vite', 'webpack', 'parcel'].some((tool) =>
    project.dependencies(source.path, 'npm').has(tool),
  );
  const isModule = packageOf(project, source.path)?.isModule === true;
  return !bundled && (isModule || ending === '.js') ? compiled : '';
}

/** Files that are looked at for the project's habits. */
const NEIGHBORS = 50;
