import type { Api, ModelIndex } from '../models/model-index.js';
import type { Execution } from './execution.js';
import { importedFile } from './file-values.js';
import { ofApi, ofCallable, UNKNOWN, type Value } from './value.js';
import { joinAll } from './value-join.js';

/** What an import binds: something of another file of the workspace, or of a library. */
export function importValue(run: Execution, specifier: string, name: string | undefined): Value {
  const { owner } = run.unit;
  if (owner.module.language === 'java') return javaType(run, specifier);
  const known = localPackage(owner.index, specifier, name);
  if (known !== undefined) return ofApi(known);
  const paths = run.program.resolver.resolve(owner.path, specifier);
  if (paths.length > 0) {
    if (name === undefined) return ofCallable({ kind: 'module', path: paths[0] ?? '' });
    const found = paths
      .map((path) => run.program.exportOf(run, path, name))
      .filter((value) => value !== undefined);
    if (found.length > 0) return joinAll(found);
  }
  // `from . import guards`, `from app import services`: the name is a file.
  if (name !== undefined && owner.python) {
    const inner = specifier.endsWith('.') ? specifier + name : `${specifier}.${name}`;
    const [path] = run.program.resolver.resolve(owner.path, inner);
    if (path !== undefined) return ofCallable({ kind: 'module', path });
  }
  const file = importedFile(run, specifier, name);
  if (file !== undefined) return file;
  if (paths.length > 0 || specifier.startsWith('.')) return UNKNOWN;
  const api = owner.index.package(specifier);
  const member = name === undefined ? api : api?.child(name);
  return member === undefined ? UNKNOWN : ofApi(member);
}

/** A type by its full name, or by `.Name` when it lies beside the file: that of a file, else of a library. */
function javaType(run: Execution, specifier: string): Value {
  const { owner } = run.unit;
  const names = specifier.split('.');
  for (const path of run.program.resolver.resolve(owner.path, specifier)) {
    const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.java$/, '');
    const found = run.program.exportOf(run, path, names.slice(names.lastIndexOf(file)).join('.'));
    if (found !== undefined) return found;
  }
  const api = specifier.startsWith('.') ? undefined : owner.index.package(specifier);
  return api === undefined ? UNKNOWN : ofApi(api);
}

/** Files of the project that a model describes, known by their name wherever they stand: the guard module that fixes write. */
function localPackage(index: ModelIndex, specifier: string, name: string | undefined): Api | undefined {
  const isLocal = (last: string): boolean =>
    index.models.some(({ local, packages }) => local === true && packages.includes(last));
  const last = /([\w-]+)(?:\.[cm]?[jt]s)?$/.exec(specifier)?.[1] ?? '';
  if (isLocal(last)) return name === undefined ? index.package(last) : index.package(last)?.child(name);
  return name !== undefined && isLocal(name) ? index.package(name) : undefined;
}
