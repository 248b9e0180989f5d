import type { ToolGrant } from '../agent-config.js';
import { commandPattern } from '../claude-code/rule.js';
import { type CommandDanger, commandDanger } from './commands.js';
import { patternDanger } from './patterns.js';
import { prefixDanger } from './wildcards.js';

/** What the commands that a grant of a shell covers can do, by the way in which its product compares them. */
export function grantDanger({ specifier, matches }: ToolGrant): CommandDanger | 'unanchored' | undefined {
  if (specifier === undefined) return 'everything';
  if (matches === 'prefix') return prefixDanger(specifier);
  if (matches === 'expression') return patternDanger(specifier);
  return commandDanger(commandPattern(specifier));
}
