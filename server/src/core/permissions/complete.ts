import type { Project } from '../project.js';
import { contains, type TextRange } from '../text/range.js';
import type { AgentConfig } from './agent-config.js';
import { projectCommands } from './fixes/project-commands.js';

export interface Completion {
  readonly label: string;
  readonly detail: string;
  readonly replace: TextRange;
}

/** Safe forms for the grant at an offset: the commands of this project's own scripts. */
export function completeAt(config: AgentConfig, offset: number, project: Project): readonly Completion[] {
  const grant = config.grants.find(({ range }) => contains(range, { start: offset, end: offset }));
  if (grant?.tool !== 'Bash') return [];
  return projectCommands(config.project, project).map((command) => ({
    label: JSON.stringify(`Bash(${command})`),
    detail: 'a script of this project',
    replace: grant.range,
  }));
}
