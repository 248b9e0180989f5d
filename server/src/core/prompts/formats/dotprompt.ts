import type { PromptFormat } from '../format.js';
import { readFrontMatter } from '../front-matter.js';
import { roleHelper } from '../markers/tags.js';
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
    const { body, reading } = readFrontMatter(text);
    const own = body.start > 0 || /\{\{/.test(text);
    const part = { range: body, role: 'user', dialect: own ? dialect : guessDialect(text, body) } as const;
    return { parts: [{ ...part, markers: [roleHelper] }], ...reading };
  },
};
