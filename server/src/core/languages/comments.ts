import type { Comment } from '../ir/module.js';
import { NodeFlag } from '../syntax-tree.js';
import type { TextRange } from '../text/range.js';
import type { ModuleBuilder } from './builder.js';
import type { Cursor } from './cursor.js';

/** The file's doc comments, by the offset of their end. */
export type DocComments = ReadonlyMap<number, Comment>;

/** One pass over all nodes: collects comments and the places that could not be parsed; gives the doc comments. */
export function surveyComments(cursor: Cursor, module: ModuleBuilder): DocComments {
  const docs = new Map<number, Comment>();
  let errorEnd = -1;
  const { flags, length } = cursor.tree;
  for (let node = 0; node < length; node++) {
    const isBroken = ((flags[node] ?? 0) & (NodeFlag.error | NodeFlag.missing)) !== 0;
    if (cursor.isExtra(node)) {
      const raw = cursor.text(node);
      const range = cursor.range(node);
      module.comments.push({ range, text: stripMarks(raw) });
      if (raw.startsWith('/**')) docs.set(range.end, { range, text: stripMarks(raw) });
    } else if (isBroken && cursor.start(node) >= errorEnd) {
      errorEnd = cursor.end(node);
      module.errors.push(cursor.range(node));
    }
  }
  return docs;
}

/** The text of a comment without its marks, line by line. */
function stripMarks(raw: string): string {
  if (raw.startsWith('//')) return raw.slice(2).trim();
  if (!raw.startsWith('/*')) return raw.replace(/^<!--|-->$/g, '').trim();
  const inside = raw.slice(raw.startsWith('/**') ? 3 : 2, raw.endsWith('*/') ? -2 : undefined);
  return inside
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/^\* ?/, ''))
    .join('\n')
    .trim();
}

/** The doc comment that stands right before `start`, with nothing but white space between. */
export function documentationBefore(
  cursor: Cursor,
  docs: DocComments,
  start: number,
): { readonly text: string; readonly range: TextRange } | undefined {
  if (docs.size === 0) return undefined;
  let end = start;
  while (end > 0 && isSpace(cursor.source.charCodeAt(end - 1))) end--;
  return docs.get(end);
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
