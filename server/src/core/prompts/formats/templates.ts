import { range } from '../../text/range.js';
import type { PromptFile, PromptFormat } from '../format.js';
import { plausibleRoleLines, roleLines } from '../markers/lines.js';
import type { RoleMarker } from '../markers/marker.js';
import { blockTags, messageTags, roleElements, specialTokens } from '../markers/tags.js';
import { roleOfName } from '../names.js';
import { addressesModel } from '../prose.js';
import { stringTemplate } from '../templates/braces.js';
import { goTemplate } from '../templates/go.js';
import { guessDialect } from '../templates/guess.js';
import { handlebars } from '../templates/handlebars.js';
import type { Dialect } from '../templates/insertion.js';
import { jinja, liquid } from '../templates/jinja.js';
import { fabric } from '../templates/patterns.js';

/** A folder or a file that is called after prompts, or after the messages that they are made of. */
const named = /prompt|\/[^/]*(?:system|user|assistant)[-_ ]?message|\/[^/]*(?:instruction|persona)/i;

interface TemplateFormat {
  readonly id: string;
  readonly files: readonly string[];
  readonly dialect: Dialect | undefined;
  readonly markers: readonly RoleMarker[];
  /** What only templates of prompts say. */
  readonly shows?: RegExp;
}

/**
 * A template that is a prompt by its name or by the role lines in it. Templates of web pages and configuration files have the same
 * extensions.
 */
function template({ id, files, dialect, markers, shows }: TemplateFormat): PromptFormat {
  return {
    id,
    files,
    read({ path, text }: PromptFile) {
      const whole = range(0, text.length);
      if (isPageOrConfig(path, text)) return undefined;
      const isPrompt =
        named.test(`/${path}`) || isInstruction(path, text) || hasRoles(text, markers) || shows?.test(text);
      if (!isPrompt) return undefined;
      const part = { range: whole, role: roleOfName(path), dialect: dialect ?? guessDialect(text, whole) };
      return { parts: [{ ...part, markers }], bare: true };
    },
  };
}

/** Markdown or plain text made for an agent: by its folder, or because it speaks to the model. */
const isInstruction = (path: string, text: string): boolean =>
  /\.(?:md|txt|markdown)\.[a-z0-9]+$/i.test(path) &&
  (/\/(?:agents?|llm|genai|ai|chat)\//i.test(`/${path}`) || addressesModel(text));

/** Role marks, where they cannot be keys of YAML. */
function hasRoles(text: string, markers: readonly RoleMarker[]): boolean {
  const whole = range(0, text.length);
  return markers.some((marker) => {
    const marks = marker === roleLines ? plausibleRoleLines(text, whole) : marker(text, whole);
    return marks.length > 0 && !(marker === roleLines && yamlKey.test(text));
  });
}

/** A role that has keys below it. */
const yamlKey =
  /^[ \t]*(?:system|user|assistant):[ \t]*\r?\n[ \t]+(?:- )?["']?[\w.-]{1,60}["']?:(?:[ \t]|\r?$)/m;

/** `page.html.j2`, `workflow.yml.jinja2`: what is made of it is no prompt. */
const isPageOrConfig = (path: string, text: string): boolean =>
  /\.(?:html?|ya?ml|json|conf|ini|toml|sh|py|ts|js|css|sql|tf|service|env|xml)\.[a-z0-9]+$/i.test(path) ||
  /^\s*<(?:!doctype|html)\b/i.test(text.slice(0, 500));

export const templateFormats: readonly PromptFormat[] = [
  template({
    id: 'jinja',
    files: ['j2', 'jinja', 'jinja2', 'njk', 'nunjucks'],
    dialect: jinja,
    markers: [roleLines, specialTokens, messageTags],
  }),
  template({
    id: 'handlebars',
    files: ['hbs', 'handlebars', 'mustache'],
    dialect: handlebars,
    markers: [roleLines, blockTags, messageTags],
  }),
  template({ id: 'liquid', files: ['liquid'], dialect: liquid, markers: [roleLines, messageTags] }),
  template({ id: 'string-template', files: ['st'], dialect: stringTemplate, markers: [plausibleRoleLines] }),
  template({
    id: 'go-template',
    files: ['gotmpl', 'gotpl', 'tmpl', 'tpl'],
    dialect: goTemplate,
    markers: [plausibleRoleLines, specialTokens],
    // https://github.com/ollama/ollama/blob/main/docs/template.mdx
    shows: /\{\{-?\s*(?:(?:range|if|with)\s[^{}]{0,60})?\.(?:System|Prompt|Messages)\b/,
  }),
  {
    id: 'fabric-pattern',
    files: ['/system.md', '/user.md'],
    where: /\/patterns\/[^/]+\/[^/]+$/i,
    read: ({ path, text }) => {
      const whole = range(0, text.length);
      return { parts: [{ range: whole, role: roleOfName(path), dialect: fabric }], bare: true };
    },
  },
];

/** Role marks of texts that follow no format: elements, and lines where they are plausible. */
export const looseMarkers: readonly RoleMarker[] = [
  plausibleRoleLines,
  specialTokens,
  messageTags,
  roleElements,
];
