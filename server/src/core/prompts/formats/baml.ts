import { range, type TextRange } from '../../text/range.js';
import type { PromptFormat, PromptPart } from '../format.js';
import { bamlRole } from '../markers/tags.js';
import type { PromptSetting } from '../prompt-document.js';
import { jinjaDialect } from '../templates/jinja.js';

const dialect = jinjaDialect({ id: 'baml', builtins: ['_', 'ctx'], calls: false });

/** The start of a prompt or of a reusable part of one: the name before it, hashes, and a quote. */
const opening = /\b(?:prompt|template_string\s+\w{1,100}\s*(?:\([^()#"]{0,1000}\))?)\s*(#{0,5})"/g;
const client = /^client\b[^\n]*(?:\n(?!\})[^\n]*){0,100}/gm;
const setting = /^[ \t]*(provider|model|temperature|max_tokens|top_p)[ \t]+("[^"\n]*"|[\w.-]+)[ \t]*$/gm;

/** BAML: prompts are raw strings in functions; text before the first role is the system's (docs.boundaryml.com, prompt-syntax/role). */
export const baml: PromptFormat = {
  id: 'baml',
  files: ['baml'],
  read({ text }) {
    return {
      parts: promptStrings(text).map(
        (span): PromptPart => ({ range: span, role: 'system', dialect, markers: [bamlRole] }),
      ),
      settings: clientSettings(text),
    };
  },
};

function promptStrings(text: string): readonly TextRange[] {
  const spans: TextRange[] = [];
  const search = new RegExp(opening.source, 'g');
  for (let hit = search.exec(text); hit !== null; hit = search.exec(text)) {
    const start = hit.index + hit[0].length;
    const close = text.indexOf(`"${hit[1] ?? ''}`, start);
    if (close === -1) break;
    spans.push(range(start, close));
    search.lastIndex = close + 1;
  }
  return spans;
}

function clientSettings(text: string): ReadonlyMap<string, PromptSetting> {
  const settings = new Map<string, PromptSetting>();
  for (const block of text.matchAll(client)) {
    for (const hit of block[0].matchAll(setting)) {
      const [line, name = '', value = ''] = hit;
      const end = block.index + hit.index + line.trimEnd().length;
      if (settings.has(name)) continue;
      settings.set(name, { value: value.replace(/"/g, ''), range: range(end - value.length, end) });
    }
  }
  return settings;
}
