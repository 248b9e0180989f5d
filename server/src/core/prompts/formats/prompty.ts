import { at, stringOf } from '../../config/path.js';
import type { PromptFormat } from '../format.js';
import { readFrontMatter } from '../front-matter.js';
import { roleLines } from '../markers/lines.js';
import { handlebars } from '../templates/handlebars.js';
import { jinja } from '../templates/jinja.js';

/** Prompty: YAML front matter, then Jinja (or Mustache, if it says so) under role lines; text before the first role is the system's. */
export const prompty: PromptFormat = {
  id: 'prompty',
  files: ['prompty'],
  read({ text }) {
    const { root, body, reading } = readFrontMatter(text);
    const engine =
      stringOf(at(root, 'template')) ??
      stringOf(at(root, 'template', 'format')) ??
      stringOf(at(root, 'template', 'format', 'kind')) ??
      stringOf(at(root, 'template', 'type'));
    const dialect = engine === 'mustache' || engine === 'handlebars' ? handlebars : jinja;
    return { parts: [{ range: body, role: 'system', dialect, markers: [roleLines] }], ...reading };
  },
};
