import type { Project } from '../project.js';
import { matchesGlob } from '../text/glob.js';
import { range } from '../text/range.js';
import type { FileChange } from './fix.js';
import { folderOf, foldersUp, isWithin, joinPath } from './paths.js';

const manifests = [
  'package.json',
  'deno.json',
  'pyproject.toml',
  'requirements.txt',
  'setup.py',
  'setup.cfg',
  'Pipfile',
  'environment.yml',
] as const;

/** The nearest folder at or above a file that holds a manifest; the root when there is none. */
export const packageFolder = (project: Project, path: string): string =>
  foldersUp(folderOf(path)).find((folder) =>
    manifests.some((name) => project.file(joinPath(folder, name))),
  ) ?? '';

/** Files that name variables for people to fill in; the first is the customary one. */
const examples = [
  '.env.example',
  '.env.sample',
  '.env.template',
  '.env.dist',
  '.env.local.example',
  'env.example',
  'example.env',
] as const;

/**
 * Names a variable in `.env.example`, without a value, and makes sure that git ignores `.env`. The former is that of the nearest package,
 * as programs read `.env` from there; patterns of git hold for all folders below.
 */
export function environmentFiles(
  project: Project,
  path: string,
  variable: string,
  newline: string,
): readonly FileChange[] {
  const folders = foldersUp(folderOf(path));
  const home = packageFolder(project, path);
  const there = (name: string): boolean => project.file(name) !== undefined;
  const own = folders.filter((folder) => isWithin(home, folder));
  const example =
    own.flatMap((folder) => examples.map((name) => joinPath(folder, name))).find(there) ??
    joinPath(home, examples[0]);
  const ignore =
    folders.map((folder) => joinPath(folder, '.gitignore')).find(there) ?? joinPath(home, '.gitignore');
  const isNamed = new RegExp(`^\\s*(?:#\\s*)?(?:export\\s+)?${variable}\\s*[=:]`, 'm');
  return [
    ...(isNamed.test(project.file(example)?.text ?? '')
      ? []
      : [addLine(project, example, `${variable}=`, newline)]),
    ...(isIgnored(project, joinPath(home, '.env')) ? [] : [addLine(project, ignore, '.env', newline)]),
  ];
}

/** As git does: of the ignore files the deepest that says something about the path counts, and in it the last such line. */
function isIgnored(project: Project, path: string): boolean {
  for (const folder of foldersUp(folderOf(path))) {
    const inside = folder === '' ? path : path.slice(folder.length + 1);
    const lines = (project.file(joinPath(folder, '.gitignore'))?.text ?? '')
      .replace(/^\uFEFF/, '')
      .split(/\r\n|\n|\r/);
    const last = lines.filter((line) => says(line.trim(), inside)).at(-1);
    if (last !== undefined) return !last.trim().startsWith('!');
  }
  return false;
}

function says(line: string, path: string): boolean {
  const pattern = line.replace(/^!/, '');
  if (pattern === '' || pattern.startsWith('#')) return false;
  // "x/" is about folders only.
  return matchesGlob(pattern.endsWith('/') ? folderOf(path) : path, pattern);
}

function addLine(project: Project, path: string, line: string, newline: string): FileChange {
  const text = project.file(path)?.text;
  if (text === undefined) return { path, create: `${line}${newline}` };
  const end = text === '' ? newline : text.includes('\r\n') ? '\r\n' : '\n';
  const unfinished = text !== '' && !/[\r\n]$/.test(text);
  const at = range(text.length, text.length);
  return { path, edits: [{ range: at, newText: `${unfinished ? end : ''}${line}${end}` }] };
}
