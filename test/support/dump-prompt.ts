import type { PromptDocument } from '../../server/src/core/prompts/prompt-document.js';

/** One line per thing that was read, with the text that its range covers: what the pages of test/prompts compare. */
export function dumpPrompt(document: PromptDocument, text: string, width = 60): string {
  const shown = (start: number, end: number): string => {
    const whole = text.slice(start, end).replace(/\r?\n/g, '⏎');
    return whole.length <= width ? whole : `${whole.slice(0, width / 2)} … ${whole.slice(-width / 2)}`;
  };
  const lines = [`format ${document.format}`];
  if (document.header !== undefined)
    lines.push(`header ${shown(document.header.start, document.header.end)}`);
  for (const [name, { value, range }] of document.settings) {
    const written = text.slice(range.start, range.end);
    lines.push(written === value ? `${name} = ${value}` : `${name} = ${value} (${written})`);
  }
  document.messages.forEach(({ role, range }, i) => {
    lines.push(`${role}: ${shown(range.start, range.end)}`);
    for (const placeholder of document.placeholders.filter(({ message }) => message === i)) {
      const { name, path, section, raw, executes } = placeholder;
      const notes = [
        ...(placeholder.fenced ? ['fenced'] : []),
        ...(path === undefined ? [] : [`path ${path}`]),
        ...(section === undefined ? [] : [`in ${section}`]),
        ...(raw ? [] : ['escaped']),
        ...(executes ? ['executes'] : []),
      ];
      const tag = shown(placeholder.range.start, placeholder.range.end);
      lines.push(`  ${name}  ${tag}${notes.length === 0 ? '' : `  (${notes.join(', ')})`}`);
    }
  });
  return lines.join('\n');
}
