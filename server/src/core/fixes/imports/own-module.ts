import type { Project } from '../../project.js';
import { specifierEnding } from '../guard-module/place-script.js';
import { folderOf, foldersUp, joinPath, relativePath } from '../paths.js';
import type { Source } from '../source.js';

/** An import of anything; the specifier is in one of the groups. */
const SCRIPT = /\b(?:from|import|require)\s*\(?\s*(?:"([^"\n]{1,300})"|'([^'\n]{1,300})')/g;
const PYTHON = /^[ \t]*from[ \t]+([\w.]+)[ \t]+import\b/gm;

/**
 * How a file imports another file of the project: as others do, where that does not depend on where they stand (`@/lib/secrets`,
 * `app.secrets`), else relative to itself. `undefined` where nothing shows what would work.
 */
export function ownModule(source: Source, path: string, importers: readonly string[]): string | undefined {
  const pattern = source.family === 'python' ? PYTHON : SCRIPT;
  const stem = path.replace(/\.\w+$/, '').replace(/\/(?:__init__|index)$/, '');
  for (const text of importers) {
    for (const [, a, b] of text.matchAll(pattern)) {
      const specifier = a ?? b ?? '';
      if (specifier.startsWith('.')) continue;
      const written =
        source.family === 'python'
          ? specifier.replaceAll('.', '/')
          : specifier.replace(/^(?:[@~#][\w-]*)\//, '').replace(/\.[cm]?[jt]sx?$/, '');
      if (stem === written || stem.endsWith(`/${written}`)) return specifier;
    }
  }
  return source.family === 'python' ? pythonModule(source, path, stem) : scriptModule(source, path);
}

function scriptModule(source: Source, path: string): string {
  const ending = /\.\w+$/.exec(path)?.[0] ?? '';
  const stem = relativePath(folderOf(source.path), path).slice(0, -ending.length);
  return stem + specifierEnding(source, ending.replace(/x$/, ''));
}

/** Relative within a package, by its bare name beside a file that is in none. */
function pythonModule({ project, path: from }: Source, path: string, stem: string): string | undefined {
  const folder = folderOf(from);
  if (!isPackage(project, folder))
    return folderOf(path) === folder ? stem.slice(stem.lastIndexOf('/') + 1) : undefined;
  const up = foldersUp(folder);
  for (const [depth, base] of up.entries()) {
    if (!isPackage(project, base)) return undefined;
    if (base === '' || !path.startsWith(`${base}/`)) continue;
    return `${'.'.repeat(depth + 1)}${stem.slice(base.length + 1).replaceAll('/', '.')}`;
  }
  return undefined;
}

const isPackage = (project: Project, folder: string): boolean =>
  project.file(joinPath(folder, '__init__.py')) !== undefined;
