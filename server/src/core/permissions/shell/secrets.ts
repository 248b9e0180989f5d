import { pathDanger } from '../paths.js';
import { commandsOf, programOf } from './words.js';

/** True when a command line prints credentials: a file of them, or all variables. */
export const readsSecrets = (line: string): boolean =>
  commandsOf(line).some(
    (command) =>
      command.words.some((word) => pathDanger(word, 'read') === 'credentials') ||
      (/^(?:env|printenv)$/.test(programOf(command)) && command.words.length === 1),
  );
