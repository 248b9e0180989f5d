import { range } from '../../text/range.js';
import type { PromptFormat, PromptPart } from '../format.js';
import type { Dialect } from '../templates/insertion.js';
import { insertionsOf } from '../templates/insertion.js';
import { jinja } from '../templates/jinja.js';

const variable = /\$([A-Za-z_]\w{0,100})/g;

const dialect: Dialect = {
  id: 'colang',
  insertions(text, span) {
    const found = [...jinja.insertions(text, span)];
    const search = new RegExp(variable.source, 'g');
    search.lastIndex = span.start;
    for (let hit = search.exec(text); hit !== null && hit.index < span.end; hit = search.exec(text)) {
      const here = range(hit.index, hit.index + hit[0].length);
      const within = found.some((one) => one.range.start <= here.start && here.end <= one.range.end);
      if (!within) found.push(...insertionsOf([hit[1] ?? ''], here, hit[1] ?? '', true));
    }
    return found.sort((a, b) => a.range.start - b.range.start);
  },
};

/** A line that says whose examples follow, or a text in quotes: `"…"`, `"""…"""`, or what is to be generated (`...`). */
const element =
  /^[ \t]*(?:define[ \t]+(user|bot)\b[^\n]*|(user|bot)[ \t]+(?:say|said|express|ask)\b|"""|(?:\.\.\.|bot say|user said)?[ \t]*"([^"\n]*)")/gm;

/** NeMo Guardrails' Colang: examples of what users say and texts of the bot, which all go to the model. */
export const colang: PromptFormat = {
  id: 'colang',
  files: ['co'],
  shows: /^(?:define[ \t]+(?:user|bot|flow|subflow)|flow[ \t]|import[ \t]+(?:core|llm|guardrails))/m,
  read({ text }) {
    const parts: PromptPart[] = [];
    let role: PromptPart['role'] = 'unknown';
    const search = new RegExp(element.source, 'gm');
    for (let hit = search.exec(text); hit !== null; hit = search.exec(text)) {
      const speaker = hit[1] ?? hit[2];
      if (speaker !== undefined) role = speaker === 'user' ? 'user' : 'assistant';
      const end = hit.index + hit[0].length;
      if (hit[0].endsWith('"""')) {
        const close = text.indexOf('"""', end);
        const stop = close === -1 ? text.length : close;
        parts.push({ range: range(end, stop), role: 'system', dialect });
        search.lastIndex = Math.max(end, Math.min(text.length, stop + 3));
      } else if (hit[3] !== undefined) {
        parts.push({ range: range(end - 1 - hit[3].length, end - 1), role, dialect });
      }
    }
    return { parts };
  },
};
