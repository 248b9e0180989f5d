import { marker } from '../../guards/helper.js';
import type { Project } from '../../project.js';

/** Where the guard helpers of a file live, and how that file names the place. */
export interface GuardModule {
  readonly path: string;
  /** As the file imports it: ".prompt_guards", "app.prompt_guards", "../prompt-guards.js". */
  readonly specifier: string;
}

/** The file is a guard module of ours, however much it was changed since. */
export const isGuardModule = (project: Project, path: string): boolean =>
  project.file(path)?.text.slice(0, HEAD).includes(marker) === true;

/** True when a guard module can be written to `path`, or is there. */
export const isFree = (project: Project, path: string): boolean =>
  project.file(path) === undefined || isGuardModule(project, path);

/** The marker stands in the first lines, UTF-16 units. */
const HEAD = 500;
