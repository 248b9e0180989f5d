import { at, stringNodesOf } from '../../config/path.js';
import { type Check, check } from '../check.js';
import type { Variant } from '../risk.js';
import { shellDangers } from '../shell/dangers.js';
import { readsSecrets } from '../shell/secrets.js';

const dynamic: Variant = { id: 'GE-CMD-DYN', rule: 'skill-manifest-malicious' };

/** Custom commands (`.gemini/commands/*.toml`) run `!{…}` in a shell before the model sees the prompt. */
export const commandChecks: readonly Check[] = [
  check([dynamic], function* (file) {
    for (const prompt of stringNodesOf(at(file.root, 'prompt'))) {
      for (const line of shellBlocks(prompt.value)) {
        const [danger] = shellDangers(line);
        const does =
          danger?.does ?? (readsSecrets(line) ? 'reads credentials into the conversation' : undefined);
        if (does === undefined) continue;
        yield {
          variant: dynamic,
          severity: danger?.severity ?? 'error',
          range: prompt.range,
          message: `This command ${does} before the model sees its text`,
          remedies: [],
        };
        break;
      }
    }
  }),
];

/** The texts between `!{` and its closing brace. */
function shellBlocks(prompt: string): readonly string[] {
  const blocks: string[] = [];
  for (let open = prompt.indexOf('!{'); open >= 0; open = prompt.indexOf('!{', open + 2)) {
    let depth = 1;
    let end = open + 2;
    for (; end < prompt.length && depth > 0; end++) {
      if (prompt[end] === '{') depth++;
      else if (prompt[end] === '}') depth--;
    }
    blocks.push(prompt.slice(open + 2, depth === 0 ? end - 1 : end));
    open = end - 2;
  }
  return blocks;
}
