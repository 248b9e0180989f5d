import type { Project } from '../project.js';
import type { SyntaxTree } from '../syntax-tree.js';
import type { TextRange } from '../text/range.js';
import { commentStyle } from './comment-style.js';
import { type Directive, marker, readDirective } from './directive.js';
import { literalSpan } from './literal-span.js';

/** The suppression comments of a file, in order. */
export function findDirectives(project: Project, path: string): readonly Directive[] {
  const text = project.file(path)?.text ?? '';
  if (!text.includes(marker)) return [];
  const tree = project.syntax(path);
  if (tree !== undefined) return comments(tree).flatMap((range) => fromComment(text, range) ?? []);
  return fromLines(project, path, text);
}

function comments(tree: SyntaxTree): readonly TextRange[] {
  const isComment = tree.kinds.map((kind) => /^(?:line_|block_)?comment$/.test(kind));
  const found: TextRange[] = [];
  for (let node = 0; node < tree.length; node++) {
    if (isComment[tree.kind[node] ?? 0] === true)
      found.push({ start: tree.start[node] ?? 0, end: tree.end[node] ?? 0 });
  }
  return found;
}

/** `range`: a comment with its marks, as the parser found it. */
function fromComment(text: string, range: TextRange): Directive | undefined {
  const comment = text.slice(range.start, range.end);
  const open = /^(?:#+|\/\/+|\/\*+|<!--)?/.exec(comment)?.[0].length ?? 0;
  const body = comment.slice(open).replace(/\s*\*\/\s*$/, '');
  return readDirective(body, range.start + open, range, standsAlone(text, range.start));
}

/** Only blanks, and the brace of a JSX comment, between the start of the line and `offset`. */
const standsAlone = (text: string, offset: number): boolean =>
  /^[ \t]*\{?[ \t]*$/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));

/** For files that are not parsed: the comment mark and the word after it, outside of literal text. */
function fromLines(project: Project, path: string, text: string): readonly Directive[] {
  const found: Directive[] = [];
  for (let at = text.indexOf(marker); at !== -1; at = text.indexOf(marker, at + 1)) {
    const lineStart = text.lastIndexOf('\n', at - 1) + 1;
    const lead = text.slice(lineStart, at).trimEnd();
    const open = commentStyle(path, text, at)?.open;
    if (open === undefined || !lead.endsWith(open)) continue;
    const start = lineStart + lead.length - open.length;
    if (start > lineStart && !/\s/.test(text[start - 1] ?? '')) continue;
    const lineEnd = text.indexOf('\n', at);
    const line = text.slice(at, lineEnd === -1 ? text.length : lineEnd).replace(/\s*(?:-->)?\s*$/, '');
    if (literalSpan(project, path, start) !== undefined) continue;
    const range = { start, end: at + line.length + (open === '<!--' ? closing(text, at + line.length) : 0) };
    const directive = readDirective(line, at, range, start === lineStart + leadingBlanks(text, lineStart));
    if (directive !== undefined) found.push(directive);
  }
  return found;
}

const leadingBlanks = (text: string, lineStart: number): number => {
  let at = lineStart;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at - lineStart;
};

/** Length of ` -->` at `offset`. */
const closing = (text: string, offset: number): number =>
  /^[ \t]*-->/.exec(text.slice(offset, offset + 80))?.[0].length ?? 0;
