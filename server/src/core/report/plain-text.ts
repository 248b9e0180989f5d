/** Control, bidirectional and other invisible characters, which could rewrite what a terminal or a page shows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Text from a workspace made fit for one line of output: tabs become spaces, what is invisible becomes visible. */
export const visible = (text: string): string =>
  text
    .replace(/\r?\n|\t/g, ' ')
    .replace(invisible, (c) => `<${(c.charCodeAt(0) + 0x10000).toString(16).slice(1).toUpperCase()}>`);

/** Markdown to plain text: emphasis, code marks and link targets go, words and code stay. */
export const withoutMarkdown = (markdown: string): string =>
  markdown
    .replace(/^```.*$/gm, '')
    .split(/(`[^`\n]*`)/)
    .map((part) => (part.startsWith('`') ? part.slice(1, -1) : proseWithoutMarkdown(part)))
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const proseWithoutMarkdown = (prose: string): string =>
  prose
    .replace(/\[([^\]\n]{1,200})\]\([^)\n]{1,500}\)/g, '$1')
    .replace(/^#{1,6} +/gm, '')
    .replace(/(\*{1,2}|__)(?=\S)([^*_\n]{1,200})(?<=\S)\1/g, '$2')
    .replace(/`/g, '');

/** The first sentence of a Markdown text (of its first item, if it begins with a list), as plain text on one line. */
export function firstSentence(markdown: string): string {
  const block = withoutMarkdown(markdown).split(/\n\s*\n|\n(?=[-*] )/)[0] ?? '';
  const paragraph = block
    .replace(/^[-*] /, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/:$/, '.');
  const end = /[.!?](?= [A-Z])/.exec(paragraph);
  return end === null ? paragraph : paragraph.slice(0, end.index + 1);
}

/** Escapes text for HTML and XML, attribute values included; characters that XML forbids are shown as code points. */
export const escapeXml = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write these
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');

/** Percent-encodes a relative path with `/` between its parts. */
export const encodePath = (path: string): string =>
  path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
