import { type CommandDanger, commandDanger } from './commands.js';

/** The danger of a command in which only `*` stands for anything: `git push *`, `npm run test`, `*`. */
export function wildcardDanger(text: string): CommandDanger | undefined {
  const star = text.indexOf('*');
  const fixed = star < 0 ? text : text.slice(0, star);
  const words = fixed.split(/\s+/).filter((word) => word !== '');
  return commandDanger({ words, open: star >= 0 });
}

/** The danger of a prefix: every command that starts with these words. */
export const prefixDanger = (text: string): CommandDanger | undefined =>
  wildcardDanger(`${text.replace(/[\s*]+$/, '')} *`);
