import { range, type TextRange } from '../../text/range.js';
import type { PromptFormat, PromptPart } from '../format.js';
import { roleNamed } from '../markers/roles.js';
import { specialTokens } from '../markers/tags.js';
import type { PromptSetting } from '../prompt-document.js';
import { goTemplate } from '../templates/go.js';
import { noTemplate } from '../templates/insertion.js';

const instruction = /^[ \t]*(FROM|PARAMETER|SYSTEM|TEMPLATE|MESSAGE|LICENSE|ADAPTER)[ \t]+/gim;

/** Ollama's Modelfile. */
export const modelfile: PromptFormat = {
  id: 'modelfile',
  files: ['/modelfile', 'modelfile.', 'modelfile'],
  shows: /^[ \t]*FROM[ \t]+\S/im,
  read({ text }) {
    const parts: PromptPart[] = [];
    const settings = new Map<string, PromptSetting>();
    const search = new RegExp(instruction.source, 'gim');
    for (let hit = search.exec(text); hit !== null; hit = search.exec(text)) {
      const name = (hit[1] ?? '').toUpperCase();
      const first = search.lastIndex;
      const word = name === 'PARAMETER' || name === 'MESSAGE' ? wordAt(text, first) : '';
      const span = argumentAt(text, first + word.length);
      search.lastIndex = Math.max(first, span.end);
      if (name === 'FROM' || name === 'PARAMETER') {
        const value = text.slice(span.start, span.end).trim();
        settings.set(name === 'FROM' ? 'model' : word, { value, range: span });
      } else if (name === 'SYSTEM') parts.push({ range: span, role: 'system', dialect: noTemplate });
      else if (name === 'MESSAGE') parts.push({ range: span, role: roleNamed(word), dialect: noTemplate });
      else if (name === 'TEMPLATE')
        parts.push({ range: span, role: 'unknown', dialect: goTemplate, markers: [specialTokens] });
    }
    return { parts, settings };
  },
};

const wordAt = (text: string, start: number): string =>
  /^[\w-]+/.exec(text.slice(start, start + 60))?.[0] ?? '';

/** Text between three quotes, between quotes, or up to the end of the line. */
function argumentAt(text: string, from: number): TextRange {
  let start = from;
  while (text[start] === ' ' || text[start] === '\t') start++;
  if (text.startsWith('"""', start)) {
    const close = text.indexOf('"""', start + 3);
    return range(start + 3, close === -1 ? text.length : close);
  }
  const newline = text.indexOf('\n', start);
  const end = newline === -1 ? text.length : newline - (text[newline - 1] === '\r' ? 1 : 0);
  const quoted = text[start] === '"' && text[end - 1] === '"' && end - start >= 2;
  return quoted ? range(start + 1, end - 1) : range(start, Math.max(start, end));
}
