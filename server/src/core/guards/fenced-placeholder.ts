import type { Remedy } from '../fixes/remedy.js';
import { range } from '../text/range.js';

/**
 * Puts a placeholder of a prompt file between marks of its own. No security boundary, but the model can tell data from instructions, and the
 * sentence that explains the marks can name them.
 */
export const fencedPlaceholder: Remedy = {
  offer: ({ location, properties }, { surface, project }) => {
    const { path } = location;
    const text = project.file(path)?.text;
    const document = surface.prompts.find((one) => one.path === path);
    const { start, end } = location.range;
    const message = document?.messages.find((one) => one.range.start <= start && end <= one.range.end);
    const name = properties?.placeholder;
    if (text === undefined || message === undefined || name === undefined) return [];
    const element = name.replace(/\W+/g, '_').toLowerCase();
    const quoted = isQuoted(text, start, end);
    if (!/^[a-z_]\w*$/.test(element) || quoted || structure.has(document?.format ?? '')) return [];
    return [
      {
        id: 'fence-placeholder',
        title: `Put {${element}} between <${element}> marks`.slice(0, 70),
        safety: 'unsafe',
        preferred: true,
        changes: [
          {
            path,
            edits: [
              { range: range(start, start), newText: `<${element}>` },
              { range: range(end, end), newText: `</${element}>` },
            ],
          },
        ],
      },
    ];
  },
};

/** In these files elements are part of the format. */
const structure: ReadonlySet<string> = new Set(['poml', 'rail']);

/** Already in a pair of signs that mean something around it: an attribute, a link, a path. */
const isQuoted = (text: string, start: number, end: number): boolean =>
  /[="'`/(\w]/.test(text.charAt(start - 1)) && /["'`/)\w]/.test(text.charAt(end));
