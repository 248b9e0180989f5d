import { at, scalarText } from '../../config/path.js';
import { readConfig } from '../../config/read.js';
import type { Project } from '../../project.js';

const exactVersion = /^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$|^\d+(?:\.\d+)+(?:(?:a|b|rc|\.post|\.dev)\d+)?$/;

/**
 * The version of a package that the project itself has settled on, from the lock files and manifests in `folder` and above. Never a guess:
 * without one there is nothing to pin to.
 */
export function knownVersion(
  name: string,
  ecosystem: 'npm' | 'python',
  folder: string,
  project: Project,
): string | undefined {
  for (const under of foldersUp(folder)) {
    for (const [file, read] of ecosystem === 'npm' ? npmFiles : pythonFiles) {
      const text = project.file(`${under}${file}`)?.text;
      const version = text === undefined ? undefined : read(text, name);
      if (version !== undefined && exactVersion.test(version)) return version;
    }
  }
  return undefined;
}

function foldersUp(folder: string): readonly string[] {
  const parts = folder.split('/').filter((part) => part !== '');
  return [...parts.map((_, i) => `${parts.slice(0, parts.length - i).join('/')}/`), ''];
}

type Reader = (text: string, name: string) => string | undefined;

const quoted = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const manifest: Reader = (text, name) => {
  const { root } = readConfig('json', text);
  const range = scalarText(at(root, 'dependencies', name) ?? at(root, 'devDependencies', name));
  return range?.replace(/^[=v]+/, '');
};

const npmFiles: readonly (readonly [string, Reader])[] = [
  [
    'package-lock.json',
    (text, name) =>
      scalarText(at(readConfig('json', text).root, 'packages', `node_modules/${name}`, 'version')),
  ],
  [
    'npm-shrinkwrap.json',
    (text, name) =>
      scalarText(at(readConfig('json', text).root, 'packages', `node_modules/${name}`, 'version')),
  ],
  [
    'pnpm-lock.yaml',
    (text, name) =>
      new RegExp(`^ {2,6}['"]?/?${quoted(name)}@(\\d[\\w.+-]*)(?:\\([^\\n]*)?['"]?:`, 'm').exec(text)?.[1],
  ],
  [
    'yarn.lock',
    (text, name) =>
      new RegExp(`^"?${quoted(name)}@[^\\n]*:\\r?\\n {2}version:? "?(\\d[\\w.+-]*)"?`, 'm').exec(text)?.[1],
  ],
  ['bun.lock', (text, name) => new RegExp(`"${quoted(name)}@(\\d[\\w.+-]*)"`).exec(text)?.[1]],
  ['package.json', manifest],
];

/** Names of Python packages are the same whatever their case and dashes. */
const pythonName = (name: string): string =>
  name
    .split(/[-_.]+/)
    .map(quoted)
    .join('[-_.]+');

const lockedTable: Reader = (text, name) =>
  new RegExp(
    `^\\[\\[package\\]\\]\\r?\\nname = "${pythonName(name)}"\\r?\\nversion = "([^"\\n]+)"`,
    'im',
  ).exec(text)?.[1];

const pythonFiles: readonly (readonly [string, Reader])[] = [
  ['uv.lock', lockedTable],
  ['poetry.lock', lockedTable],
  ['pdm.lock', lockedTable],
  [
    'requirements.txt',
    (text, name) =>
      new RegExp(`^${pythonName(name)}(?:\\[[^\\]\\n]*\\])?\\s*==\\s*([\\w.!+-]+)`, 'im').exec(text)?.[1],
  ],
  [
    'pyproject.toml',
    (text, name) =>
      new RegExp(`["']${pythonName(name)}(?:\\[[^\\]\\n]*\\])?\\s*==\\s*([\\w.!+-]+)["']`, 'i').exec(
        text,
      )?.[1],
  ],
];
