import { at, entriesOf } from '../../config/path.js';
import { readConfig } from '../../config/read.js';
import type { Project } from '../../project.js';

/** More would be no narrowing. */
const limit = 20;

/** Scripts that publish, deploy or delete stay a question to a person. */
const outward =
  /publish|release|deploy|ship|prune|clean|reset|drop|destroy|purge|nuke|^(?:pre|post)(?:install|publish|pack)$/i;

/** The commands with which a project is built and tested, from its own package.json and Makefile: "npm run test", "make lint". */
export function projectCommands(folder: string, project: Project): readonly string[] {
  const under = folder === '' ? '' : `${folder}/`;
  return [...packageScripts(under, project), ...makeTargets(under, project)].slice(0, limit);
}

function packageScripts(under: string, project: Project): readonly string[] {
  const text = project.file(`${under}package.json`)?.text;
  if (text === undefined) return [];
  const runner = runnerOf(under, project);
  return entriesOf(at(readConfig('json', text).root, 'scripts'))
    .map((entry) => entry.key)
    .filter((name) => /^[\w:.-]+$/.test(name) && !outward.test(name))
    .map((name) => `${runner} run ${name}`);
}

function runnerOf(under: string, project: Project): string {
  if (project.file(`${under}pnpm-lock.yaml`) !== undefined) return 'pnpm';
  if (project.file(`${under}yarn.lock`) !== undefined) return 'yarn';
  return project.file(`${under}bun.lock`) === undefined ? 'npm' : 'bun';
}

function makeTargets(under: string, project: Project): readonly string[] {
  const text = project.file(`${under}Makefile`)?.text ?? project.file(`${under}makefile`)?.text ?? '';
  const targets = [...text.matchAll(/^([A-Za-z][\w-]*)[ \t]*:(?![=:])/gm)].map((match) => match[1] ?? '');
  return [...new Set(targets)].filter((name) => !outward.test(name)).map((name) => `make ${name}`);
}
