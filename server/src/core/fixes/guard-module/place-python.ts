import type { Project } from '../../project.js';
import { folderOf, foldersUp, joinPath } from '../paths.js';
import type { Source } from '../source.js';
import { type GuardModule, isFree } from './module.js';

/** Published packages are called `guardrails` and `llm_guard`; the second name is for projects that have a file of the first. */
const moduleNames = ['prompt_guards', 'sallyport_guards'] as const;

/**
 * The guard module goes to the top of the package that the file's own imports come from, so that the import works however
 * the program is started: what is imported from there now can be imported from there tomorrow. Without such imports it goes to
 * the top of the file's package, and beside a file that is in none.
 */
export function placeForPython(source: Source): GuardModule {
  const { project } = source;
  const folder = folderOf(source.path);
  const specifiers = importedModules(source);

  const known = specifiers.find((specifier) =>
    moduleNames.some((name) => specifier.split('.').at(-1) === name),
  );
  const path = known === undefined ? undefined : resolve(project, folder, known);
  if (known !== undefined && path !== undefined) return { path, specifier: known };

  const top = topPackage(project, folder);
  if (top !== undefined && specifiers.some((specifier) => specifier.startsWith('.'))) {
    return relative(project, folder, top);
  }
  const root = absoluteRoot(project, folder, specifiers);
  if (root !== undefined) return place(project, root.folder, root.prefix);
  if (top !== undefined && !isScript(source)) return relative(project, folder, top);
  return place(project, folder, '');
}

/** In `folder`, imported as `prefix` and the module's name. */
function place(project: Project, folder: string, prefix: string): GuardModule {
  const name =
    moduleNames.find((candidate) => isFree(project, joinPath(folder, `${candidate}.py`))) ?? moduleNames[1];
  return { path: joinPath(folder, `${name}.py`), specifier: prefix + name };
}

function relative(project: Project, folder: string, top: string): GuardModule {
  const depth = foldersUp(folder).indexOf(top);
  return place(project, top, '.'.repeat(depth + 1));
}

const importedModules = (source: Source): readonly string[] =>
  source.named(source.root).flatMap((node) => {
    if (source.is(node, 'import_from_statement')) {
      const module = source.child(node, 'module_name');
      return module === undefined ? [] : [source.text(module)];
    }
    if (!source.is(node, 'import_statement')) return [];
    return source.inField(node, 'name').map((name) => source.text(source.child(name, 'name') ?? name));
  });

function resolve(project: Project, folder: string, specifier: string): string | undefined {
  const dots = /^\.*/.exec(specifier)?.[0].length ?? 0;
  const tail = `${specifier.slice(dots).replaceAll('.', '/')}.py`;
  const bases = dots > 0 ? foldersUp(folder).slice(dots - 1, dots) : foldersUp(folder);
  return bases.map((base) => joinPath(base, tail)).find((path) => project.file(path) !== undefined);
}

/** The outermost folder of the package that `folder` belongs to; `undefined` when it is no package. */
function topPackage(project: Project, folder: string): string | undefined {
  let top: string | undefined;
  for (const candidate of foldersUp(folder)) {
    if (project.file(joinPath(candidate, '__init__.py')) === undefined) break;
    top = candidate;
  }
  return top;
}

/** Where the file's absolute imports of the project's own modules lead. */
function absoluteRoot(
  project: Project,
  folder: string,
  specifiers: readonly string[],
): { readonly folder: string; readonly prefix: string } | undefined {
  const own = new Set(project.paths);
  for (const specifier of specifiers) {
    const [head = '', ...rest] = specifier.split('.');
    if (head === '') continue;
    for (const base of foldersUp(folder)) {
      if (own.has(joinPath(base, `${head}.py`))) return { folder: base, prefix: '' };
      const inner = joinPath(base, head);
      const namespace = rest.length > 0 && own.has(`${joinPath(inner, rest.join('/'))}.py`);
      if (own.has(joinPath(inner, '__init__.py')) || namespace) return { folder: inner, prefix: `${head}.` };
    }
  }
  return undefined;
}

/** Meant to be run as a file, where relative imports fail. */
const isScript = (source: Source): boolean => /^if __name__ == ["']__main__["']:/m.test(source.source);
