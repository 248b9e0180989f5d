import { PROVIDES } from './imports.js';

/** A code file as far as the import graph is concerned. */
export interface GraphFile {
  readonly path: string;
  readonly language: 'python' | 'script' | 'java';
  /** Specifiers as written. */
  readonly imports: readonly string[];
}

const SCRIPT_ENDINGS = [
  '',
  '.ts',
  '.tsx',
  '.mts',
  '.cts',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '/index.ts',
  '/index.tsx',
  '/index.js',
  '/index.jsx',
  '/index.mjs',
];
const PYTHON_ENDINGS = ['.py', '/__init__.py', '.pyi'];

/**
 * Which files of the workspace import which, best effort: relative specifiers are resolved, absolute ones match by the end of a path
 * (`app.services.llm` is any `…/app/services/llm.py`, `@/lib/llm` any `…/lib/llm.ts`). An edge too many costs time only.
 */
export function importEdges(files: readonly GraphFile[]): ReadonlyMap<string, readonly string[]> {
  const byStem = new Map<string, string[]>();
  const paths = new Set(files.map((file) => file.path));
  for (const { path } of files) {
    const stem = lastName(moduleStem(path));
    const same = byStem.get(stem);
    if (same === undefined) byStem.set(stem, [path]);
    else same.push(path);
  }
  const users = new Map<string, Set<string>>();
  for (const file of files) {
    const targets = users.get(file.path) ?? new Set<string>();
    users.set(file.path, targets);
    for (const specifier of file.imports) {
      if (specifier.startsWith(PROVIDES)) {
        for (const path of providedBy(file, specifier.slice(PROVIDES.length), paths, byStem)) {
          const uses = users.get(path) ?? new Set<string>();
          users.set(path, uses.add(file.path));
        }
        continue;
      }
      const found = resolvers[file.language](file.path, specifier, paths, byStem);
      for (const target of found) if (target !== file.path) targets.add(target);
    }
  }
  return new Map([...users].map(([path, targets]) => [path, [...targets].filter((one) => one !== path)]));
}

/** The file of an interface: beside this one, or imported by its name. */
function providedBy(
  file: GraphFile,
  name: string,
  paths: ReadonlySet<string>,
  byStem: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const specifiers = file.imports.filter((one) => one === `.${name}` || one.endsWith(`.${name}`));
  return specifiers.flatMap((specifier) => resolveJava(file.path, specifier, paths, byStem));
}

const resolvers = { python: resolvePython, script: resolveScript, java: resolveJava } as const;

function resolvePython(
  from: string,
  specifier: string,
  paths: ReadonlySet<string>,
  byStem: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const dots = /^\.*/.exec(specifier)?.[0].length ?? 0;
  const names = specifier.slice(dots).split('.').filter(Boolean);
  if (dots > 0) {
    const base = from.split('/').slice(0, -dots);
    return existing([...base, ...names].join('/'), PYTHON_ENDINGS, paths);
  }
  return bySuffix(names.join('/'), PYTHON_ENDINGS, byStem);
}

function resolveScript(
  from: string,
  specifier: string,
  paths: ReadonlySet<string>,
  byStem: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (specifier.startsWith('.')) {
    const target = join(from.split('/').slice(0, -1), specifier);
    const written = existing(target, SCRIPT_ENDINGS, paths);
    // "./guards.js" in TypeScript means guards.ts.
    return written.length > 0 ? written : existing(target.replace(/\.[mc]?jsx?$/, ''), SCRIPT_ENDINGS, paths);
  }
  const alias = /^(?:[@~#][\w-]*|src)\/(.+)$/.exec(specifier)?.[1];
  return alias === undefined ? [] : bySuffix(alias.replace(/\.[mc]?[jt]sx?$/, ''), SCRIPT_ENDINGS, byStem);
}

/** `.Name` is a file of the same package, `a.b.*` all files of a folder that ends so. A type stands in the file of the type around it. */
function resolveJava(
  from: string,
  specifier: string,
  paths: ReadonlySet<string>,
  byStem: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const folder = from.slice(0, Math.max(0, from.lastIndexOf('/')));
  if (specifier.startsWith('.')) {
    // Files name many types, few of which are files.
    const name = specifier.slice(1);
    if (!byStem.has(name)) return [];
    const beside = folder === '' ? `${name}.java` : `${folder}/${name}.java`;
    if (paths.has(beside)) return [beside];
    const tested = folder.includes('/test/') ? beside.replace('/test/', '/main/') : beside;
    return paths.has(tested) ? [tested] : [];
  }
  const names = specifier.split('.');
  if (names.at(-1) === '*') {
    const wanted = `/${names.slice(0, -1).join('/')}/`;
    return [...paths].filter((path) => {
      const inFolder = `/${path.slice(0, path.lastIndexOf('/') + 1)}`;
      return path.endsWith('.java') && inFolder.endsWith(wanted);
    });
  }
  const type = names.findIndex((name) => /^[A-Z]/.test(name));
  const file = type === -1 ? names : names.slice(0, type + 1);
  // Folders that all packages share may be left out.
  for (let from = 0; from < file.length - 1; from++) {
    const found = bySuffix(file.slice(from).join('/'), ['.java'], byStem);
    if (found.length > 0) return found;
  }
  return existing(join(folder.split('/'), file.at(-1) ?? ''), ['.java'], paths);
}

const existing = (stem: string, endings: readonly string[], paths: ReadonlySet<string>): readonly string[] =>
  endings.map((ending) => stem + ending).filter((path) => paths.has(path));

function bySuffix(
  stem: string,
  endings: readonly string[],
  byStem: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (stem === '') return [];
  const candidates = byStem.get(lastName(stem)) ?? [];
  return candidates.filter((path) =>
    endings.some((ending) => path === stem + ending || path.endsWith(`/${stem}${ending}`)),
  );
}

/** Path without ending, a package's own file counting as its folder. */
const moduleStem = (path: string): string =>
  path.replace(/\.[^./]+$/, '').replace(/\/(?:__init__|index)$/, '');

const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function join(folder: readonly string[], relative: string): string {
  const out = [...folder];
  for (const part of relative.split('/')) {
    if (part === '..') out.pop();
    else if (part !== '.' && part !== '') out.push(part);
  }
  return out.join('/');
}

/** Everything reachable from `start` along `edges`, `start` included. */
export function reachable(
  start: Iterable<string>,
  edges: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const seen = new Set(start);
  const queue = [...seen];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    for (const next of edges.get(path) ?? []) {
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return seen;
}

export function reversed(
  edges: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const out = new Map<string, string[]>();
  for (const [from, targets] of edges) {
    for (const target of targets) {
      const sources = out.get(target);
      if (sources === undefined) out.set(target, [from]);
      else sources.push(from);
    }
  }
  return out;
}
