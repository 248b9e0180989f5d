import type { Project } from '../project.js';
import { range } from '../text/range.js';
import type { FileChange } from './fix.js';
import { folderOf, foldersUp, joinPath } from './paths.js';

const manifests = ['package.json', 'pyproject.toml', 'requirements.txt', 'setup.py', 'Pipfile'] as const;

/** The nearest folder at or above a file that holds a manifest; the root when there is none. */
export const packageFolder = (project: Project, path: string): string =>
  foldersUp(folderOf(path)).find((folder) =>
    manifests.some((name) => project.file(joinPath(folder, name))),
  ) ?? '';

/** Patterns of `.gitignore` that cover a file named `.env`. */
const IGNORES_ENV = /^(?:\/|\*\*\/)?(?:\.env|\.env\*|\*\.env|\.env\.\*|\.\*)\/?\s*$/m;

/**
 * Names a variable in `.env.example`, without a value, and makes sure that git ignores `.env`: in the files that are there, else beside the
 * project's manifest.
 */
export function environmentFiles(
  project: Project,
  path: string,
  variable: string,
  newline: string,
): readonly FileChange[] {
  const folders = foldersUp(folderOf(path));
  const home = packageFolder(project, path);
  const find = (name: string): string => {
    const there = folders.find((folder) => project.file(joinPath(folder, name)) !== undefined);
    return joinPath(there ?? home, name);
  };
  const example = find('.env.example');
  const ignore = find('.gitignore');
  const isNamed = new RegExp(`^\\s*(?:export\\s+)?${variable}\\s*=`, 'm');
  const isIgnored = folders.some((folder) =>
    IGNORES_ENV.test(project.file(joinPath(folder, '.gitignore'))?.text ?? ''),
  );
  return [
    ...(isNamed.test(project.file(example)?.text ?? '')
      ? []
      : [addLine(project, example, `${variable}=`, newline)]),
    ...(isIgnored ? [] : [addLine(project, ignore, '.env', newline)]),
  ];
}

function addLine(project: Project, path: string, line: string, newline: string): FileChange {
  const text = project.file(path)?.text;
  if (text === undefined) return { path, create: `${line}${newline}` };
  const end = text === '' ? newline : text.includes('\r\n') ? '\r\n' : '\n';
  const unfinished = text !== '' && !/[\r\n]$/.test(text);
  const at = range(text.length, text.length);
  return { path, edits: [{ range: at, newText: `${unfinished ? end : ''}${line}${end}` }] };
}
