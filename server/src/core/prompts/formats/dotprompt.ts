import { readConfig } from '../../config/read.js';
import { range } from '../../text/range.js';
import type { PromptFormat } from '../format.js';
import { roleHelper } from '../markers/tags.js';
import { settingsIn } from '../settings.js';
import { guessDialect } from '../templates/guess.js';
import { dotprompt as dialect } from '../templates/handlebars.js';

/**
 * Genkit's and Firebase's `*.prompt`: YAML front matter and Handlebars without HTML escapes; text before the first role is the user's
 * (google/dotprompt, docs/reference/template). Other tools call plain templates so, too: without front matter and braces of Handlebars the dialect is
 * guessed.
 */
export const dotprompt: PromptFormat = {
  id: 'dotprompt',
  files: ['prompt'],
  read({ text }) {
    const { root, body = range(0, text.length) } = readConfig('front-matter', text);
    const own = body.start > 0 || /\{\{/.test(text);
    const part = { range: body, role: 'user', dialect: own ? dialect : guessDialect(text, body) } as const;
    return {
      parts: [{ ...part, markers: [roleHelper] }],
      ...(body.start > 0 && { header: range(0, body.start) }),
      settings: settingsIn(root),
    };
  },
};
